using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace PhysicalAiTracker.Core.Data;

/// <summary>While it is open, every query of a context sees the database as it was at the first, and no writer waits for that.</summary>
internal sealed class OneState : IAsyncDisposable
{
    private readonly TrackerDbContext _db;
    private readonly IAsyncDisposable _reading;
    private readonly IDbContextTransaction? _used;

    private OneState(TrackerDbContext db, IAsyncDisposable reading, IDbContextTransaction? used) => (_db, _reading, _used) = (db, reading, used);

    public static async Task<OneState> OfAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        await db.Database.OpenConnectionAsync(cancellation);
        var reading = db.Database.GetDbConnection() is SqliteConnection sqlite
            ? sqlite.BeginTransaction(deferred: true)
            : await db.Database.GetDbConnection().BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        return new OneState(db, reading, await db.Database.UseTransactionAsync(reading, cancellation));
    }

    public async ValueTask DisposeAsync()
    {
        if (_used is not null)
        {
            await _used.DisposeAsync();
        }

        await _reading.DisposeAsync();
        await _db.Database.CloseConnectionAsync();
    }
}
