using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>Fills an empty database with made-up records, by bulk.</summary>
internal static class GeneratedDatabase
{
    /// <summary>A context on a database that may not be there yet.</summary>
    /// <param name="directory">The data directory; used with SQLite.</param>
    /// <param name="connectionString">Of PostgreSQL; null for SQLite.</param>
    public static TrackerDbContext Open(string directory, string? connectionString)
    {
        if (connectionString is null)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteTrackerDbContext>();
            sqlite.UseTrackerSqlite(Path.Combine(directory, DatabaseRegistration.SqliteFile));
            return new SqliteTrackerDbContext(sqlite.Options);
        }

        var postgres = new DbContextOptionsBuilder<PostgresTrackerDbContext>();
        postgres.UseTrackerPostgres(connectionString);
        return new PostgresTrackerDbContext(postgres.Options);
    }

    /// <summary>Migrates and fills it.</summary>
    /// <exception cref="InvalidOperationException">There is something in it.</exception>
    public static async Task FillAsync(TrackerDbContext db, string directory, GeneratedSize size)
    {
        await db.MigrateTrackerAsync(directory, CancellationToken.None);
        if (await db.Records.AnyAsync() || await db.Sources.AnyAsync())
        {
            throw new InvalidOperationException("There are records in this database; made-up ones only go into an empty one.");
        }

        await db.Database.OpenConnectionAsync();
        if (db.Database.GetDbConnection() is NpgsqlConnection connection)
        {
            await CopyAsync(db, connection, size);
        }
        else
        {
            await InsertAsync(db, size);
        }

        await db.Database.CloseConnectionAsync();
    }

    private static async Task InsertAsync(TrackerDbContext db, GeneratedSize size)
    {
        // 256 MiB, for pages that are written again and again while indexes grow.
        await db.Database.ExecuteSqlAsync($"PRAGMA cache_size = -262144");
        // They hold by construction, and looking each of them up takes long.
        await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = OFF");
        await using var transaction = await db.Database.BeginTransactionAsync();
        using (var rows = new RowWriter(db, db.Database.GetDbConnection(), transaction.GetDbTransaction()))
        {
            new GeneratedLedger(size, rows.Write).Write();
        }

        await transaction.CommitAsync();
        await db.Database.ExecuteSqlAsync($"PRAGMA foreign_keys = ON; PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private static async Task CopyAsync(TrackerDbContext db, NpgsqlConnection connection, GeneratedSize size)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        // Foreign keys hold by construction, and looking each of them up takes most of the time; a plain user of the database may not leave it out.
        var withoutTriggers = await db.Database.SqlQuery<bool>($"""SELECT rolsuper AS "Value" FROM pg_roles WHERE rolname = current_user""").SingleAsync();
        if (withoutTriggers)
        {
            await db.Database.ExecuteSqlAsync($"SET LOCAL session_replication_role = replica");
        }

        var rows = new CopyWriter(db, connection);
        var ledger = new GeneratedLedger(size, rows.Write);
        ledger.Write();
        rows.Flush();
        if (withoutTriggers)
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO "SearchWords" ("InTitle", "Word", "DocumentId")
                SELECT w."InTitle", w."Word", d."Id" FROM "SearchDocuments" AS d CROSS JOIN LATERAL "SearchWordsOf"(d."TitleKey", d."BodyKey") AS w
                """);
        }

        await db.Database.ExecuteSqlAsync($"""SELECT setval(pg_get_serial_sequence('"SearchDocuments"', 'Id'), {Math.Max(ledger.Documents, 1)})""");
        await transaction.CommitAsync();
        await db.Database.ExecuteSqlAsync($"ANALYZE");
    }
}
