using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// The current schema without a row, held in memory once a process: to run every migration takes about a second, to copy what they leave takes
/// milliseconds.
/// </summary>
internal static class EmptySqlite
{
    private static readonly SemaphoreSlim OneAtATime = new(1, 1);

    /// <summary>Open for as long as the process lives, for a database in memory is gone with its last connection.</summary>
    private static SqliteConnection? s_migrated;

    /// <summary>Gives an empty database the schema.</summary>
    /// <param name="target">Open; what it holds is replaced.</param>
    public static async Task CopyToAsync(SqliteConnection target, CancellationToken cancellation)
    {
        await OneAtATime.WaitAsync(cancellation);
        try
        {
            s_migrated ??= await MigrateAsync(cancellation);
            s_migrated.BackupDatabase(target);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task<SqliteConnection> MigrateAsync(CancellationToken cancellation)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        try
        {
            await connection.OpenAsync(cancellation);
            var builder = new DbContextOptionsBuilder<SqliteTrackerDbContext>();
            builder.UseSqlite(connection);
            await using var db = new SqliteTrackerDbContext(builder.Options);
            await db.Database.MigrateAsync(cancellation);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
