using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.History;

/// <summary>
/// The time at which a transaction writes revisions. Times rise strictly from one transaction to the next, in the order in which
/// they commit: whoever follows the changes by time and id misses none, however many people publish at once.
/// </summary>
internal static class Moment
{
    /// <summary>Any number, but the same one for ever: the lock that writers of revisions wait for on PostgreSQL.</summary>
    private const long Lock = 7_203_411_906;

    /// <summary>To be called within the transaction that writes; on PostgreSQL it waits there for other writers. SQLite has one writer at a time anyway.</summary>
    public static async Task<DateTime> NextAsync(TrackerDbContext db, TimeProvider time, CancellationToken cancellation)
    {
        if (db is PostgresTrackerDbContext)
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        }

        var now = Clock.Now(time);
        var last = await db.Revisions.MaxAsync(r => (DateTime?)r.At, cancellation);
        return last >= now ? last.Value.AddMilliseconds(1) : now;
    }
}
