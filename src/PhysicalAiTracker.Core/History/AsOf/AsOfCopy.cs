using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>What the steps of a copy have at hand.</summary>
/// <param name="Live">The database in use, in a transaction that sees one state of it.</param>
/// <param name="Rows">Writes to the day's file; foreign keys are looked at when all rows are there.</param>
/// <param name="End">The first moment that the copy knows nothing of (UTC).</param>
internal sealed record AsOfCopy(TrackerDbContext Live, RowWriter Rows, DateTime End, CancellationToken Cancellation)
{
    /// <summary>Records read at once.</summary>
    private const int BatchSize = 1000;

    /// <summary>Copies rows one by one, without holding them.</summary>
    public Task RowsAsync<T>(IQueryable<T> rows)
        where T : class => EachAsync(rows, Rows.Write);

    public async Task EachAsync<T>(IQueryable<T> rows, Action<T> write)
        where T : class
    {
        await foreach (var row in rows.AsNoTracking().AsAsyncEnumerable().WithCancellation(Cancellation))
        {
            write(row);
        }
    }

    /// <summary>Ids of the records that had been accepted by then, in bunches; some may have been removed again.</summary>
    public async Task<IEnumerable<Guid[]>> RecordsAsync() =>
        (await Live.Revisions.Where(r => r.At < End).Select(r => r.RecordId).Distinct().OrderBy(id => id).ToListAsync(Cancellation)).Chunk(BatchSize);
}
