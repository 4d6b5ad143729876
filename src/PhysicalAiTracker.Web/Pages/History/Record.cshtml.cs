using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.History;

/// <summary>Everything that a record was, also of one that is gone.</summary>
public sealed class RecordModel(RecordHistoryQueries histories, IAuthorizationService authorization) : PageModel
{
    public RecordHistory History { get; private set; } = null!;

    /// <summary>Whether the reader may revert, merge and remove.</summary>
    public bool MayAct { get; private set; }

    /// <summary>Whether the record was merged into another, and that was not undone.</summary>
    public bool WasMerged => History.Gone is not null && History.Revisions[0].Act == DisclosureAct.Merge;

    /// <summary>What to tell once, after an act.</summary>
    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await histories.FindAsync(id, cancellation) is not { } history)
        {
            return NotFound();
        }

        History = history;
        MayAct = (await authorization.AuthorizeAsync(User, Policies.Analyst)).Succeeded;
        return Page();
    }

    /// <summary>The reason in words; that the world changed and that we corrected never read alike.</summary>
    public static string Why(RevisionEntry revision) => (revision.Change, revision.Act, revision.Reason) switch
    {
        (ChangeKind.Created, _, _) => "First known,",
        (ChangeKind.Merged, _, _) => "We merged it,",
        (ChangeKind.Removed, _, _) => "We removed it,",
        (ChangeKind.Restored, _, _) => "We brought it back,",
        (_, DisclosureAct.Revert, _) => "We corrected: taken back,",
        (_, DisclosureAct.Merge, _) => "We corrected: merged,",
        (_, DisclosureAct.UndoMerge, _) => "We corrected: merge undone,",
        (_, _, RevisionReason.WorldChanged) => "The world changed,",
        _ => "We corrected,",
    };

    /// <summary>The class of its shape: a full disc where the world changed, an open square where we corrected.</summary>
    public static string Sign(RevisionEntry revision) =>
        revision.Change == ChangeKind.Created ? "first" : revision.Act is null && revision.Reason == RevisionReason.WorldChanged ? "world-changed" : "we-corrected";
}
