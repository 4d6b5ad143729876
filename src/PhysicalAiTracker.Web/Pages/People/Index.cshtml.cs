using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.People;

/// <summary>The people.</summary>
public sealed class IndexModel(PartyQueries parties) : ListPageModel<PartyItem>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (sectors, countries) = await parties.ChoicesAsync(cancellation);
        return await ShowAsync(
            PartyQueries.People, "person", "people", request => parties.ListAsync(PartyQueries.People, request, cancellation),
            Choices.Of().And("sector", sectors).And("country", countries), "Name or alias");
    }
}
