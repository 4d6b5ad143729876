using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared.Differences;

namespace PhysicalAiTracker.Core.Sources.Snapshots;

/// <summary>Reads how the texts of a source differ, and what became of its passages.</summary>
public sealed class SnapshotQueries(TrackerDbContext db, SourceQueries sources, EvidenceQueries evidence, RecordNames names)
{
    /// <summary>Every passage of a source with its state; null where there is no such source.</summary>
    public async Task<SourcePassages?> PassagesAsync(string slug, CancellationToken cancellation)
    {
        if (await sources.FindAsync(slug, cancellation) is not { } source)
        {
            return null;
        }

        var snapshots = await SnapshotsAsync(source.Id, cancellation);
        var newest = snapshots.Count > 0 ? snapshots[0] : null;
        var text = newest is null ? "" : await TextAsync(newest.Id, cancellation);
        var anchors = newest is null ? [] : await db.PassageAnchors.Where(a => a.SnapshotId == newest.Id).Select(a => new { a.PassageId, a.Start }).ToDictionaryAsync(a => a.PassageId, a => a.Start, cancellation);
        var homes = await db.Passages.Where(p => p.SourceId == source.Id && p.SnapshotId != null).ToDictionaryAsync(p => p.Id, p => p.SnapshotId!.Value, cancellation);
        var assertions = (await evidence.OfSourceAsync(source.Id, cancellation)).SelectMany(group => group).ToList();
        var called = await names.OfAsync([.. assertions.Select(a => (a.Record, a.RecordId))], cancellation);
        var standings = assertions.GroupBy(a => a.Passage.Id).Select(group =>
        {
            var passage = group.First().Passage;
            return new PassageStanding(
                passage,
                homes.TryGetValue(passage.Id, out var home) ? snapshots.First(s => s.Id == home) : null,
                passage.State == PassageState.Intact && anchors.TryGetValue(passage.Id, out var start) && start != passage.Start,
                passage.State == PassageState.Missing ? NearestWords.Of(text, passage.Exact!) : null,
                [.. group.Select(a => new ReaderAssertion(a, called[a.RecordId]))]);
        });
        return new SourcePassages(
            source,
            newest,
            snapshots.Count > 1 ? snapshots[1] : null,
            [.. standings.OrderBy(s => Attention(s.Passage.State)).ThenBy(s => s.Passage.Start).ThenBy(s => s.Passage.Locator, StringComparer.Ordinal)]);
    }

    /// <summary>Two texts of a source side by side; null where there are no such texts or this reader may not see them.</summary>
    /// <param name="seesAll">Analysts see texts that the public may not.</param>
    public async Task<SnapshotComparison?> CompareAsync(string slug, Guid one, Guid other, bool seesAll, CancellationToken cancellation)
    {
        if (one == other || await sources.FindAsync(slug, cancellation) is not { } source || !(seesAll || source.TextIsPublic))
        {
            return null;
        }

        // Newest first.
        if ((await SnapshotsAsync(source.Id, cancellation)).Where(s => s.Id == one || s.Id == other).ToList() is not [var newer, var older])
        {
            return null;
        }

        var (before, after) = (await TextAsync(older.Id, cancellation), await TextAsync(newer.Id, cancellation));
        if (before.Length == 0 || after.Length == 0)
        {
            // Withheld from an export that this is a copy of.
            return null;
        }

        var inOld = await sources.PlacesAsync(older.Id, cancellation);
        var inNew = await sources.PlacesAsync(newer.Id, cancellation);
        var states = await db.PassageAnchors.Where(a => a.SnapshotId == newer.Id).ToDictionaryAsync(a => a.PassageId, a => a.State, cancellation);
        bool Moved(Guid passage) => inOld.TryGetValue(passage, out var from) && inNew.TryGetValue(passage, out var to) && from.Start != to.Start;
        IReadOnlyList<ComparedPassage> Compared(Dictionary<Guid, (int Start, int End)> places) =>
            [.. places.Select(p => new ComparedPassage(p.Key, p.Value.Start, p.Value.End, states.GetValueOrDefault(p.Key, PassageState.Intact), Moved(p.Key))).OrderBy(p => p.Start).ThenBy(p => p.End)];
        return new SnapshotComparison(source, older, newer, before, after, TextComparison.Compare(before, after), Compared(inOld), Compared(inNew));
    }

    private Task<List<SnapshotItem>> SnapshotsAsync(Guid source, CancellationToken cancellation) =>
        db.Snapshots.AsNoTracking().Where(s => s.SourceId == source).OrderByDescending(s => s.CapturedAt).ThenByDescending(s => s.Id)
            .Select(SnapshotItem.Projection).ToListAsync(cancellation);

    private Task<string> TextAsync(Guid snapshot, CancellationToken cancellation) => db.Snapshots.Where(s => s.Id == snapshot).Select(s => s.Text).FirstAsync(cancellation);

    private static int Attention(PassageState state) => state switch { PassageState.Missing => 0, PassageState.Ambiguous => 1, PassageState.NotCaptured => 3, _ => 2 };
}
