using System.Data.Common;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Runs the statements of plans, which each database keeps prepared in its own way.</summary>
public abstract class ReadyCommands : IDisposable
{
    /// <param name="dataDirectory">Where the SQLite file lies.</param>
    public static ReadyCommands Of(DatabaseOptions options, string dataDirectory) => options.Provider == DatabaseProvider.Postgres
        ? new PostgresReadyCommands()
        : new SqliteReadyCommands(Path.Combine(dataDirectory, DatabaseRegistration.SqliteFile));

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A command with these values, to be given back.</summary>
    /// <param name="values">Of the plan's slots.</param>
    internal abstract ValueTask<ReadyCommand> RentAsync(TrackerDbContext db, IPlan plan, IReadOnlyList<object?> values, CancellationToken cancellation);

    /// <summary>Lets go of all plans that nobody uses now.</summary>
    internal virtual void Forget()
    {
    }

    protected virtual void Dispose(bool disposing)
    {
    }

    private protected static void Fill(DbCommand command, IPlan plan, IReadOnlyList<object?> values)
    {
        for (var index = 0; index < plan.Parameters.Count; index++)
        {
            if (plan.Parameters[index].Slot is { } slot)
            {
                command.Parameters[index].Value = values[slot];
            }
        }
    }
}

/// <summary>A command in use.</summary>
/// <param name="giveBack">What is to be done afterwards.</param>
internal sealed class ReadyCommand(DbCommand command, Func<ValueTask> giveBack) : IAsyncDisposable
{
    public DbCommand Command { get; } = command;

    public ValueTask DisposeAsync() => giveBack();
}
