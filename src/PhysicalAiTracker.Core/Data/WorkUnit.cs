using Microsoft.EntityFrameworkCore.Storage;

namespace PhysicalAiTracker.Core.Data;

/// <summary>A transaction, or a part of the one that the caller has open, which is kept or taken back by itself.</summary>
internal sealed class WorkUnit : IAsyncDisposable
{
    private readonly IDbContextTransaction _transaction;
    private readonly string? _savepoint;
    private bool _done;

    private WorkUnit(IDbContextTransaction transaction, string? savepoint) => (_transaction, _savepoint) = (transaction, savepoint);

    public static async Task<WorkUnit> BeginAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is not { } outer)
        {
            return new WorkUnit(await db.Database.BeginTransactionAsync(cancellation), savepoint: null);
        }

        var savepoint = $"work_{Guid.NewGuid():N}";
        await outer.CreateSavepointAsync(savepoint, cancellation);
        return new WorkUnit(outer, savepoint);
    }

    /// <summary>Keeps what was done; within a caller's transaction, for as long as that is kept.</summary>
    public Task CommitAsync(CancellationToken cancellation)
    {
        _done = true;
        return _savepoint is null ? _transaction.CommitAsync(cancellation) : _transaction.ReleaseSavepointAsync(_savepoint, cancellation);
    }

    public Task RollbackAsync(CancellationToken cancellation)
    {
        _done = true;
        return _savepoint is null ? _transaction.RollbackAsync(cancellation) : _transaction.RollbackToSavepointAsync(_savepoint, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_savepoint is null)
        {
            await _transaction.DisposeAsync();
        }
        else if (!_done)
        {
            await _transaction.RollbackToSavepointAsync(_savepoint, CancellationToken.None);
        }
    }
}
