using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Web.Pages.History;

/// <summary>Asks for the reason, and takes a record back to an earlier state.</summary>
public sealed class RevertModel(RecordHistoryQueries histories, ActCommands acts) : ActPageModel
{
    /// <summary>The version to go back to.</summary>
    [FromQuery(Name = "to")]
    public int To { get; set; }

    public RecordHistory History { get; private set; } = null!;

    public IReadOnlyList<FieldChange> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await histories.FindAsync(id, cancellation) is not { } history || await histories.BackToAsync(id, To, cancellation) is not { } changes)
        {
            return NotFound();
        }

        (History, Changes, Version) = (history, changes, history.Version);
        ModelState.Clear();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation) => await AnswerAsync(
        await acts.RevertAsync(new RevertRequest(id, Version, To, Note), Who, cancellation), id, $"The record is as it was in version {To}.", () => OnGetAsync(id, cancellation));
}
