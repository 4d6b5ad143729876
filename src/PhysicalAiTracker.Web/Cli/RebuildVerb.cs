using System.CommandLine;
using PhysicalAiTracker.Core.Insights;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>rebuild</c>: derives everything that is derived afresh.</summary>
internal static class RebuildVerb
{
    public static Command Create(VerbHost host)
    {
        var verb = new Command("rebuild", "Derive grades afresh from the evidence. The result is what every change has derived already.");
        verb.SetAction((_, cancellation) => host.RunAsync((services, token) => RunAsync(services, host.Terminal, token), cancellation));
        return verb;
    }

    private static async Task RunAsync(IServiceProvider services, Terminal terminal, CancellationToken cancellation)
    {
        var rebuilt = await services.GetRequiredService<Derivation>().RebuildAsync(cancellation);
        await terminal.Out.WriteLineAsync($"{"records",-16}{rebuilt.Records,9}");
        await terminal.Out.WriteLineAsync($"{"grades",-16}{rebuilt.Grades,9}");
    }
}
