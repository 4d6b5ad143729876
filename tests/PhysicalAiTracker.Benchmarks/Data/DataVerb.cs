using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary><c>data</c>: fills a database that the program itself can be started on.</summary>
internal static class DataVerb
{
    public static Command Create()
    {
        var full = GeneratedSize.Full;
        var companies = Count("--companies", "Companies.", full.Companies);
        var rounds = Count("--rounds", "Funding rounds.", full.Rounds);
        var investors = Count("--investors", "Investors.", full.Investors);
        var claims = Count("--claims", "Architecture claims.", full.Claims);
        var provider = new Option<DatabaseProvider>("--provider") { Description = "Sqlite or Postgres." };
        var directory = new Option<string>("--directory") { Description = "With SQLite, the data directory; created when missing.", DefaultValueFactory = _ => "bench-data" };
        var connection = new Option<string?>("--connection") { Description = "With PostgreSQL, the connection string; the database is created when missing." };
        var verb = new Command("data", "Fills an empty database with made-up records, the same for the same numbers.") { companies, rounds, investors, claims, provider, directory, connection };
        verb.SetAction(async (parsed, _) =>
        {
            var size = new GeneratedSize(parsed.GetValue(companies), parsed.GetValue(rounds), parsed.GetValue(investors), parsed.GetValue(claims));
            var postgres = parsed.GetValue(provider) == DatabaseProvider.Postgres;
            if (postgres && parsed.GetValue(connection) is null)
            {
                await Console.Error.WriteLineAsync("--provider Postgres needs --connection");
                return 2;
            }

            var folder = Directory.CreateDirectory(parsed.GetValue(directory)!).FullName;
            await using var db = GeneratedDatabase.Open(folder, postgres ? parsed.GetValue(connection) : null);
            var watch = Stopwatch.StartNew();
            await GeneratedDatabase.FillAsync(db, folder, size);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{size.Records:N0} records in {watch.Elapsed.TotalSeconds:0.0} s"));
            return 0;
        });
        return verb;
    }

    private static Option<int> Count(string name, string about, int standard)
    {
        var option = new Option<int>(name) { Description = about, DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 0 or > 10_000_000)
            {
                result.AddError($"{name} takes 0 to 10000000");
            }
        });
        return option;
    }
}
