using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Companies;

/// <summary>The companies.</summary>
public sealed class IndexModel(PartyQueries parties, EvidenceQueries evidence) : ListPageModel<PartyItem>
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (sectors, countries) = await parties.ChoicesAsync(cancellation);
        var investors = await parties.InvestorChoicesAsync(cancellation);
        var page = await ShowAsync(
            PartyQueries.Companies, "company", "companies", request => parties.ListAsync(PartyQueries.Companies, request, cancellation),
            Choices.Of(("investor", investors)).And("sector", sectors).And("country", countries), "Name or alias");
        // Of the companies and of their claims.
        Evidence = await evidence.SaidAsync([.. Items.Select(company => company.Id), .. Items.SelectMany(company => company.Placements).Select(claim => claim.ClaimId)], cancellation);
        return page;
    }
}
