using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Companies;

/// <summary>The companies.</summary>
public sealed class IndexModel(PartyQueries parties) : ListPageModel<PartyItem>
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync(
        PartyQueries.Companies, "company", "companies", request => parties.ListAsync(PartyQueries.Companies, request, cancellation));
}
