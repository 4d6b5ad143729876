using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Benchmarks.Data;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Exporting;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>Measures what goes in and out as a whole, beside SQLite's shell.</summary>
/// <param name="directory">Of the filled database of SQLite.</param>
/// <param name="program">Where the program lies whose verbs run; null for the one that this one was built with.</param>
internal sealed class BulkMeasurement(string directory, string? program)
{
    private const long MostMemory = 250_000_000;

    /// <summary>Tables of the database whose rows an export has.</summary>
    private static readonly string[] Exported =
    [
        "Records", "Sources", "FormerSources", "Snapshots", "Passages", "PassageAnchors", "SourceLikenesses", "Disclosures", "Parties", "FundingRounds", "Deals", "Affiliations", "ArchitectureClaims", "Observations",
        "Milestones", "Questions", "Assertions", "AssertedValues", "Revisions", "Tombstones", "FormerSlugs", "ContradictionRulings", "DuplicateJudgements",
    ];

    /// <param name="rounds">Rows of the table.</param>
    public async Task<Measured> ImportAsync(int rounds)
    {
        var work = string.Create(CultureInfo.InvariantCulture, $"import of {rounds:#,##0} rounds with evidence and revisions");
        var folder = Directory.CreateTempSubdirectory("bench-import-").FullName;
        try
        {
            await GeneratedRows.WriteAsync(Path.Combine(folder, "rounds.csv"), rounds);
            await File.WriteAllTextAsync(Path.Combine(folder, "rounds.mapping.json"), GeneratedRows.Mapping);
            var (mine, other) = (await EmptyAsync(folder, "mine"), await EmptyAsync(folder, "other"));
            var run = await ProgramRun.OfVerbAsync(program, "import", Path.Combine(folder, "rounds.csv"), "--mapping", Path.Combine(folder, "rounds.mapping.json"), $"--Data:Directory={mine}", "--Seeds:Import=false");
            var shell = await SqliteShell.ImportAsync(Path.Combine(mine, DatabaseRegistration.SqliteFile), Path.Combine(other, DatabaseRegistration.SqliteFile), folder);
            var ratio = shell / run.Elapsed;
            return new Measured(
                work,
                string.Create(CultureInfo.InvariantCulture, $"{run.Elapsed.TotalSeconds:0.0} s, {ProgramRun.Megabytes(run.Peak)} at most; {Compared("sqlite3 .import", shell)}"),
                ratio, "≥ 0.4 × `sqlite3 .import`, memory < 250 MB", ratio >= 0.4 && run.Peak < MostMemory);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public async Task<Measured> ExportAsync()
    {
        var folder = Directory.CreateTempSubdirectory("bench-export-").FullName;
        try
        {
            var file = Path.Combine(directory, DatabaseRegistration.SqliteFile);
            var dump = $".mode json\n.output {Path.Combine(folder, "dump.json")}\n" + string.Concat(Exported.Select(table => $"SELECT * FROM \"{table}\";\n"));
            var shell = await SqliteShell.RunAsync(dump, file);
            var watch = Stopwatch.StartNew();
            await using (var db = GeneratedDatabase.Open(directory, null))
            {
                var export = new ExportQueries(db, Options.Create(new ExportOptions()));
                foreach (var name in ExportQueries.FileNames.Where(name => name.EndsWith(".ndjson", StringComparison.Ordinal)))
                {
                    await using var stream = File.Create(Path.Combine(folder, name));
                    await export.WriteAsync(name, stream, CancellationToken.None);
                }
            }

            var lines = watch.Elapsed;
            var whole = await ProgramRun.OfVerbAsync(program, "export", Path.Combine(folder, "whole"), $"--Data:Directory={directory}", "--Seeds:Import=false");
            var ratio = shell / lines;
            return new Measured(
                "export NDJSON of everything",
                string.Create(CultureInfo.InvariantCulture, $"{lines.TotalSeconds:0.0} s; {Compared("sqlite3 dumping the rows as JSON", shell)}; the verb, tables and hashes too: {whole.Elapsed.TotalSeconds:0.0} s, {ProgramRun.Megabytes(whole.Peak)} at most"),
                ratio, "≥ 0.5 × `sqlite3`", ratio >= 0.5);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Compared(string with, TimeSpan? time) => time is { } taken ? string.Create(CultureInfo.InvariantCulture, $"{with} {taken.TotalSeconds:0.0} s") : $"{with} not measured: there is no sqlite3 here";

    private static async Task<string> EmptyAsync(string folder, string name)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        await using (var db = GeneratedDatabase.Open(data, null))
        {
            await db.MigrateTrackerAsync(data, CancellationToken.None);
        }

        SqliteConnection.ClearAllPools();
        return data;
    }
}
