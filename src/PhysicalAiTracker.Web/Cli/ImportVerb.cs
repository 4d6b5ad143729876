using System.CommandLine;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>import</c>: takes in packs, all or nothing, and says what they changed.</summary>
internal static class ImportVerb
{
    public static Command Create(VerbHost host)
    {
        var path = new Argument<string>("file or folder") { Description = "A JSON file, a pack's folder, or a folder of packs (seeds/README.md)." };
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

        var report = await services.GetRequiredService<SeedImporter>().ImportAsync(path, cancellation);
        if (!report.Succeeded)
        {
            throw new JobFailedException(
                $"Nothing was imported: {report.Problems.Count} problem{(report.Problems.Count == 1 ? "" : "s")}." + string.Concat(report.Problems.Select(problem => $"\n  {problem}")));
        }

        await terminal.Out.WriteLineAsync($"{"record",-16}{"created",9}{"changed",9}{"unchanged",11}");
        foreach (var count in report.Counts)
        {
            await terminal.Out.WriteLineAsync($"{Words.Of(count.Record),-16}{count.Created,9}{count.Changed,9}{count.Unchanged,11}");
        }

        await terminal.Out.WriteLineAsync(
            $"{"total",-16}{report.Counts.Sum(c => c.Created),9}{report.Counts.Sum(c => c.Changed),9}{report.Counts.Sum(c => c.Unchanged),11}");
    }
}
