using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>
/// What analysts do to the history itself: revert, merge, undo a merge, remove. Each goes the one way in, as a disclosure without
/// a source: validated, in one transaction, with a revision for every record it touches.
/// </summary>
public sealed class ActCommands(TrackerDbContext db, DisclosureCommands disclosures, ActivityLog activity, TimeProvider time)
{
    public Task<DisclosureOutcome> RevertAsync(RevertRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(ActivityKind.Reverted, request.Note, submitter, keep: true, scene => new RevertAct(scene).RunAsync(request), cancellation);

    public Task<DisclosureOutcome> MergeAsync(MergeRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(ActivityKind.Merged, request.Note, submitter, keep: true, scene => new MergeAct(scene).RunAsync(request), cancellation);

    /// <summary>Merges for an import, within the transaction that it has open.</summary>
    /// <inheritdoc cref="MergeAct.RunAsync"/>
    internal Task<DisclosureOutcome> MergeAsync(MergeRequest request, JsonObject shown, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(ActivityKind.Merged, request.Note, submitter, keep: true, scene => new MergeAct(scene).RunAsync(request, shown), cancellation);

    /// <summary>Merges, says what that did or why it cannot be, and takes everything back.</summary>
    public Task<DisclosureOutcome> PreviewMergeAsync(MergeRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(ActivityKind.Merged, "preview", submitter, keep: false, scene => new MergeAct(scene).RunAsync(request), cancellation);

    public Task<DisclosureOutcome> UndoMergeAsync(UndoMergeRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(ActivityKind.MergeUndone, request.Note, submitter, keep: true, scene => new UndoMergeAct(scene).RunAsync(request), cancellation);

    public Task<DisclosureOutcome> RemoveAsync(RemovalRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(ActivityKind.Removed, request.Note, submitter, keep: true, scene => new RemovalAct(scene).RunAsync(request), cancellation);

    private Task<DisclosureOutcome> RunAsync(
        ActivityKind kind, string? note, Submitter submitter, bool keep, Func<ActScene, Task<DisclosureOutcome>> act, CancellationToken cancellation)
    {
        var text = SnapshotText.Normalise(note ?? "").Trim();
        if (text.Length is 0 or > Revision.NoteLength)
        {
            return Task.FromResult(DisclosureOutcome.Refused(
                [new Problem("/note", text.Length == 0 ? "is required: say why, for whoever reads the history" : $"has {text.Length:N0} characters; {Revision.NoteLength:N0} are the most")]));
        }

        return disclosures.TransactAsync(
            async () =>
            {
                var outcome = await act(new ActScene(db, disclosures, submitter, text, await Moment.NextAsync(db, time, cancellation), cancellation));
                if (keep && outcome is { Accepted: true, DisclosureId: { } id })
                {
                    await LogAsync(kind, id, text, submitter, cancellation);
                }

                return outcome;
            },
            keep,
            look: null,
            cancellation);
    }

    private async Task LogAsync(ActivityKind kind, Guid id, string note, Submitter submitter, CancellationToken cancellation)
    {
        var title = await db.Disclosures.Where(d => d.Id == id).Select(d => d.Title).FirstAsync(cancellation);
        await activity.AddAsync(kind, new Actor(submitter.UserId, submitter.By), ActivitySubject.Disclosure(id, title), note, cancellation);
    }
}
