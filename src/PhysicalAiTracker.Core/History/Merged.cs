using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.History;

/// <summary>Where the ids of merged records lead.</summary>
internal static class Merged
{
    /// <summary>The live record that a merged id means by now, over any number of merges; null where the id was not merged, or its record was removed in the end.</summary>
    public static async Task<Guid?> FollowAsync(TrackerDbContext db, Guid id, CancellationToken cancellation)
    {
        var now = id;
        while (await db.Tombstones.Where(t => t.Id == now).Select(t => new { t.MergedIntoId }).FirstOrDefaultAsync(cancellation) is { } tombstone)
        {
            if (tombstone.MergedIntoId is not { } into)
            {
                return null;
            }

            now = into;
        }

        return now == id ? null : now;
    }
}
