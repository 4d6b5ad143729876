using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Pages.Insights;

/// <summary>The rounds behind a figure.</summary>
public sealed class CapitalRoundsModel(CapitalQueries capital, EvidenceQueries evidence) : InsightPageModel
{
    public CapitalOptions Options { get; private set; } = new();

    public CapitalCell Cell { get; private set; } = new();

    /// <summary>What is said of the rounds.</summary>
    public ILookup<Guid, ISaid> Evidence { get; private set; } = null!;

    public CapitalRows Rows { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var input = Read(CapitalParameters.Rows);
        (Options, Cell) = (CapitalParameters.ReadOptions(input), CapitalParameters.ReadCell(input));
        Rows = await capital.RowsAsync(Options, Cell, cancellation);
        Evidence = await evidence.SaidAsync([.. Rows.Items.Select(part => part.Round.Id)], cancellation);
        return Show(input);
    }
}
