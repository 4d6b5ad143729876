using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Pages.Insights;

/// <summary>Capital by placement.</summary>
public sealed class CapitalModel(CapitalQueries capital) : InsightPageModel
{
    public CapitalOptions Options { get; private set; } = new();

    public CapitalReport Report { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var input = Read(CapitalParameters.All);
        Options = CapitalParameters.ReadOptions(input);
        Report = await capital.ReportAsync(Options, cancellation);
        return Show(input);
    }
}
