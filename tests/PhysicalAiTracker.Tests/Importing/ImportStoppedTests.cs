using Microsoft.Data.Sqlite;
using Npgsql;
using PhysicalAiTracker.Core.Importing;

namespace PhysicalAiTracker.Tests.Importing;

/// <summary>What ends an import: somebody who stops it, or the database for a reason of its own.</summary>
public sealed class ImportStoppedTests
{
    public static TheoryData<Exception, bool> Ends => new()
    {
        { new OperationCanceledException(), true },
        { new TaskCanceledException(), true },
        { new SqliteException("interrupted", 9), true },
        { new PostgresException("canceling statement due to user request", "ERROR", "ERROR", "57014"), true },
        { new SqliteException("database or disk is full", 13), false },
        { new PostgresException("could not extend file", "ERROR", "ERROR", "53100"), false },
        { new NpgsqlException("the connection is broken"), false },
        { new IOException("no space left"), false },
    };

    [Theory, MemberData(nameof(Ends))]
    public void A_fault_of_the_database_is_not_told_as_the_stop_in_whose_moment_it_comes(Exception end, bool isStop)
    {
        using var stop = new CancellationTokenSource();
        ImportStoppedException.IsStop(end, stop.Token).Should().BeFalse("nobody stopped it");

        stop.Cancel();

        ImportStoppedException.IsStop(end, stop.Token).Should().Be(isStop);
    }
}
