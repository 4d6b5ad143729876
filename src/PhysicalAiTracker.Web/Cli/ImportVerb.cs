using System.CommandLine;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Importing.Restoring;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>import</c>: takes in packs, all or nothing, and says what they changed.</summary>
internal static class ImportVerb
{
    public static Command Create(VerbHost host)
    {
        var path = new Argument<string>("file or folder") { Description = "A JSON file, a pack's folder, a folder of packs (seeds/README.md), or an export (docs/export.md)." };
        var verb = new Command("import", "Import disclosures. Everything is checked first; importing the same again changes nothing.") { path };
        verb.SetAction((parsed, cancellation) =>
            host.RunAsync((services, token) => RunAsync(services, parsed.GetRequiredValue(path), host.Terminal, token), cancellation));
        return verb;
    }

    private static async Task RunAsync(IServiceProvider services, string path, Terminal terminal, CancellationToken cancellation)
    {
        if (!Path.Exists(path))
        {
            throw new JobFailedException($"{path} does not exist.");
        }

        if (RestoreCommands.IsExport(path))
        {
            await RestoreAsync(services, path, terminal, cancellation);
            return;
        }

        var report = await services.GetRequiredService<SeedImporter>().ImportAsync(path, cancellation);
        Refuse(report.Problems);
        await terminal.Out.WriteLineAsync($"{"record",-16}{"created",9}{"changed",9}{"unchanged",11}");
        foreach (var count in report.Counts)
        {
            await terminal.Out.WriteLineAsync($"{Words.Of(count.Record),-16}{count.Created,9}{count.Changed,9}{count.Unchanged,11}");
        }

        await terminal.Out.WriteLineAsync(
            $"{"total",-16}{report.Counts.Sum(c => c.Created),9}{report.Counts.Sum(c => c.Changed),9}{report.Counts.Sum(c => c.Unchanged),11}");
    }

    private static async Task RestoreAsync(IServiceProvider services, string path, Terminal terminal, CancellationToken cancellation)
    {
        var report = await services.GetRequiredService<RestoreCommands>().RestoreAsync(path, cancellation);
        Refuse(report.Problems);
        await terminal.Out.WriteLineAsync($"{"table",-24}{"rows",10}");
        foreach (var (table, rows) in report.Rows)
        {
            await terminal.Out.WriteLineAsync($"{table,-24}{rows,10}");
        }
    }

    private static void Refuse(IReadOnlyList<ImportProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new JobFailedException(
                $"Nothing was imported: {problems.Count} problem{(problems.Count == 1 ? "" : "s")}." + string.Concat(problems.Select(problem => $"\n  {problem}")));
        }
    }
}
