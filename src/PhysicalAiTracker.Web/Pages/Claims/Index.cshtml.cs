using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Claims;

/// <summary>The architecture claims.</summary>
public sealed class IndexModel(ClaimQueries claims, EvidenceQueries evidence) : ListPageModel<ClaimItem>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (companies, hosts) = await claims.ChoicesAsync(cancellation);
        var page = await ShowAsync(
            ClaimQueries.List, "claim", "claims", request => claims.ListAsync(request, cancellation), Choices.Of(("company", companies), ("host", hosts)));
        Evidence = await evidence.SaidAsync([.. Items.Select(item => item.Id)], cancellation);
        return page;
    }
}
