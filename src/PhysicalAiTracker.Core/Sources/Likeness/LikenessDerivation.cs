using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Sources.Likeness;

/// <summary>Suggests sources whose texts are so alike that they have one origin. What somebody judged is kept as it was judged.</summary>
public sealed class LikenessDerivation(TrackerDbContext db)
{
    /// <summary>Texts compared word for word: those with most hashes in common.</summary>
    public const int MostCandidates = 20;

    /// <summary>Sketches every snapshot anew and suggests afresh.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await db.SnapshotHashes.ExecuteDeleteAsync(cancellation);
        await db.SourceLikenesses.Where(l => l.State == LikenessState.Suggested).ExecuteDeleteAsync(cancellation);
        await CompleteAsync(cancellation);
    }

    /// <summary>Sketches and compares the snapshots that have no sketch: those stored before there were any.</summary>
    public async Task CompleteAsync(CancellationToken cancellation)
    {
        var lacking = await db.Snapshots.Where(s => !db.SnapshotHashes.Any(h => h.SnapshotId == s.Id)).OrderBy(s => s.Id)
            .Select(s => new { s.Id, s.SourceId }).ToListAsync(cancellation);
        foreach (var snapshot in lacking)
        {
            await SketchAsync(db, snapshot.Id, new ReadTexts(), cancellation);
        }

        foreach (var source in lacking.Select(s => s.SourceId).Distinct())
        {
            await OfSourceAsync(db, source, new ReadTexts(), cancellation);
        }
    }

    /// <summary>Compares the texts of a source with those of others, and suggests what is alike.</summary>
    internal static async Task OfSourceAsync(TrackerDbContext db, Guid source, ReadTexts read, CancellationToken cancellation)
    {
        var snapshots = await db.Snapshots.Where(s => s.SourceId == source).Select(s => s.Id).ToListAsync(cancellation);
        var found = new Dictionary<Guid, Resemblance>();
        foreach (var snapshot in snapshots)
        {
            var shingles = await SketchAsync(db, snapshot, read, cancellation);
            foreach (var (other, resemblance) in await LikeAsync(db, shingles, snapshots, read, cancellation))
            {
                if (!found.TryGetValue(other, out var best) || resemblance.Containment > best.Containment)
                {
                    found[other] = resemblance;
                }
            }
        }

        foreach (var (other, resemblance) in found)
        {
            await SuggestAsync(db, source, other, resemblance, cancellation);
        }

        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>The sources with a text that has much in common with this one, the most alike first.</summary>
    /// <param name="but">Snapshots to leave out.</param>
    internal static async Task<IReadOnlyList<(Guid Source, Resemblance Resemblance)>> LikeAsync(
        TrackerDbContext db, Shingles shingles, IReadOnlyCollection<Guid> but, ReadTexts read, CancellationToken cancellation)
    {
        var sketch = shingles.Sketch();
        var shared = await db.SnapshotHashes.Where(h => sketch.Contains(h.Hash)).GroupBy(h => h.SnapshotId).Select(group => new { Snapshot = group.Key, Count = group.Count() }).ToListAsync(cancellation);
        shared.RemoveAll(other => but.Contains(other.Snapshot));
        if (shared.Count > MostCandidates)
        {
            // An index counts; a snapshot itself lies behind its text, so that none is read that has fewer in common than enough others.
            var fewest = shared.Select(other => other.Count).OrderDescending().ElementAt(MostCandidates - 1);
            shared.RemoveAll(other => other.Count < fewest);
        }

        var sums = await read.SumsOfAsync(db, shared.ConvertAll(other => other.Snapshot), cancellation);
        List<Guid> candidates =
        [
            .. shared.Where(other => sums.ContainsKey(other.Snapshot)).OrderByDescending(other => other.Count).ThenBy(other => sums[other.Snapshot], StringComparer.Ordinal).ThenBy(other => other.Snapshot)
                .Select(other => other.Snapshot).Take(MostCandidates),
        ];
        var sources = await db.Snapshots.Where(s => candidates.Contains(s.Id)).Select(s => new { s.Id, s.SourceId }).ToDictionaryAsync(s => s.Id, s => s.SourceId, cancellation);
        var found = new Dictionary<Guid, Resemblance>();
        foreach (var candidate in candidates)
        {
            var resemblance = shingles.With(await read.OfAsync(db, candidate, cancellation));
            if (resemblance.IsTelling && (!found.TryGetValue(sources[candidate], out var best) || resemblance.Containment > best.Containment))
            {
                found[sources[candidate]] = resemblance;
            }
        }

        return [.. found.OrderByDescending(f => f.Value.Containment).ThenByDescending(f => f.Value.Jaccard).Select(f => (f.Key, f.Value))];
    }

    private static async Task<Shingles> SketchAsync(TrackerDbContext db, Guid snapshot, ReadTexts read, CancellationToken cancellation)
    {
        var shingles = await read.OfAsync(db, snapshot, cancellation);
        if (!await db.SnapshotHashes.AnyAsync(h => h.SnapshotId == snapshot, cancellation))
        {
            await NewRows.WriteAsync(db, [.. shingles.Sketch().Select(hash => new SnapshotHash { SnapshotId = snapshot, Hash = hash })], cancellation);
        }

        return shingles;
    }

    private static async Task SuggestAsync(TrackerDbContext db, Guid one, Guid other, Resemblance resemblance, CancellationToken cancellation)
    {
        var (first, second) = one.CompareTo(other) < 0 ? (one, other) : (other, one);
        var known = await db.SourceLikenesses.AsTracking().FirstOrDefaultAsync(l => l.FirstId == first && l.SecondId == second, cancellation);
        if (known is null)
        {
            known = new SourceLikeness { FirstId = first, SecondId = second };
            db.SourceLikenesses.Add(known);
        }

        (known.Jaccard, known.Containment) = (resemblance.Jaccard, resemblance.Containment);
    }
}
