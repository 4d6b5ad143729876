using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.FundingRounds;

/// <summary>The funding rounds.</summary>
public sealed class IndexModel(FundingRoundQueries rounds, EvidenceQueries evidence) : ListPageModel<FundingRoundItem>
{
    /// <summary>How many of all on record are backings whose round no source states.</summary>
    public int Backings { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var (companies, investors) = await rounds.ChoicesAsync(cancellation);
        var page = await ShowAsync(
            FundingRoundQueries.List, "round", "rounds", request => rounds.ListAsync(request, cancellation),
            Choices.Of(("company", companies), ("investor", investors), ("leadInvestor", investors)));
        Evidence = await evidence.SaidAsync([.. Items.Select(item => item.Id)], cancellation);
        Backings = await rounds.CountBackingsAsync(cancellation);
        return page;
    }
}
