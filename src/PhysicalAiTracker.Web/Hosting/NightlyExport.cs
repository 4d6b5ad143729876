using System.Data.Common;
using System.Globalization;
using PhysicalAiTracker.Core.Exporting;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Writes an export a day, where it is configured, and deletes the oldest.</summary>
public sealed partial class NightlyExport(IServiceScopeFactory scopes, TrackerSettings settings, TimeProvider time, ILogger<NightlyExport> logger) : BackgroundService
{
    private const string Beginning = "tracker-";
    private const string Ending = ".zip";
    private const string Day = "yyyy-MM-dd";

    /// <summary>How exactly the time of day is kept.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    /// <summary>A file that is not finished by then was left by a process that was killed.</summary>
    private static readonly TimeSpan Unfinished = TimeSpan.FromHours(12);

    private string Folder => settings.ExportFolder;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            do
            {
                await RunAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    /// <summary>Writes the day's file where its time has come and it is not there yet, so that a day on which the site was down at that time has one too.</summary>
    /// <returns>The file; null where none was due.</returns>
    internal async Task<string?> WriteIfDueAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var file = Path.Combine(Folder, Beginning + now.ToString(Day, CultureInfo.InvariantCulture) + Ending);
        if (settings.Export.Nightly is not { } at || TimeOnly.FromDateTime(now) < at || File.Exists(file))
        {
            return null;
        }

        Directory.CreateDirectory(Folder);
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExportQueries>().ToFileAsync(file, cancellation);
        await scope.ServiceProvider.GetRequiredService<ExportNews>().WorksAsync(Folder, cancellation);
        Prune(now);
        return file;
    }

    /// <summary>As above; what fails goes to the log, and once to the admins.</summary>
    internal async Task RunAsync(CancellationToken cancellation)
    {
        try
        {
            if (await WriteIfDueAsync(cancellation) is { } file)
            {
                LogWritten(file);
            }
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException)
        {
            LogFailed(Folder, exception.Message);
            await TellAsync(exception.Message, cancellation);
        }
    }

    private async Task TellAsync(string reason, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ExportNews>().FailsAsync(Folder, reason, cancellation);
        }
        catch (DbException exception)
        {
            // The next try tells it, or a later one.
            LogUntold(exception.Message);
        }
    }

    /// <summary>Only files with these names: the folder may have others in it.</summary>
    private void Prune(DateTime now)
    {
        var old = Directory.EnumerateFiles(Folder, $"{Beginning}*{Ending}").Where(file => IsOfDay(Path.GetFileName(file))).OrderDescending(StringComparer.Ordinal).Skip(settings.Export.Keep);
        var left = Directory.EnumerateFiles(Folder, $".{Beginning}*").Where(file => IsLeft(Path.GetFileName(file)) && File.GetLastWriteTimeUtc(file) < now - Unfinished);
        foreach (var file in old.Concat(left).ToList())
        {
            File.Delete(file);
        }
    }

    private static bool IsOfDay(string name) =>
        name.Length == Beginning.Length + Day.Length + Ending.Length && DateOnly.TryParseExact(name[Beginning.Length..^Ending.Length], Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>A file of a day before it got its name.</summary>
    private static bool IsLeft(string name) =>
        name.Length > Beginning.Length + Day.Length + Ending.Length + 1 && name[1..(Beginning.Length + Day.Length + Ending.Length + 1)] is var target && IsOfDay(target) && ExportTargets.IsUnfinished(name, target);

    [LoggerMessage(LogLevel.Information, "Wrote the export of the day to {File}")]
    private partial void LogWritten(string file);

    [LoggerMessage(LogLevel.Warning, "Could not tell the admins that the export of the day fails: {Reason}")]
    private partial void LogUntold(string reason);

    [LoggerMessage(LogLevel.Error, "Could not write the export of the day to {Folder}, and will try again in a minute: {Reason}")]
    private partial void LogFailed(string folder, string reason);
}
