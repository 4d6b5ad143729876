using System.Data.Common;
using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Core.Data;

/// <summary>Brings a database to the schema of this program.</summary>
public static class DatabaseMigrations
{
    private const string LockFile = "tracker.migrating";

    /// <summary>Migrations that the database still lacks.</summary>
    public static async Task<IReadOnlyList<string>> PendingMigrationsAsync(this TrackerDbContext db, CancellationToken cancellation) =>
        [.. db.Database.GetMigrations().Except(await db.AppliedMigrationsAsync(cancellation))];

    /// <summary>Migrations in the database that this program does not know: a newer one has been at work.</summary>
    public static async Task<IReadOnlyList<string>> UnknownMigrationsAsync(this TrackerDbContext db, CancellationToken cancellation) =>
        [.. (await db.AppliedMigrationsAsync(cancellation)).Except(db.Database.GetMigrations())];

    /// <summary>Applies what is pending.</summary>
    /// <param name="dataDirectory">Where the SQLite file lies.</param>
    /// <returns>The names of what was applied.</returns>
    public static async Task<IReadOnlyList<string>> MigrateTrackerAsync(this TrackerDbContext db, string dataDirectory, CancellationToken cancellation)
    {
        if (!db.Database.IsSqlite())
        {
            var pending = await db.PendingMigrationsAsync(cancellation);
            // What is derived from each row anew takes as long as there are rows.
            db.Database.SetCommandTimeout(0);
            await db.Database.MigrateAsync(cancellation);
            await CompleteAsync(db, pending, cancellation);
            return pending;
        }

        await using var held = await HoldAsync(Path.Combine(dataDirectory, LockFile), cancellation);
        var missing = await db.PendingMigrationsAsync(cancellation);
        if (missing.Count > 0)
        {
            await ForgetAbandonedLockAsync(db, cancellation);
            await db.Database.MigrateAsync(cancellation);
            await CompleteAsync(db, missing, cancellation);
        }

        return missing;
    }

    /// <summary>Asks for tables first: on PostgreSQL, EF Core finds out by a query that fails, and logs as an error, that none lists the migrations.</summary>
    private static async Task<IEnumerable<string>> AppliedMigrationsAsync(this TrackerDbContext db, CancellationToken cancellation)
    {
        var creator = db.GetService<IRelationalDatabaseCreator>();
        try
        {
            return await creator.ExistsAsync(cancellation) && await creator.HasTablesAsync(cancellation) ? await db.Database.GetAppliedMigrationsAsync(cancellation) : [];
        }
        catch (InvalidOperationException exception) when (exception.InnerException is DbException cause)
        {
            // Npgsql wraps what may pass, to advise a retry; callers know what to do with the cause.
            ExceptionDispatchInfo.Throw(cause);
            throw;
        }
    }

    /// <summary>What a migration cannot compute in SQL.</summary>
    private static Task CompleteAsync(TrackerDbContext db, IReadOnlyList<string> applied, CancellationToken cancellation) =>
        applied.Count > 0 ? new LikenessDerivation(db).CompleteAsync(cancellation) : Task.CompletedTask;

    /// <summary>One process at a time; the operating system lets go when the process ends, however it ends.</summary>
    private static async Task<FileStream> HoldAsync(string file, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellation);
            }
        }
    }

    /// <summary>
    /// EF Core's own lock on SQLite is a row that outlives a killed process, and the next one would wait for it for ever
    /// (learn.microsoft.com/ef/core/providers/sqlite/limitations#concurrent-migrations-protection). Ours is held, so nobody holds that one.
    /// </summary>
    private static async Task ForgetAbandonedLockAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        var exists = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(cancellation);
        if (exists > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM __EFMigrationsLock", cancellation);
        }
    }
}
