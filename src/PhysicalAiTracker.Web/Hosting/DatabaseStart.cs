using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Insights;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>What happens to the database before anything uses it.</summary>
public static partial class DatabaseStart
{
    /// <summary>Brings a SQLite database up to date; on PostgreSQL, where another machine may be using it, asks for the verb instead.</summary>
    /// <exception cref="JobFailedException">The database is unreachable, older than the program (PostgreSQL) or newer.</exception>
    public static async Task PrepareAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
        var settings = scope.ServiceProvider.GetRequiredService<TrackerSettings>();
        try
        {
            await RefuseNewerAsync(db, cancellation);
            if (settings.Database.Provider == DatabaseProvider.Sqlite)
            {
                await db.MigrateTrackerAsync(settings.DataDirectory, cancellation);
            }
            else if ((await db.PendingMigrationsAsync(cancellation)).Count is > 0 and var count)
            {
                throw new JobFailedException($"The database lacks {count} migration{(count == 1 ? "" : "s")}. Run the verb “migrate” of this program first; it needs the right to change tables.");
            }

            await DeriveMissingAsync(scope.ServiceProvider, cancellation);
        }
        catch (DbException exception)
        {
            throw new JobFailedException($"The database cannot be used: {exception.Message}", exception);
        }
    }

    /// <summary>Takes in the seeds where there is no disclosure at all.</summary>
    /// <exception cref="JobFailedException">They cannot be imported; every problem is in the message, and nothing was written.</exception>
    public static async Task SeedAsync(IServiceProvider services, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var settings = scope.ServiceProvider.GetRequiredService<TrackerSettings>();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
        if (!settings.Seeds.Import || await db.Disclosures.AnyAsync(cancellation))
        {
            return;
        }

        var report = await scope.ServiceProvider.GetRequiredService<SeedImporter>().ImportAsync(settings.SeedsFolder, cancellation);
        if (!report.Succeeded)
        {
            throw new JobFailedException("The seeds cannot be imported (Seeds:Import=false starts without them):" + string.Concat(report.Problems.Select(p => $"\n  {p}")));
        }

        var logger = scope.ServiceProvider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseStart));
        LogSeeded(logger, report.Counts.Sum(count => count.Created), settings.SeedsFolder);
    }

    /// <summary>Derives everything where records come from a version that derived nothing; null where that is not so.</summary>
    internal static async Task<Rebuilt?> DeriveMissingAsync(IServiceProvider services, CancellationToken cancellation)
    {
        var derivation = services.GetRequiredService<Derivation>();
        if (!await derivation.IsMissingAsync(cancellation))
        {
            return null;
        }

        var rebuilt = await derivation.RebuildAsync(cancellation);
        LogDerived(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(DatabaseStart)), rebuilt.Grades, rebuilt.Records);
        return rebuilt;
    }

    internal static async Task RefuseNewerAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        if (await db.UnknownMigrationsAsync(cancellation) is [.., var unknown])
        {
            throw new JobFailedException($"The database was made by a newer version of the tracker: it has the migration {unknown}, which this one does not know.");
        }
    }

    [LoggerMessage(LogLevel.Information, "Derived {Grades} grades of {Records} records, which an earlier version did not")]
    private static partial void LogDerived(ILogger logger, int grades, int records);

    [LoggerMessage(LogLevel.Information, "Imported the seeds: {Created} records from {Folder}")]
    private static partial void LogSeeded(ILogger logger, int created, string folder);
}
