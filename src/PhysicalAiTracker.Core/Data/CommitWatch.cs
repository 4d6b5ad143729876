namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Tells whether anything was committed since it was asked before, by this process or another. Asking takes a look into memory; on PostgreSQL it takes one trip for all
/// who ask at a time, unless whoever writes waits for a lease that this process holds.
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
