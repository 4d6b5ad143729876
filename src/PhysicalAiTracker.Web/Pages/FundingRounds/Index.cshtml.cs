using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;
using PhysicalAiTracker.Web.Rendering.Records;

namespace PhysicalAiTracker.Web.Pages.FundingRounds;

/// <summary>The funding rounds.</summary>
public sealed class IndexModel(FundingRoundQueries rounds, EvidenceQueries evidence, DrawnRounds drawn) : ListPageModel<FundingRoundItem>
{
    /// <summary>How many of all on record are backings whose round no source states.</summary>
    public int Backings { get; private set; }

    /// <summary>The rows that need not be drawn; null where all are.</summary>
    public DrawnPage? Drawn { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Drawn = await drawn.OfAsync(HttpContext);
        var (companies, investors) = await rounds.ChoicesAsync(cancellation);
        var page = await ShowAsync(
            FundingRoundQueries.List, "round", "rounds", request => ReadAsync(request, cancellation),
            Choices.Of(("company", companies), ("investor", investors), ("leadInvestor", investors)));
        Evidence = await evidence.SaidAsync([.. Items.Select(item => item.Id).Where(id => Drawn?.Has(id) is not true)], cancellation);
        Backings = await rounds.CountBackingsAsync(cancellation);
        return page;
    }

    /// <summary>Reads which rounds there are, and more of them only where a row has to be drawn.</summary>
    private async Task<ListResult<FundingRoundItem>> ReadAsync(ListRequest request, CancellationToken cancellation)
    {
        if (Drawn is null)
        {
            return await rounds.ListAsync(request, cancellation);
        }

        var listed = await rounds.ListAsync(request with { Members = ["id"] }, cancellation);
        if (listed.Page is not { } page || Drawn.Take(page.Items.Select(item => item.Id)))
        {
            return listed;
        }

        var whole = await rounds.ListAsync(request.WithoutFigures(), cancellation);
        return whole with { Page = whole.Page! with { Total = page.Total, Facets = page.Facets, Aggregates = page.Aggregates } };
    }
}
