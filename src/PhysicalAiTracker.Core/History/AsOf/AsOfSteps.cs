using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>What goes into a day's file, in order. A new table is one more line here.</summary>
internal static class AsOfSteps
{
    /// <summary>
    /// Accounts and drafts never go into the file. What people decided (rulings, confirmations) is copied where it was decided by then;
    /// what is derived is not copied but derived again at the end.
    /// </summary>
    public static IReadOnlyList<Func<AsOfCopy, Task>> All { get; } =
    [
        Sources,
        copy => copy.RowsAsync(copy.Live.FormerSources.Where(f => f.Until < copy.End)),
        copy => copy.RowsAsync(copy.Live.Snapshots.Where(s => s.CapturedAt < copy.End)),
        Passages,
        copy => copy.RowsAsync(copy.Live.PassageAnchors.Where(a => a.Snapshot.CapturedAt < copy.End
            && copy.Live.Assertions.Any(said => said.PassageId == a.PassageId && said.CreatedAt < copy.End))),
        copy => copy.RowsAsync(copy.Live.SourceLikenesses.Where(l => l.State != LikenessState.Suggested && l.At < copy.End)),
        Disclosures,
        AsOfRecords.CopyAsync,
        Rulings,
    ];

    /// <summary>A source is as it was before its first change after that day. Of changes from before these were kept, at least what came later is not told.</summary>
    private static Task Sources(AsOfCopy copy) => copy.EachAsync(
        copy.Live.Sources.Where(s => s.CreatedAt < copy.End).Select(s => new
        {
            Source = s,
            Former = copy.Live.FormerSources.Where(f => f.SourceId == s.Id && f.Until >= copy.End).OrderBy(f => f.Until).ThenBy(f => f.Id).Select(f => f.State).FirstOrDefault(),
            // Others only credited it then.
            Unread = s.Snapshots.Any() && !s.Snapshots.Any(snapshot => snapshot.CapturedAt < copy.End),
            OriginUnknown = s.OriginId != null && (s.Origin!.CreatedAt >= copy.End || copy.Live.SourceLikenesses.Any(l => l.State == LikenessState.Confirmed && l.At >= copy.End
                && ((l.FirstId == s.Id && l.SecondId == s.OriginId) || (l.SecondId == s.Id && l.FirstId == s.OriginId)))),
        }),
        row =>
        {
            row.Source.Seen &= !row.Unread;
            row.Source.OriginId = row.OriginUnknown ? null : row.Source.OriginId;
            copy.Rows.Write(row.Former is null ? row.Source : FormerSources.Read(row.Source, row.Former));
        });

    /// <summary>A passage has no time of its own: it is there since the first assertion that quotes it. It stands as in the newest text of that day.</summary>
    private static Task Passages(AsOfCopy copy) => copy.EachAsync(
        copy.Live.Passages.Where(p => (p.Snapshot == null || p.Snapshot.CapturedAt < copy.End) && copy.Live.Assertions.Any(a => a.PassageId == p.Id && a.CreatedAt < copy.End))
            .Select(p => new
            {
                Passage = p,
                Newest = copy.Live.PassageAnchors.Where(a => a.PassageId == p.Id && a.Snapshot.CapturedAt < copy.End)
                    .OrderByDescending(a => a.Snapshot.CapturedAt).ThenByDescending(a => a.SnapshotId).Select(a => (PassageState?)a.State).FirstOrDefault(),
            }),
        row =>
        {
            row.Passage.State = row.Passage.SnapshotId is null ? PassageState.NotCaptured : row.Newest ?? PassageState.Intact;
            copy.Rows.Write(row.Passage);
        });

    private static Task Rulings(AsOfCopy copy) => copy.EachAsync(
        copy.Live.ContradictionRulings.Where(r => r.At < copy.End),
        ruling =>
        {
            ruling.UserId = null;
            copy.Rows.Write(ruling);
        });

    private static Task Disclosures(AsOfCopy copy) => copy.EachAsync(
        copy.Live.Disclosures.Where(d => d.State == DisclosureState.Accepted && d.DecidedAt < copy.End),
        disclosure =>
        {
            disclosure.AuthorId = null;
            copy.Rows.Write(disclosure);
        });
}
