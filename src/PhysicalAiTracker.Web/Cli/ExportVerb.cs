using System.CommandLine;
using PhysicalAiTracker.Core.Exporting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>export</c>: writes everything that may be told to a folder.</summary>
internal static class ExportVerb
{
    public static Command Create(VerbHost host)
    {
        var folder = new Argument<string>("folder") { Description = "Where it goes: a folder that is not there yet, or is empty; or a file ending in .zip." };
        folder.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("Say where the export goes: a folder, or a file ending in .zip.");
            }
        });
        var verb = new Command("export", "Write all records, evidence and history as NDJSON and CSV with a manifest (docs/export.md). The same data are the same bytes.") { folder };
        verb.SetAction((parsed, cancellation) =>
            host.RunAsync((services, token) => RunAsync(services, parsed.GetRequiredValue(folder), host.Terminal, token), cancellation));
        return verb;
    }

    private static async Task RunAsync(IServiceProvider services, string target, Terminal terminal, CancellationToken cancellation)
    {
        var export = services.GetRequiredService<ExportQueries>();
        var isFile = target.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);
        if (isFile && Path.Exists(target))
        {
            throw new IOException($"{target} exists already; an export overwrites nothing.");
        }

        var manifest = isFile ? await export.ToFileAsync(target, cancellation) : await export.ToFolderAsync(target, cancellation);
        await terminal.Out.WriteLineAsync($"{"file",-30}{"rows",12}{"bytes",15}");
        foreach (var file in manifest.Files)
        {
            await terminal.Out.WriteLineAsync($"{file.Name,-30}{file.Rows,12}{file.Bytes,15}");
        }
    }
}
