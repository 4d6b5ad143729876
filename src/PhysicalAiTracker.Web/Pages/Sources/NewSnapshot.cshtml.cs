using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>Takes the text of a known source as it stands on another day.</summary>
[Authorize(Policy = Policies.Analyst)]
[FormLimits]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NewSnapshotModel(SourceQueries sources, SnapshotCommands commands) : PageModel
{
    public SourceItem Source { get; private set; } = null!;

    [BindProperty(Name = "kind")]
    public string? Kind { get; set; }

    [BindProperty(Name = "text")]
    public string? Text { get; set; }

    public SnapshotOutcome.Refused? Refused { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation) =>
        await FindAsync(slug, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, CancellationToken cancellation)
    {
        if (!await FindAsync(slug, cancellation))
        {
            return NotFound();
        }

        if (await commands.AddAsync(slug, Kind ?? "", Text ?? "", Signed.Actor(User), cancellation) is SnapshotOutcome.Refused refused)
        {
            Refused = refused;
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        return Redirect($"{Rendering.Addresses.OfSource(slug)}/passages");
    }

    private async Task<bool> FindAsync(string slug, CancellationToken cancellation)
    {
        var found = await sources.FindAsync(slug, cancellation);
        Source = found!;
        return found is not null;
    }
}
