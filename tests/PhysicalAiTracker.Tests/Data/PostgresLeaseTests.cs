using System.Collections.Concurrent;
using System.Globalization;
using Npgsql;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Data;

/// <summary>That nobody writes unseen while the state of a PostgreSQL database is taken for known (docs/decisions/0057).</summary>
public sealed class PostgresLeaseTests : IAsyncLifetime, IDisposable
{
    private const string HeldAlone = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    /// <summary>For what comes in the end, however busy the machine is.</summary>
    private const int Many = 1_000;

    private readonly TestDatabase _database = new(DatabaseProvider.Postgres);
    private readonly NpgsqlDataSource _source;

    public PostgresLeaseTests() => _source = NpgsqlDataSource.Create(_database.ConnectionString!);

    public Task InitializeAsync() => RunAsync("""
        CREATE TABLE "Things" ("Name" text);
        CREATE TRIGGER "WritesAreSeen" BEFORE INSERT ON "Things" FOR EACH STATEMENT EXECUTE FUNCTION "WritesAreSeen"();
        ALTER TABLE "Things" ENABLE ALWAYS TRIGGER "WritesAreSeen"
        """);

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _source.Dispose();
        _database.Dispose();
    }

    [Fact]
    public async Task Each_table_lets_its_writers_wait_for_the_lease()
    {
        await using var command = _source.CreateCommand("""
            SELECT string_agg(t.relname, ', ') FROM pg_class AS t WHERE t.relkind IN ('r', 'p') AND t.relnamespace = current_schema()::regnamespace
            AND NOT EXISTS (SELECT FROM pg_trigger AS w WHERE w.tgrelid = t.oid AND w.tgname = 'WritesAreSeen')
            """);

        (await command.ExecuteScalarAsync()).Should().Be(DBNull.Value, "a migration that adds a table calls SeeWritesToEachTable");
    }

    [Fact]
    public async Task Each_commit_changes_the_mark_once_though_the_lease_was_held()
    {
        using var watch = NewWatch();
        var marks = new HashSet<string>();
        for (var commit = 0; commit < 8; commit++)
        {
            (await HoldAsync(watch)).Should().BeTrue("many ask and nobody writes, at {0}", commit);
            var before = await watch.ReadAsync();
            marks.Add(before);

            await WriteAsync();

            var seen = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await watch.ReadAsync())));
            seen.Distinct().Should().ContainSingle("one commit is one change, at {0}", commit);
            marks.Add(seen[0]).Should().BeTrue("a mark never comes again, at {0}", commit);
        }
    }

    [Fact]
    public async Task A_mark_holds_for_what_was_committed_when_it_was_read_whoever_writes_meanwhile()
    {
        using var watch = NewWatch();
        using var other = NewWatch();
        // Of each mark: commits that were over before some look, and commits that had begun after some look.
        var known = new ConcurrentDictionary<string, (int Least, int Most)>();
        int began = 0, ended = 0, held = 0;
        var isOver = false;
        var readers = new[] { watch, watch, other }.Select(asked => Task.Run(async () =>
        {
            while (!Volatile.Read(ref isOver))
            {
                var least = Volatile.Read(ref ended);
                var mark = await asked.ReadAsync();
                var most = Volatile.Read(ref began);
                known.AddOrUpdate(mark, (least, most), (_, seen) => (Math.Max(seen.Least, least), Math.Min(seen.Most, most)));
            }
        })).ToList();
        for (var round = 0; round < 8; round++)
        {
            held += await WaitAsync(() => IsHeldAsync()) ? 1 : 0;
            for (var commit = 0; commit < 3; commit++)
            {
                Interlocked.Increment(ref began);
                await WriteAsync();
                Interlocked.Increment(ref ended);
            }
        }

        Volatile.Write(ref isOver, true);
        await Task.WhenAll(readers);

        held.Should().Be(8, "the lease is taken anew after each writer");
        known.Should().HaveCountGreaterThan(8).And.OnlyContain(mark => mark.Value.Least <= mark.Value.Most, "no mark is of a state before and of one after a commit");
    }

    [Fact]
    public async Task It_is_not_taken_from_somebody_who_writes()
    {
        using var watch = NewWatch();
        await using var writer = await _source.OpenConnectionAsync();
        await using (var transaction = await writer.BeginTransactionAsync())
        {
            await using var insert = new NpgsqlCommand("""INSERT INTO "Things" VALUES ('one')""", writer);
            await insert.ExecuteNonQueryAsync();
            (await HoldAsync(watch, attempts: 50)).Should().BeFalse();
            var before = await watch.ReadAsync();

            await transaction.CommitAsync();

            (await watch.ReadAsync()).Should().NotBe(before);
        }

        (await HoldAsync(watch)).Should().BeTrue();
    }

    [Fact]
    public async Task It_is_not_taken_where_somebody_could_write_unseen()
    {
        await RunAsync("""CREATE TABLE "Unseen" ("Name" text)""");
        using var watch = NewWatch();
        (await HoldAsync(watch, attempts: 50)).Should().BeFalse();
        var before = await watch.ReadAsync();

        await RunAsync("""INSERT INTO "Unseen" VALUES ('one')""");

        (await watch.ReadAsync()).Should().NotBe(before);
        await RunAsync("""SELECT "SeeWritesToEachTable"()""");
        using var later = NewWatch();
        (await HoldAsync(later)).Should().BeTrue("what a migration calls has made the table one whose writers wait");
    }

    [Fact]
    public async Task A_commit_is_seen_after_the_connection_of_the_holder_was_ended()
    {
        using var watch = NewWatch();
        (await HoldAsync(watch)).Should().BeTrue();
        var before = await watch.ReadAsync();

        await RunAsync("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())");
        (await WaitAsync(async () => !await IsHeldAsync())).Should().BeTrue();
        await WriteAsync();
        // The holder looks each 15 ms whether its connection stands.
        await Task.Delay(TimeSpan.FromSeconds(1));

        (await watch.ReadAsync()).Should().NotBe(before);
        (await HoldAsync(watch)).Should().BeTrue("it is taken by a new connection");
    }

    [Fact]
    public async Task It_is_given_back_where_nobody_asks_any_more()
    {
        using var watch = NewWatch();
        (await HoldAsync(watch)).Should().BeTrue();

        (await WaitAsync(async () => !await IsHeldAsync())).Should().BeTrue();
        // Not only for the moment in which it is looked for triggers.
        (await WaitAsync(() => IsHeldAsync(), attempts: 60)).Should().BeFalse();
    }

    private CommitWatch NewWatch() => CommitWatch.Of(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = _database.ConnectionString }, "");

    /// <summary>Asks as a site with many readers does, until the lease is held.</summary>
    /// <returns>Whether it was in the end.</returns>
    private Task<bool> HoldAsync(CommitWatch watch, int attempts = Many)
    {
        return WaitAsync(AskAsync, attempts);

        async Task<bool> AskAsync()
        {
            // Several times: the lock is taken for a moment too while it is looked for tables without the trigger.
            for (var held = 0; held < 4; held++)
            {
                for (var look = 0; look < 50; look++)
                {
                    await watch.ReadAsync();
                }

                if (!await IsHeldAsync())
                {
                    return false;
                }

                await Task.Delay(TimeSpan.FromMilliseconds(3));
            }

            return true;
        }
    }

    private static async Task<bool> WaitAsync(Func<Task<bool>> isSo, int attempts = Many)
    {
        for (var attempt = 0; attempt < attempts; attempt++)
        {
            if (await isSo())
            {
                return true;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }

        return false;
    }

    private async Task<bool> IsHeldAsync()
    {
        await using var command = _source.CreateCommand(HeldAlone);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) > 0;
    }

    private Task WriteAsync() => RunAsync("""INSERT INTO "Things" VALUES ('one')""");

    private async Task RunAsync(string statement)
    {
        await using var command = _source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
