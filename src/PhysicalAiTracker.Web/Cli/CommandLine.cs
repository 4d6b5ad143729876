using System.CommandLine;
using System.CommandLine.Help;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Cli;

/// <summary>The verbs of the one executable (docs/cli.md). Without a verb it serves.</summary>
public static class CommandLine
{
    private const int Failed = 1;
    private const int WrongUse = 2;

    /// <summary>How long a verb may tidy up after Ctrl+C.</summary>
    private static readonly TimeSpan TidyUp = TimeSpan.FromSeconds(5);

    /// <returns>Exit code: 0 done, 1 a job that failed for the reason on standard error, 2 wrong use.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal? terminal = null)
    {
        terminal ??= Terminal.OfProcess();
        var (settings, words) = SettingArguments.Split(args);
        var root = Create(new VerbHost(settings, terminal));
        var parsed = root.Parse(words);
        if (parsed.Errors.Count > 0 && parsed.Action is not HelpAction)
        {
            return await RefuseAsync(root, parsed, terminal, [.. parsed.Errors.Select(error => error.Message)]);
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // The server drains by itself.
                ProcessTerminationTimeout = parsed.CommandResult.Command == root ? null : TidyUp,
            });
        }
        catch (WrongUseException exception)
        {
            return await RefuseAsync(root, parsed, terminal, exception.Message);
        }
        catch (JobFailedException exception)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
        catch (Exception exception) when (parsed.CommandResult.Command != root && exception is not OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync($"Unexpected, please report it: {exception}");
            return Failed;
        }
        catch (ImportStoppedException exception)
        {
            await terminal.Error.WriteLineAsync(exception.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            await terminal.Error.WriteLineAsync("Stopped.");
            return Failed;
        }
    }

    /// <summary>All verbs; docs/cli.md has a section for each (a test compares).</summary>
    internal static RootCommand Create(VerbHost host)
    {
        var root = new RootCommand("Physical AI Tracker. Without a verb it serves the site; settings are given as --Section:Name=value (docs/configuration.md).")
        {
            MigrateVerb.Create(host),
            ImportVerb.Create(host),
            ExportVerb.Create(host),
            RebuildVerb.Create(host),
            UsersVerb.Create(host),
            BackupVerb.Create(host),
        };
        root.SetAction((_, _) => Server.RunAsync(host.Settings));
        return root;
    }

    private static async Task<int> RefuseAsync(RootCommand root, ParseResult parsed, Terminal terminal, params string[] reasons)
    {
        foreach (var reason in reasons)
        {
            await terminal.Error.WriteLineAsync(reason);
        }

        await terminal.Error.WriteLineAsync($"Usage: {UsageOf(root, parsed.CommandResult.Command)}");
        return WrongUse;
    }

    /// <summary>The line that <c>--help</c> shows below “Usage:”, with the options that must be given.</summary>
    private static string UsageOf(RootCommand root, Command command)
    {
        var path = new List<string>();
        for (var at = command; at != root; at = (Command)at.Parents.First())
        {
            path.Insert(0, at.Name);
        }

        using var help = new StringWriter();
        root.Parse([.. path, "--help"]).Invoke(new InvocationConfiguration { Output = help });
        var usage = help.ToString().Split('\n').SkipWhile(line => !line.StartsWith("Usage:", StringComparison.Ordinal)).ElementAt(1).Trim();
        var required = string.Concat(command.Options.Where(option => option.Required).Select(option => $"{option.Name} <{option.Name.TrimStart('-')}> "));
        return usage.Replace("[options]", $"{required}[options]", StringComparison.Ordinal);
    }
}
