using System.CommandLine;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>migrate</c>: brings the database to the schema of this program.</summary>
internal static class MigrateVerb
{
    public static Command Create(VerbHost host)
    {
        var verb = new Command("migrate", "Bring the database to the schema of this program. SQLite does so by itself at start.");
        verb.SetAction((_, cancellation) => host.RunAsync((services, token) => RunAsync(services, host.Terminal, token), prepare: false, cancellation));
        return verb;
    }

    private static async Task RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var db = services.GetRequiredService<TrackerDbContext>();
        await DatabaseStart.RefuseNewerAsync(db, cancellation);
        var applied = await db.MigrateTrackerAsync(services.GetRequiredService<TrackerSettings>().DataDirectory, cancellation);
        foreach (var migration in applied)
        {
            await terminal.Out.WriteLineAsync($"Applied {migration}.");
        }

        if (await DatabaseStart.DeriveMissingAsync(services, cancellation) is { } rebuilt)
        {
            await terminal.Out.WriteLineAsync($"Derived {rebuilt.Grades} grades of {rebuilt.Records} records.");
        }

        await terminal.Out.WriteLineAsync("The database is up to date.");
    }
}
