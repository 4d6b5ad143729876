using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Deals;

/// <summary>The deals.</summary>
public sealed class IndexModel(DealQueries deals, EvidenceQueries evidence) : ListPageModel<DealItem>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (acquirers, targets, either) = await deals.ChoicesAsync(cancellation);
        var page = await ShowAsync(
            DealQueries.List, "deal", "deals", request => deals.ListAsync(request, cancellation), Choices.Of(("acquirer", acquirers), ("target", targets), ("party", either)));
        Evidence = await evidence.SaidAsync([.. Items.Select(item => item.Id)], cancellation);
        return page;
    }
}
