using System.CommandLine;
using System.Globalization;
using System.Runtime;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PhysicalAiTracker.Benchmarks.Data;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary><c>report</c>: measures the application at several sizes and writes <c>docs/performance.md</c>.</summary>
internal static class ReportVerb
{
    private const long GigaByte = 1024L * 1024 * 1024;

    /// <summary>What an option has to ask for.</summary>
    private static readonly (string Begins, string Work, string Reach)[] NotMeasured =
    [
        ("start", "start to the first page of a full-size database (--programs)", "≤ 0.6 × the plain JIT build"),
        ("memory", "memory after ten minutes of mixed load (--minutes)", "< 300 MB resident"),
    ];

    public static Command Create()
    {
        var sizes = new Option<int[]>("--sizes") { Description = "Divisors of the full size: 1 10 100.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [1, 10, 100] };
        var directory = new Option<string>("--directory") { Description = "Where the databases of SQLite are kept for the next time.", DefaultValueFactory = _ => "bench-report" };
        var connection = new Option<string?>("--connection") { Description = "A server of PostgreSQL to measure too; its databases are named tracker_bench_<divisor>." };
        var servers = new Option<int[]?>("--connection-sizes") { Description = "Divisors of the sizes that PostgreSQL is measured at; those of --sizes unless given.", AllowMultipleArgumentsPerToken = true };
        var seconds = new Option<double>("--seconds") { Description = "Of each measurement.", DefaultValueFactory = _ => 2 };
        var output = new Option<string>("--output") { Description = "The file to write.", DefaultValueFactory = _ => Path.Combine("docs", "performance.md") };
        var programs = new Option<string?>("--programs") { Description = "Where \"scripts/bench programs\" put its two programs: measures their start, and runs verbs by the published one." };
        var minutes = new Option<double>("--minutes") { Description = "Of mixed load, after which memory is looked at; 0 leaves it out.", DefaultValueFactory = _ => 10 };
        var bulk = new Option<int[]?>("--bulk") { Description = "Divisors of the sizes at which import and export are measured; those of --sizes unless given. A full-size import takes long.", AllowMultipleArgumentsPerToken = true };
        var only = new Option<bool>("--bulk-only") { Description = "Leaves out what requests are measured by." };
        var work = new Option<string[]>("--work") { Description = "Only these: filtered counted deep page search, or an address that is asked again, such as /companies.", AllowMultipleArgumentsPerToken = true };
        var verb = new Command("report", "Measures the application beside bare Kestrel, hand-written readers and SQLite's shell.") { sizes, directory, connection, servers, seconds, output, programs, minutes, bulk, only, work };
        verb.SetAction(async (parsed, cancellation) =>
        {
            var divisors = parsed.GetValue(sizes)!;
            var whole = parsed.GetValue(bulk) is { Length: > 0 } given ? given : divisors;
            var results = new List<(string Provider, int Divisor, IReadOnlyList<Measured> Rows)>();
            foreach (var divisor in divisors.Order().Reverse())
            {
                var folder = Directory.CreateDirectory(Path.Combine(parsed.GetValue(directory)!, divisor.ToString(CultureInfo.InvariantCulture))).FullName;
                foreach (var server in new[] { null, parsed.GetValue(connection) }.Distinct())
                {
                    if (server is not null && parsed.GetValue(servers) is { Length: > 0 } some && !some.Contains(divisor))
                    {
                        continue;
                    }

                    var text = server is null ? null : new NpgsqlConnectionStringBuilder(server) { Database = $"tracker_bench_{divisor}" }.ToString();
                    await FillAsync(folder, text, GeneratedSize.Full.DividedBy(divisor));
                    List<Measured> rows = parsed.GetValue(only) ? [] : [.. await new Measurement(folder, text, TimeSpan.FromSeconds(parsed.GetValue(seconds))).RunAsync(parsed.GetValue(work) ?? [])];
                    if (text is null && whole.Contains(divisor))
                    {
                        var measurement = new BulkMeasurement(folder, parsed.GetValue(programs) is { } published ? Path.Combine(published, "published") : null);
                        rows.AddRange([await measurement.ImportAsync(GeneratedSize.Full.DividedBy(divisor).Rounds), await measurement.ExportAsync()]);
                    }

                    if (text is null && divisor == divisors.Min())
                    {
                        rows.AddRange(await OfProgramsAsync(folder, parsed.GetValue(programs), TimeSpan.FromMinutes(parsed.GetValue(minutes))));
                    }

                    results.Add((text is null ? "SQLite" : "PostgreSQL", divisor, rows));
                    foreach (var row in rows)
                    {
                        await Console.Out.WriteLineAsync($"{results[^1].Provider} 1/{divisor}: {row.Work}: {row.Figure}; {row.Ratio:0.00} ({row.Reach})");
                    }
                }
            }

            await File.WriteAllTextAsync(parsed.GetValue(output)!, Write(results, parsed.GetValue(seconds)), cancellation);
            return 0;
        });
        return verb;
    }

    /// <summary>What is measured of servers in processes of their own, on SQLite at the largest size.</summary>
    private static async Task<IReadOnlyList<Measured>> OfProgramsAsync(string folder, string? programs, TimeSpan load)
    {
        var rows = new List<Measured>();
        if (programs is not null)
        {
            rows.Add(await ServerMeasurement.StartAsync(programs, folder));
        }

        if (load > TimeSpan.Zero)
        {
            rows.Add(await ServerMeasurement.MemoryAsync(programs is null ? null : Path.Combine(programs, "published"), folder, load));
        }

        return rows;
    }

    private static async Task FillAsync(string folder, string? connectionString, GeneratedSize size)
    {
        await using var db = GeneratedDatabase.Open(folder, connectionString);
        await db.MigrateTrackerAsync(folder, CancellationToken.None);
        if (!await db.Records.AnyAsync())
        {
            await GeneratedDatabase.FillAsync(db, folder, size);
        }
    }

    private static string Write(List<(string Provider, int Divisor, IReadOnlyList<Measured> Rows)> results, double seconds)
    {
        var text = new StringBuilder();
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)GigaByte;
        text.AppendLine("# Performance").AppendLine();
        text.AppendLine("Written by `scripts/bench report`; `scripts/bench report --help` has its options. `scripts/bench data` fills a database to try things on by hand.").AppendLine();
        Line($"Measured on {Environment.ProcessorCount} cores and {memory:0} GB of memory, {(OperatingSystem.IsLinux() ? "Linux" : "another system")}, .NET {Environment.Version}, {(GCSettings.IsServerGC ? "server" : "workstation")} GC{(Environment.GetEnvironmentVariable("DOTNET_TieredPGO") == "0" ? ", tiered PGO off" : "")}. Ratios within a run mean more than times.");
        Line($"Client, application, bare Kestrel and hand-written readers share a process and its cores; four connections ask in short turns, {seconds.ToString(CultureInfo.InvariantCulture)} s a figure. The request log is off.").AppendLine();
        var full = GeneratedSize.Full;
        Line($"The full size is {full.Companies:#,##0} companies, {full.Rounds:#,##0} rounds, {full.Investors:#,##0} investors and {full.Claims:#,##0} claims, each record with evidence, revision, grades and search words. Only “a GET asked again” is answered from memory; elsewhere");
        text.AppendLine("no answer is, but the HTML list has rows that were drawn before for other filters, as a tracker has that is up; where there are none is a line of its own. The hand-written reader yields the same rows of JSON, byte for byte, of the members that are compared; the tracker's answer has the total and the way to the next page beside.").AppendLine();
        foreach (var (provider, divisor, rows) in results)
        {
            Line($"## {provider}, {(divisor == 1 ? "full size" : $"1/{divisor} of the size")}").AppendLine();
            text.AppendLine("| work | measured | ratio | to reach | reached |").AppendLine("|---|---|---|---|---|");
            foreach (var row in rows)
            {
                Line($"| {row.Work} | {row.Figure} | {(row.Ratio is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "")} | {row.Reach} | {(row.Reach is null ? "" : row.Reached ? "yes" : "no")} |");
            }

            text.AppendLine();
        }

        text.AppendLine("## Cost by size").AppendLine().AppendLine("How many times longer one answer takes at the largest size than at the smallest; 1.3 at most is to be reached.").AppendLine();
        text.AppendLine("| database | work | ratio | reached |").AppendLine("|---|---|---|---|");
        foreach (var provider in results.GroupBy(result => result.Provider).Where(group => group.Count() > 1))
        {
            var (small, large) = (provider.MaxBy(result => result.Divisor), provider.MinBy(result => result.Divisor));
            foreach (var (one, other) in small.Rows.Zip(large.Rows).Where(pair => pair.First.Cost is not null))
            {
                var ratio = other.Cost!.Value / one.Cost!.Value;
                Line($"| {provider.Key} | {other.Work} | {ratio.ToString("0.0", CultureInfo.InvariantCulture)} | {(ratio <= 1.3 ? "yes" : "no")} |");
            }
        }

        var missing = NotMeasured.Where(work => !results.Exists(result => result.Rows.Any(row => row.Work.StartsWith(work.Begins, StringComparison.Ordinal)))).ToList();
        if (missing.Count > 0)
        {
            text.AppendLine().AppendLine("## Not measured").AppendLine().AppendLine("| work | to reach | |").AppendLine("|---|---|---|");
            missing.ForEach(work => Line($"| {work.Work} | {work.Reach} | not measured |"));
        }

        return text.ToString().ReplaceLineEndings("\n");

        StringBuilder Line(FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
    }
}
