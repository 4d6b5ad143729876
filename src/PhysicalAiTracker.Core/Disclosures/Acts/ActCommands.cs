using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>
/// What analysts do to the history itself: revert, merge, undo a merge, remove. Each goes the one way in, as a disclosure without
/// a source: validated, in one transaction, with a revision for every record it touches.
/// </summary>
public sealed class ActCommands(TrackerDbContext db, DisclosureCommands disclosures, TimeProvider time)
{
    public Task<DisclosureOutcome> RevertAsync(RevertRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(request.Note, submitter, keep: true, scene => new RevertAct(scene).RunAsync(request), cancellation);

    public Task<DisclosureOutcome> MergeAsync(MergeRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(request.Note, submitter, keep: true, scene => new MergeAct(scene).RunAsync(request), cancellation);

    /// <summary>Merges, says what that did or why it cannot be, and takes everything back.</summary>
    public Task<DisclosureOutcome> PreviewMergeAsync(MergeRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync("preview", submitter, keep: false, scene => new MergeAct(scene).RunAsync(request), cancellation);

    public Task<DisclosureOutcome> UndoMergeAsync(UndoMergeRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(request.Note, submitter, keep: true, scene => new UndoMergeAct(scene).RunAsync(request), cancellation);

    public Task<DisclosureOutcome> RemoveAsync(RemovalRequest request, Submitter submitter, CancellationToken cancellation) =>
        RunAsync(request.Note, submitter, keep: true, scene => new RemovalAct(scene).RunAsync(request), cancellation);

    private Task<DisclosureOutcome> RunAsync(
        string? note, Submitter submitter, bool keep, Func<ActScene, Task<DisclosureOutcome>> act, CancellationToken cancellation)
    {
        var text = note?.Trim() ?? "";
        if (text.Length is 0 or > Revision.NoteLength)
        {
            return Task.FromResult(DisclosureOutcome.Refused(
                [new Problem("/note", text.Length == 0 ? "is required: say why, for whoever reads the history" : $"has {text.Length:N0} characters; {Revision.NoteLength:N0} are the most")]));
        }

        return disclosures.TransactAsync(
            async () => await act(new ActScene(db, disclosures, submitter, text, await Moment.NextAsync(db, time, cancellation), cancellation)), keep, look: null, cancellation);
    }
}
