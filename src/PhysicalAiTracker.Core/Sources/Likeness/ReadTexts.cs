using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Sources.Likeness;

/// <summary>The shingles of texts that were compared before; a text never changes. The parts of a file that is imported are compared with each other again and again.</summary>
internal sealed class ReadTexts
{
    /// <summary>Hashes held at a time, 2 MB; all are forgotten beyond.</summary>
    private const int Most = 250_000;

    private readonly Dictionary<Guid, Shingles> _read = [];
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
}
