using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Importing.Filings;
using PhysicalAiTracker.Core.Importing.Restoring;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Cli;

/// <summary><c>import</c>: takes in packs, exports and files of rows, and says what they changed.</summary>
internal static class ImportVerb
{
    private const int MostProblems = 100_000;
    private const int UsualProblems = 100;

    private static readonly string[] Workbooks = [".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".numbers"];

    public static Command Create(VerbHost host)
    {
        var path = new Argument<string>("file or folder")
        {
            Description = "A JSON file, a pack's folder, a folder of packs (seeds/README.md), an export (docs/export.md), a .csv, .tsv or .ndjson file, or a Form D in XML or a folder of them (docs/importing/README.md).",
        };
        var mapping = new Option<string?>("--mapping") { Description = "File that says what the columns of a table mean." };
        var dryRun = new Option<bool>("--dry-run") { Description = "Say what would change, and change nothing." };
        var onError = new Option<string>("--on-error") { Description = "What a refused row or filing does: stop the import, or be skipped.", DefaultValueFactory = _ => "stop" };
        onError.AcceptOnlyFromAmong("stop", "skip");
        var batch = new Option<int?>("--batch") { Description = "Keep so many rows or filings at a time; otherwise all or nothing.", CustomParser = result => Number(result, int.MaxValue) };
        var maxErrors = new Option<int?>("--max-errors") { Description = "How many problems are listed.", DefaultValueFactory = _ => UsualProblems, CustomParser = result => Number(result, MostProblems) };
        var refused = new Option<string?>("--refused") { Description = "File for the rows that are refused, or folder for the filings, to be mended and imported again." };
        var verb = new Command("import", "Import disclosures, exports or rows. Everything is checked; importing the same again changes nothing.") { path, mapping, dryRun, onError, batch, maxErrors, refused };
        verb.SetAction((parsed, cancellation) =>
        {
            var file = parsed.GetRequiredValue(path);
            var import = new TableImport(
                file, parsed.GetValue(mapping), parsed.GetValue(dryRun), parsed.GetValue(onError) == "skip", parsed.GetValue(batch), parsed.GetValue(maxErrors) ?? UsualProblems, parsed.GetValue(refused));
            var isTable = TableImporter.IsTable(file);
            var isFiling = !isTable && FormDImporter.IsFiling(file);
            if (isFiling && import.Mapping is not null)
            {
                throw new WrongUseException("--mapping is for files of rows.");
            }

            if (!isTable && !isFiling && Unreadable(file) is { } reason)
            {
                throw new JobFailedException(reason);
            }

            if (!isTable && !isFiling && (import is not { Mapping: null, DryRun: false, Skip: false, Batch: null, Refused: null }))
            {
                throw new WrongUseException("Options are for .csv, .tsv, .ndjson and .xml files; packs and exports are taken in whole or not at all.");
            }

            return host.RunAsync((services, token) => isTable ? TableAsync(services, import, host.Terminal, token) : isFiling ? FilingsAsync(services, import, host.Terminal, token) : RunAsync(services, file, host.Terminal, token), cancellation);
        });
        return verb;
    }

    /// <summary>A whole number from 1; null after refusing what is none.</summary>
    private static int? Number(ArgumentResult result, int most)
    {
        var text = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most)
        {
            return number;
        }

        result.AddError(FormattableString.Invariant($"{(result.Parent as OptionResult)?.Option.Name} is “{text}”; allowed: a whole number from 1 to {most}"));
        return null;
    }

    /// <summary>What is wrong with a file that is nothing that can be imported, by its ending and how it begins; null where it may be.</summary>
    private static string? Unreadable(string path)
    {
        var ending = Path.GetExtension(path).ToLowerInvariant();
        if (!File.Exists(path) || ending is ".json" or ".zip")
        {
            return null;
        }

        if (!Workbooks.Contains(ending))
        {
            using var text = new StreamReader(path);
            int next;
            while ((next = text.Read()) >= 0 && char.IsWhiteSpace((char)next))
            {
            }

            if (next == '{')
            {
                return null;
            }
        }

        return $"{path} is no file that import reads: those are .csv, .tsv, .ndjson and .jsonl (rows), .json (a disclosure), .xml (a Form D) and .zip (an export)."
            + (Workbooks.Contains(ending) ? " Save the workbook as CSV in UTF-8, each sheet as a file, and import that with a mapping (docs/importing/README.md)." : " A table is read with the ending .csv or .tsv.");
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
        await CountsAsync(report.Counts, terminal);
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

        if (report.Unread.Count > 0)
        {
            await terminal.Error.WriteLineAsync($"Left unread, since no export has such files: {string.Join(", ", report.Unread)}.");
        }
    }

