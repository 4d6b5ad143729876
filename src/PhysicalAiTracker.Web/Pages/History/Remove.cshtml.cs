using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Web.Pages.History;

/// <summary>Asks for the reason, and removes a record that nothing refers to.</summary>
public sealed class RemoveModel(RecordHistoryQueries histories, ActCommands acts) : ActPageModel
{
    public RecordHistory History { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await histories.FindAsync(id, cancellation) is not { Gone: null } history)
        {
            return NotFound();
        }

        (History, Version) = (history, history.Version);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) => await AnswerAsync(
        await acts.RemoveAsync(new RemovalRequest(id, Version, Note), Who, cancellation), id, "The record was removed.", () => OnGetAsync(id, cancellation));
}
