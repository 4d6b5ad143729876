using System.Data.Common;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Runs the statements of plans, which each database keeps prepared in its own way.</summary>
public abstract class ReadyCommands : IDisposable
{
    /// <param name="dataDirectory">Where the SQLite file lies.</param>
    public static ReadyCommands Of(DatabaseOptions options, string dataDirectory) => options.Provider == DatabaseProvider.Postgres
        ? new PostgresReadyCommands(options.ConnectionString!)
        : new SqliteReadyCommands(Path.Combine(dataDirectory, DatabaseRegistration.SqliteFile));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The rows of the plan's statement with these values.</summary>
    /// <param name="values">Of the plan's slots.</param>
    internal abstract ValueTask<ReadyRows> OpenAsync(IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation);

    /// <summary>Lets go of all plans that nobody uses now.</summary>
    internal virtual void Forget()
    {
    }

    protected virtual void Dispose(bool disposing)
    {
    }
}

/// <summary>Rows of a statement that is in use until they are disposed of.</summary>
/// <param name="giveBack">What is to be done afterwards.</param>
internal sealed class ReadyRows(DbDataReader rows, Func<ValueTask> giveBack) : IAsyncDisposable
{
    public DbDataReader Rows { get; } = rows;

    public async ValueTask DisposeAsync()
    {
        await Rows.DisposeAsync();
        await giveBack();
    }
}
