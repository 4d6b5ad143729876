using Npgsql;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// By the snapshot that a query would see: each transaction that wrote leaves it when it commits, and no sooner. Whoever asks while a trip is under way
/// waits for the next one, since the answer under way may be older than the question. Where many ask, a lease spares them the trip.
/// </summary>
internal sealed class PostgresCommitWatch : CommitWatch
{
    internal const string Snapshot = "SELECT pg_current_snapshot()::text";

    private readonly NpgsqlDataSource _source;
    private readonly PostgresLease _lease;
    private readonly Lock _lock = new();
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _ask;
    private Task<string>? _underWay;
    private Task<string>? _next;

    public PostgresCommitWatch(string connectionString)
    {
        _source = NpgsqlDataSource.Create(connectionString);
        _lease = new PostgresLease(_source);
    }

    public override ValueTask<string> ReadAsync()
    {
        if (_lease.Mark is { } mark)
        {
            return new ValueTask<string>(mark);
        }

        lock (_lock)
        {
            _lease.Seek();
            return new ValueTask<string>(_next ??= AfterAsync(_underWay));
        }
    }

    protected override void Dispose(bool disposing)
    {
        _lease.Dispose();
        _ask?.Dispose();
        _connection?.Dispose();
        _source.Dispose();
    }

    private async Task<string> AfterAsync(Task<string>? before)
    {
        // The lock is held where this starts.
        await Task.Yield();
        if (before is not null)
        {
            await before.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        lock (_lock)
        {
            (_underWay, _next) = (_next, null);
        }

        try
        {
            if (_connection is null)
            {
                _connection = await _source.OpenConnectionAsync();
                _ask = new NpgsqlCommand(Snapshot, _connection);
                await _ask.PrepareAsync();
            }

            return (string)(await _ask!.ExecuteScalarAsync())!;
        }
        catch
        {
            var broken = _connection;
            (_connection, _ask) = (null, null);
            if (broken is not null)
            {
                await broken.DisposeAsync();
            }

            throw;
        }
    }
}
