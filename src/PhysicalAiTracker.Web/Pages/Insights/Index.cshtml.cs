using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Pages.Insights;

/// <summary>The insights, each with its headline.</summary>
public sealed class IndexModel(InsightsOverview overview) : InsightPageModel
{
    public InsightsSummary Summary { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Summary = await overview.ReadAsync(cancellation);
        return Page();
    }
}
