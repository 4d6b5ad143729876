using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>Asks before a draft is thrown away.</summary>
public sealed class DiscardModel(DraftQueries drafts, DraftCommands commands) : DraftPageModel
{
    public DraftItem Draft { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(id, Who, cancellation) is not { } draft)
        {
            return NotFound();
        }

        Draft = draft;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await commands.DiscardAsync(id, Who, cancellation))
        {
            return NotFound();
        }

        Tell("The draft was discarded.");
        return Redirect("/disclosures");
    }
}
