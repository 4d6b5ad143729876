using Npgsql;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Tells whether anything was committed since it was asked before, by this process or another. Asking takes microseconds on SQLite, and one trip for all who
/// ask at a time on PostgreSQL.
/// </summary>
public abstract class CommitWatch : IDisposable
{
    /// <param name="dataDirectory">Where the SQLite file lies.</param>
    public static CommitWatch Of(DatabaseOptions options, string dataDirectory) => options.Provider == DatabaseProvider.Postgres
        ? new PostgresCommitWatch(options.ConnectionString!)
        : new SqliteCommitWatch(Path.Combine(dataDirectory, DatabaseRegistration.SqliteFile));

    /// <summary>A mark that is the same as an earlier one only where nothing was committed in between. What is read from now on is not older than it.</summary>
    public abstract ValueTask<string> ReadAsync();

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected abstract void Dispose(bool disposing);
}

/// <summary>
/// By the snapshot that a query would see: each transaction that wrote leaves it when it commits, and no sooner. Whoever asks while a trip is under way
/// waits for the next one, since the answer under way may be older than the question.
/// </summary>
internal sealed class PostgresCommitWatch(string connectionString) : CommitWatch
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);
    private readonly Lock _lock = new();
    private NpgsqlConnection? _connection;
    private NpgsqlCommand? _ask;
    private Task<string>? _underWay;
    private Task<string>? _next;

    public override ValueTask<string> ReadAsync()
    {
        lock (_lock)
        {
            return new ValueTask<string>(_next ??= AfterAsync(_underWay));
        }
    }

    protected override void Dispose(bool disposing)
    {
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
                _ask = new NpgsqlCommand("SELECT pg_current_snapshot()::text", _connection);
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
