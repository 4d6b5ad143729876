using System.CommandLine;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>backup</c>: copies the SQLite database while the server uses it.</summary>
internal static class BackupVerb
{
    public static Command Create(VerbHost host)
    {
        var file = new Argument<string>("file") { Description = "Where the copy goes. It must not exist." };
        var verb = new Command("backup", "Copy the SQLite database into one file, while serving too.") { file };
        verb.SetAction((parsed, cancellation) =>
            host.RunAsync((services, _) => RunAsync(services, parsed.GetRequiredValue(file), host.Terminal), prepare: false, cancellation));
        return verb;
    }

    private static async Task RunAsync(IServiceProvider services, string file, Terminal terminal)
    {
        var settings = services.GetRequiredService<TrackerSettings>();
        if (settings.Database.Provider == DatabaseProvider.Postgres)
        {
            throw new JobFailedException("A PostgreSQL database is backed up with its own tool, pg_dump (docs/deployment.md).");
        }

        if (!File.Exists(settings.SqliteFile))
        {
            throw new JobFailedException($"There is no database at {settings.SqliteFile}.");
        }

        SqliteBackup.Write(settings.SqliteFile, file);
        await terminal.Out.WriteLineAsync($"Wrote {Path.GetFullPath(file)}, {new FileInfo(file).Length:N0} bytes, checked.");
    }
}
