using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Sources.Likeness;

/// <summary>The shingles of texts that were compared before; a text never changes. The parts of a file that is imported are compared with each other again and again.</summary>
internal sealed class ReadTexts
{
    /// <summary>Hashes held at a time, 2 MB; all are forgotten beyond.</summary>
    private const int Most = 250_000;

    /// <summary>Sums held at a time, 2 MB; all are forgotten beyond.</summary>
    private const int MostSums = 10_000;

    private readonly Dictionary<Guid, Shingles> _read = [];
    private readonly Dictionary<Guid, string> _sums = [];
    private int _count;

    public async Task<Shingles> OfAsync(TrackerDbContext db, Guid snapshot, CancellationToken cancellation)
    {
        if (_read.TryGetValue(snapshot, out var known))
        {
            return known;
        }

        var shingles = Shingles.Of(await db.Snapshots.Where(s => s.Id == snapshot).Select(s => s.Text).FirstAsync(cancellation));
        if (_count + shingles.Count > Most)
        {
            _read.Clear();
            _count = 0;
        }

        _read[snapshot] = shingles;
        _count += shingles.Count;
        return shingles;
    }

    /// <summary>The SHA-256 of texts, which puts those in order that are as much alike.</summary>
    /// <param name="snapshots">Those that are not there are not in the answer.</param>
    public async Task<Dictionary<Guid, string>> SumsOfAsync(TrackerDbContext db, IReadOnlyCollection<Guid> snapshots, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, string>(snapshots.Count);
        var lacking = new List<Guid>();
        foreach (var snapshot in snapshots)
        {
            if (_sums.TryGetValue(snapshot, out var sum))
            {
                found[snapshot] = sum;
            }
            else
            {
                lacking.Add(snapshot);
            }
        }

        if (_sums.Count + lacking.Count > MostSums)
        {
            _sums.Clear();
        }

        foreach (var snapshot in lacking.Count == 0 ? [] : await db.Snapshots.Where(s => lacking.Contains(s.Id)).Select(s => new { s.Id, s.Sha256 }).ToListAsync(cancellation))
        {
            _sums[snapshot.Id] = found[snapshot.Id] = snapshot.Sha256;
        }

        return found;
    }
}
