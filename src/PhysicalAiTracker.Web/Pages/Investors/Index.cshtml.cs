using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Investors;

/// <summary>Whoever took part in a round: firms, people, companies, public bodies.</summary>
public sealed class IndexModel(PartyQueries parties, EvidenceQueries evidence) : ListPageModel<PartyItem>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (sectors, countries) = await parties.ChoicesAsync(cancellation);
        var page = await ShowAsync(
            PartyQueries.Investors, "investor", "investors", request => parties.ListAsync(PartyQueries.Investors, request, cancellation),
            Choices.Of().And("sector", sectors).And("country", countries), "Name or alias");
        Evidence = await evidence.SaidAsync([.. Items.Select(investor => investor.Id)], cancellation);
        return page;
    }
}