    private static async Task TableAsync(IServiceProvider services, TableImport import, Terminal terminal, CancellationToken cancellation)
    {
        if (!File.Exists(import.File))
        {
            throw new JobFailedException($"{import.File} does not exist.");
        }

        TableReport report;
        using (var progress = ProgressOf(services, terminal, "rows"))
        {
            report = await services.GetRequiredService<TableImporter>().ImportAsync(import, progress, cancellation);
        }

        var (sound, rows) = (report.Rows - report.Refused - report.Known, Labels.Begin(Labels.Count(report.Rows, "row")));
        if (report.Kept || report.WouldKeep)
        {
            await CountsAsync(report.Counts, terminal);
            await terminal.Out.WriteLineAsync(FormattableString.Invariant(
                $"{rows}: {report.Taken} taken, {report.Known} known before, {report.Refused} refused{(sound > report.Taken ? $", {sound - report.Taken} not kept" : "")}{(import.DryRun ? "; nothing was kept, since this was a dry run" : "")}."));
        }
        else if (import.DryRun)
        {
            await terminal.Out.WriteLineAsync(FormattableString.Invariant($"{rows}: {sound} could be taken, {report.Known} known before, {report.Refused} refused; nothing would be imported."));
        }

        await DifferencesAsync(report.Differing, "rows", "other values", [.. report.Differences.Select(difference => $"{difference}")], report.DifferenceCount, terminal);
        if (report.ProblemCount > 0)
        {
            throw Failed(report.Kept, report.WouldKeep, import.DryRun, [.. report.Problems.Select(problem => $"{problem}")], report.ProblemCount);
        }
    }

    private static async Task FilingsAsync(IServiceProvider services, TableImport import, Terminal terminal, CancellationToken cancellation)
    {
        if (!Path.Exists(import.File))
        {
            throw new JobFailedException($"{import.File} does not exist.");
        }

        FilingReport report;
        using (var progress = ProgressOf(services, terminal, "filings"))
        {
            report = await services.GetRequiredService<FormDImporter>().ImportAsync(new FilingImport(import.File, import.DryRun, import.Skip, import.Batch, import.MostProblems, import.Refused), progress, cancellation);
        }

        var (sound, filings) = (report.Filings - report.Refused - report.Known, Labels.Begin(Labels.Count(report.Filings, "filing")));
        var wouldKeep = import.DryRun && (import.Skip || report.Refused == 0 || report.Filings > import.Batch);
        if (report.Kept || wouldKeep)
        {
            await CountsAsync(report.Counts, terminal);
            await terminal.Out.WriteLineAsync(FormattableString.Invariant($"{filings}: {sound} taken, {report.Known} known before, {report.Refused} refused{(import.DryRun ? "; nothing was kept, since this was a dry run" : "")}."));
        }
        else if (import.DryRun)
        {
            await terminal.Out.WriteLineAsync(FormattableString.Invariant($"{filings}: {sound} could be taken, {report.Known} known before, {report.Refused} refused; nothing would be imported."));
        }

        await DifferencesAsync(report.Differing, "filings", "another content", [.. report.Differences.Select(difference => $"{difference}")], report.DifferenceCount, terminal);
        if (report.ProblemCount > 0)
        {
            throw Failed(report.Kept, wouldKeep, import.DryRun, [.. report.Problems.Select(problem => $"{problem}")], report.ProblemCount);
        }
    }

    /// <param name="count">How many known ones say something else than before.</param>
    /// <param name="total">Of all that differs; <paramref name="differences"/> has the first.</param>
    private static async Task DifferencesAsync(long count, string noun, string what, IReadOnlyList<string> differences, long total, Terminal terminal)
    {
        if (count == 0)
        {
            return;
        }

        await terminal.Out.WriteLineAsync(FormattableString.Invariant($"{count} of the known {noun} have {what} than when they were taken in; their records are left as they are:"));
        foreach (var difference in differences)
        {
            await terminal.Out.WriteLineAsync($"  {difference}");
        }

        if (total > differences.Count)
        {
            await terminal.Out.WriteLineAsync(FormattableString.Invariant($"  and {total - differences.Count} more (--max-errors)"));
        }
    }

    private static ImportProgress ProgressOf(IServiceProvider services, Terminal terminal, string noun) =>
        new(terminal, services.GetRequiredService<ILoggerFactory>().CreateLogger("PhysicalAiTracker.Import"), services.GetRequiredService<TimeProvider>(), noun);

    private static JobFailedException Failed(bool kept, bool wouldKeep, bool dryRun, IReadOnlyList<string> problems, long count)
    {
        var head = kept ? "Not everything was imported" : wouldKeep ? "Not everything would be imported" : dryRun ? "Nothing would be imported" : "Nothing was imported";
        var rest = count - problems.Count;
        return new JobFailedException(
            $"{head}: {count} problem{(count == 1 ? "" : "s")}." + string.Concat(problems.Select(problem => $"\n  {problem}")) + (rest > 0 ? $"\n  and {rest} more (--max-errors)" : ""));
    }

    private static async Task CountsAsync(IReadOnlyList<ImportCount> counts, Terminal terminal)
    {
        await terminal.Out.WriteLineAsync($"{"record",-16}{"created",9}{"changed",9}{"unchanged",11}");
        foreach (var count in counts)
        {
            await terminal.Out.WriteLineAsync($"{Words.Of(count.Record),-16}{count.Created,9}{count.Changed,9}{count.Unchanged,11}");
        }

        await terminal.Out.WriteLineAsync($"{"total",-16}{counts.Sum(c => c.Created),9}{counts.Sum(c => c.Changed),9}{counts.Sum(c => c.Unchanged),11}");
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
