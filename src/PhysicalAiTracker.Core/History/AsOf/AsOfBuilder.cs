using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>Writes the tracker of an earlier day to a SQLite file of the current schema, from either database.</summary>
internal static class AsOfBuilder
{
    /// <param name="file">Must not exist. Left unfinished when the building fails.</param>
    /// <exception cref="InvalidOperationException">The revisions do not add up to a state.</exception>
    public static async Task BuildAsync(TrackerDbContext live, AsOfDay day, string file, CancellationToken cancellation)
    {
        var builder = new DbContextOptionsBuilder<SqliteTrackerDbContext>();
        // Nobody reads the file yet, and one that is lost with the power is made again.
        builder.UseSqlite(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, ForeignKeys = false }.ToString());
        await using var db = new SqliteTrackerDbContext(builder.Options);
        await db.Database.OpenConnectionAsync(cancellation);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await EmptySqlite.CopyToAsync(connection, cancellation);
        await RunAsync(connection, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF", cancellation);
        var indexes = await IndexesAsync(connection, cancellation);
        await RunAsync(connection, string.Concat(indexes.Select(index => $"DROP INDEX \"{index.Name}\";")), cancellation);
        await CopyAsync(live, db, connection, day, cancellation);
        await RunAsync(connection, string.Concat(indexes.Select(index => $"{index.Sql};")), cancellation);
        await CheckAsync(connection, cancellation);

        // What is derived is not copied but derived afresh, from that day's evidence.
        await new Derivation(db).RebuildAsync(cancellation);
    }

    private static async Task CopyAsync(TrackerDbContext live, SqliteTrackerDbContext db, SqliteConnection connection, AsOfDay day, CancellationToken cancellation)
    {
        // All steps see the same state of the live database, and no writer waits for them.
        await using var reading = await OneState.OfAsync(live, cancellation);
        await RunAsync(connection, "BEGIN", cancellation);
        using (var rows = new RowWriter(db, connection))
        {
            var copy = new AsOfCopy(live, rows, day.End, cancellation);
            foreach (var step in AsOfSteps.All)
            {
                await step(copy);
            }
        }

        await RunAsync(connection, "COMMIT", cancellation);
    }

    /// <summary>Rows go in quicker without indexes, which are then made at once.</summary>
    private static async Task<IReadOnlyList<(string Name, string Sql)>> IndexesAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        var indexes = new List<(string, string)>();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        while (await reader.ReadAsync(cancellation))
        {
            indexes.Add((reader.GetString(0), reader.GetString(1)));
        }

        return indexes;
    }

    private static async Task CheckAsync(SqliteConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT \"table\" || ' refers to ' || \"parent\" FROM pragma_foreign_key_check LIMIT 1";
        if (await command.ExecuteScalarAsync(cancellation) is string dangling)
        {
            throw new InvalidOperationException($"The tracker of that day does not add up: a row of {dangling}, which was not there.");
        }
    }

    private static async Task RunAsync(SqliteConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
