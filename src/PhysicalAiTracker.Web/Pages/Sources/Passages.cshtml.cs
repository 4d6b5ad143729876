using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>What became of the passages of a source, for those who look after them.</summary>
[Authorize(Policy = Policies.Analyst)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PassagesModel(SnapshotQueries snapshots) : PageModel
{
    public SourcePassages Of { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        if (await snapshots.PassagesAsync(slug, cancellation) is not { } passages)
        {
            return NotFound();
        }

        Of = passages;
        return Page();
    }
}
