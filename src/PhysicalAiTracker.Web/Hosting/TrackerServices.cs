using Microsoft.AspNetCore.DataProtection;
using PhysicalAiTracker.Core;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>What the server and the verbs have in common: settings, logs, database, Core and accounts.</summary>
public static class TrackerServices
{
    /// <summary>Adds them, and creates the data directory.</summary>
    /// <param name="verb">Whether a verb runs, whose standard output belongs to its answer.</param>
    /// <exception cref="JobFailedException">A setting is wrong, or the data directory cannot be used.</exception>
    public static TrackerSettings AddTracker(this IHostApplicationBuilder builder, bool verb)
    {
        builder.Configuration.AddDefaultLevels();
        var settings = builder.Services.AddTrackerSettings(builder.Configuration, builder.Environment.ContentRootPath);
        CreateDataDirectory(settings.DataDirectory);
        builder.Logging.AddTrackerLogs(settings, verb);
        builder.Services.AddDataProtection().SetApplicationName("PhysicalAiTracker").PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.DataDirectory, "keys")));
        builder.Services.AddTrackerDatabase(settings.Database, settings.DataDirectory);
        builder.Services.AddTrackerCore();
        builder.Services.AddTrackerAccounts();
        return settings;
    }

    /// <summary>An export a day, where <c>Export:NightlyAt</c> says when.</summary>
    public static void AddNightlyExport(this IServiceCollection services, TrackerSettings settings)
    {
        if (settings.Export.Nightly is not null)
        {
            services.AddHostedService<NightlyExport>();
        }
    }

    private static void CreateDataDirectory(string directory)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(directory);
            }
            else
            {
                // Password hashes and the keys of the cookies are in it.
                Directory.CreateDirectory(directory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new JobFailedException($"Data:Directory {directory} cannot be created: {exception.Message}", exception);
        }
    }
}
