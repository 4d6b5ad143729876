using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace PhysicalAiTracker.Core.Importing;

/// <summary>An import was stopped from outside. Its message says what was kept and how to go on.</summary>
/// <param name="kept">How many rows or filings of the file were done with when something was kept last; 0 where nothing was.</param>
/// <param name="noun">What is counted.</param>
/// <param name="hasRefused">Whether there is a file or folder of what was refused, which is never written again.</param>
public sealed class ImportStoppedException(long kept, string noun, bool hasRefused, Exception inner) : OperationCanceledException(
    FormattableString.Invariant($"Stopped. {(kept == 0 ? "Nothing was kept; the same command begins anew" : $"What the first {kept} {noun} brought is kept; the same command goes on behind them")}")
    + (hasRefused ? ", with another --refused." : "."),
    inner)
{
    /// <summary>SQLITE_INTERRUPT.</summary>
    private const int Interrupted = 9;

    /// <summary>PostgreSQL's query_canceled.</summary>
    private const string Cancelled = "57014";

    /// <summary>Whether something ended because it was to be stopped. A database that fails in the same moment, such as of a full disk, does so for a reason of its own.</summary>
    public static bool IsStop(Exception exception, CancellationToken cancellation) =>
        cancellation.IsCancellationRequested && exception is OperationCanceledException or SqliteException { SqliteErrorCode: Interrupted } or DbException { SqlState: Cancelled };
}
