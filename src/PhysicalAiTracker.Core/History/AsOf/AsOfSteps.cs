using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures;

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
        copy => copy.RowsAsync(copy.Live.Snapshots.Where(s => s.CapturedAt < copy.End)),
        // A passage has no time of its own: it is there since the first assertion that quotes it.
        copy => copy.RowsAsync(copy.Live.Passages.Where(p =>
            (p.Snapshot == null || p.Snapshot.CapturedAt < copy.End) && copy.Live.Assertions.Any(a => a.PassageId == p.Id && a.CreatedAt < copy.End))),
        Disclosures,
        AsOfRecords.CopyAsync,
        copy => copy.RowsAsync(copy.Live.Tombstones.Where(t => t.At < copy.End)),
        copy => copy.RowsAsync(copy.Live.ContradictionRulings.Where(r => r.At < copy.End)),
    ];

    /// <summary>A source's fields have no history: they are as they are now, but for what follows from what came later.</summary>
    private static Task Sources(AsOfCopy copy) => copy.EachAsync(
        copy.Live.Sources.Where(s => s.CreatedAt < copy.End).Select(s => new
        {
            Source = s,
            // Others only credited it then.
            Unread = s.Snapshots.Any() && !s.Snapshots.Any(snapshot => snapshot.CapturedAt < copy.End),
            OriginUnknown = s.Origin != null && s.Origin.CreatedAt >= copy.End,
        }),
        row =>
        {
            row.Source.Seen &= !row.Unread;
            row.Source.OriginId = row.OriginUnknown ? null : row.Source.OriginId;
            copy.Rows.Write(row.Source);
        });

    private static Task Disclosures(AsOfCopy copy) => copy.EachAsync(
        copy.Live.Disclosures.Where(d => d.State == DisclosureState.Accepted && d.DecidedAt < copy.End),
        disclosure =>
        {
            disclosure.AuthorId = null;
            copy.Rows.Write(disclosure);
        });
}
