using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Web.Pages.History;

/// <summary>Asks for the reason, and takes a merge back.</summary>
public sealed class UndoMergeModel(RecordHistoryQueries histories, ActCommands acts) : ActPageModel
{
    public RecordHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await histories.FindAsync(id, cancellation) is not { Gone: not null } history)
        {
            return NotFound();
        }

        (History, Version) = (history, history.Version);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) => await AnswerAsync(
        await acts.UndoMergeAsync(new UndoMergeRequest(id, Version, Note), Who, cancellation), id, "The merge was undone.", () => OnGetAsync(id, cancellation));
}
