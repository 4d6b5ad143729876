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

    public CapitalRows Rows { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var input = Read(CapitalParameters.Rows);
        (Options, Cell) = (CapitalParameters.ReadOptions(input), CapitalParameters.ReadCell(input));
        Rows = await capital.RowsAsync(Options, Cell, cancellation);
        await evidence.AddToAsync([.. Rows.Items.Select(part => part.Round)], cancellation);
        return Show(input);
    }
}
