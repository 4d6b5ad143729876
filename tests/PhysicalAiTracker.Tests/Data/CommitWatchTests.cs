using Microsoft.Data.Sqlite;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Data;

/// <summary>The mark that kept answers hold by.</summary>
public sealed class CommitWatchTests
{
    [Fact]
    public async Task Each_commit_changes_the_mark_once_whoever_asks()
    {
        using var directory = new TemporaryDirectory();
        using var watch = CommitWatch.Of(new DatabaseOptions(), directory.Path);
        await using var writer = new SqliteConnection($"Data Source={Path.Combine(directory.Path, DatabaseRegistration.SqliteFile)};Pooling=False");
        await writer.OpenAsync();
        await WriteAsync("PRAGMA journal_mode = WAL; CREATE TABLE Things (Name TEXT)");
        var marks = new HashSet<string> { await watch.ReadAsync() };
        for (var commit = 0; commit < 50; commit++)
        {
            await WriteAsync($"INSERT INTO Things VALUES ('{commit}')");

            // Several ask at a time, and each after the commit.
            var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await watch.ReadAsync())));

            seen.Distinct().Should().ContainSingle("one commit is one change, at {0}", commit);
            marks.Add(seen[0]).Should().BeTrue("a mark never comes again, at {0}", commit);
        }

        (await watch.ReadAsync()).Should().Be(await watch.ReadAsync());

        async Task WriteAsync(string statement)
        {
            await using var command = writer.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_an_error_each_time_until_it_is()
    {
        using var directory = new TemporaryDirectory();
        using var watch = CommitWatch.Of(new DatabaseOptions(), directory.Path);
        for (var attempt = 0; attempt < 10; attempt++)
        {
            await FluentActions.Awaiting(async () => await watch.ReadAsync()).Should().ThrowAsync<SqliteException>();
        }

        await using var writer = new SqliteConnection($"Data Source={Path.Combine(directory.Path, DatabaseRegistration.SqliteFile)};Pooling=False");
        await writer.OpenAsync();
        await using var command = writer.CreateCommand();
        command.CommandText = "CREATE TABLE Things (Name TEXT)";
        await command.ExecuteNonQueryAsync();

        (await watch.ReadAsync()).Should().NotBeEmpty();
    }

    /// <summary>Without it each look asks SQLite, and nothing but its time would show that.</summary>
    [Fact]
    public async Task The_index_of_a_database_in_wal_tells_of_each_commit_and_of_nothing_else()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File("things.db");
        await using var writer = new SqliteConnection($"Data Source={file};Pooling=False");
        await using var reader = new SqliteConnection($"Data Source={file};Pooling=False;Mode=ReadOnly");
        await writer.OpenAsync();
        await RunAsync(writer, "CREATE TABLE Things (Name TEXT)");
        await reader.OpenAsync();
        await RunAsync(reader, "SELECT * FROM Things");
        SqliteWalIndex.Of(reader.Handle!).Should().BeNull("its journal is another");
        File.Exists($"{file}-shm").Should().BeFalse();
        await reader.CloseAsync();
        await RunAsync(writer, "PRAGMA journal_mode = WAL; INSERT INTO Things VALUES ('first')");
        await reader.OpenAsync();
        await RunAsync(reader, "SELECT * FROM Things");

        var index = SqliteWalIndex.Of(reader.Handle!)!;

        for (var commit = 0; commit < 50; commit++)
        {
            var before = index.Read();
            await RunAsync(reader, "SELECT * FROM Things");
            await RunAsync(writer, "BEGIN; INSERT INTO Things VALUES ('nothing'); ROLLBACK");
            index.Is(before).Should().BeTrue("nobody committed, at {0}", commit);
            await RunAsync(writer, $"INSERT INTO Things VALUES ('{commit}')");
            index.Is(before).Should().BeFalse("somebody committed, at {0}", commit);
        }

        static async Task RunAsync(SqliteConnection connection, string statement)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = statement;
            await command.ExecuteNonQueryAsync();
        }
    }
}
