using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>Measures the real application on one database, with bare Kestrel beside it in the same process.</summary>
/// <param name="connectionString">Of PostgreSQL; null for SQLite.</param>
internal sealed class Measurement(string directory, string? connectionString, TimeSpan time)
{
    /// <summary>A cookie, whatever it is, keeps answers out of memory: what is made anew is measured.</summary>
    private const string Anew = "Cookie: bench=1\r\n";

    private const int PageSize = 50;

    /// <summary>
    /// How often everything is measured for nothing at the beginning of a run: what runs for the first seconds is compiled in a hurry, and a tracker that is up is measured.
    /// </summary>
    private const int WarmUps = 2;

    private static int _warmUpsDone;

    private const string FewFields = "fields=id,company,stage,status,instrument,amount,valuation,announcedOn";

    /// <param name="only">What is measured, by its short name or as an address that is asked again; all where it is empty.</param>
    public async Task<IReadOnlyList<Measured>> RunAsync(IReadOnlyCollection<string> only)
    {
        await using var app = PhysicalAiTracker.Web.Program.Build(Settings());
        await DatabaseStart.PrepareAsync(app.Services, CancellationToken.None);
        await app.StartAsync();
        var server = new Uri(app.Urls.First());
        for (; _warmUpsDone < WarmUps; _warmUpsDone++)
        {
            await MeasureAsync(app, server, only);
        }

        var results = await MeasureAsync(app, server, only);
        await app.StopAsync();
        HandWrittenRounds.Close();
        SqliteConnection.ClearAllPools();
        return results;
    }

    private async Task<IReadOnlyList<Measured>> MeasureAsync(WebApplication app, Uri server, IReadOnlyCollection<string> only)
    {
        var results = new List<Measured>();
        foreach (var (name, path) in only.Count > 0
            ? only.Where(work => work.StartsWith('/')).Select(path => (path, path))
            : [("list", "/funding-rounds?sort=-amount"), ("profile page", "/companies/company-7"), ("chart", "/insights/capital"), ("REST list", "/api/v1/funding-rounds?sort=-amount")])
        {
            results.AddRange(await AskedAgainAsync(server, name, path));
        }

        foreach (var (name, measure) in new (string, Func<Task<IReadOnlyList<Measured>>>)[]
        {
            ("filtered", async () => [await FilteredAsync(server)]), ("counted", async () => [await CountedAsync(server)]), ("deep", async () => [await DeepAsync(server)]),
            ("page", () => PageAsync(server)), ("search", async () => [await SearchAsync(app)]),
        })
        {
            if (only.Count == 0 || only.Contains(name))
            {
                results.AddRange(await measure());
            }
        }

        return results;
    }

    private static string Number(double number) => number.ToString(number < 100 ? "0.0" : "#,##0", CultureInfo.InvariantCulture);

    private static string PerSecond(Load load) => $"{Number(load.PerSecond)}/s";

    /// <summary>A filter by amount and date that no other request has.</summary>
    private static string Filter(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"amountUsdMin={1_000_000 + (number % 997)}&amountUsdMax={50_000_000 + number}&announcedFrom={new DateOnly(2018, 1, 1).AddDays(number % 365):yyyy-MM-dd}&announcedTo={new DateOnly(2023, 1, 1).AddDays(number % 911):yyyy-MM-dd}&sort=-amount&limit={PageSize}");

    private async Task<IReadOnlyList<Measured>> AskedAgainAsync(Uri server, string name, string path)
    {
        var (head, body) = await LoadClient.GetAsync(server, LoadClient.Get(path));
        var tag = Header(head, "ETag") ?? throw new InvalidOperationException($"{path} has no ETag: {head}");
        await using var bare = await BareServer.OfBodyAsync(body, Header(head, "Content-Type")!, tag);
        var again = await LoadClient.CompareAsync(time, (server, _ => LoadClient.Get(path)), (bare.Address, _ => LoadClient.Get(path)));
        var known = $"If-None-Match: {tag}\r\n";
        var unchanged = await LoadClient.CompareAsync(time, (server, _ => LoadClient.Get(path, known)), (bare.Address, _ => LoadClient.Get(path, known)));
        return
        [
            Ratio($"a GET asked again, {name} ({body.Length / 1024.0:0} kB)", again[0], again[1], "bare Kestrel", 0.8),
            Ratio($"its 304, {name}", unchanged[0], unchanged[1], "bare Kestrel", 0.85),
        ];
    }

    private static string? Header(string head, string name) =>
        head.Split("\r\n").FirstOrDefault(line => line.StartsWith($"{name}: ", StringComparison.OrdinalIgnoreCase)) is { } line ? line[(name.Length + 2)..] : null;

    private static Measured Ratio(string work, Load of, Load to, string than, double? reach, bool withCost = false)
    {
        var ratio = of.PerSecond / to.PerSecond;
        return new Measured(
            work, $"{PerSecond(of)} ({of.Median.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture)} ms), {than} {PerSecond(to)}", ratio, reach is null ? null : string.Create(CultureInfo.InvariantCulture, $"≥ {reach}"), reach is null || ratio >= reach, withCost ? of.Median : null);
    }

    private async Task<Measured> FilteredAsync(Uri server)
    {
        await using var bare = await BareServer.OfRowsAsync(Open);
        for (var number = 0; number < 3; number++)
        {
            var (_, ours) = await LoadClient.GetAsync(server, LoadClient.Get($"/api/v1/funding-rounds?{Filter(number)}&{FewFields}", Anew));
            var (_, theirs) = await LoadClient.GetAsync(bare.Address, LoadClient.Get($"/?{Filter(number)}"));
            // Without the brace behind the rows, where the tracker's answer goes on.
            if (theirs.Length < 1000 || !ours.AsSpan().StartsWith(theirs.AsSpan(0, theirs.Length - 1)))
            {
                throw new InvalidOperationException($"The hand-written reader yields other rows: {Encoding.UTF8.GetString(theirs)} and {Encoding.UTF8.GetString(ours)}");
            }
        }

        var loads = await LoadClient.CompareAsync(time, (server, n => LoadClient.Get($"/api/v1/funding-rounds?{Filter(n)}&{FewFields}", Anew)), (bare.Address, n => LoadClient.Get($"/?{Filter(n)}")));
        return Ratio("funding rounds by amount and date, sorted by amount, 50 rows with company", loads[0], loads[1], "hand-written reader", 0.8, withCost: true);
    }

    private async Task<Measured> CountedAsync(Uri server)
    {
        var loads = await LoadClient.CompareAsync(
            time,
            (server, n => LoadClient.Get($"/api/v1/funding-rounds?{Filter(n)}&facet=stage,status,year", Anew)),
            (server, n => LoadClient.Get($"/api/v1/funding-rounds?{Filter(n)}", Anew)));
        return Ratio("the same with total and three facets", loads[0], loads[1], "with the total alone", 0.5, withCost: true);
    }

    private async Task<Measured> DeepAsync(Uri server)
    {
        const string List = "/api/v1/funding-rounds?sort=-amount&limit=50";
        var cursor = "";
        var page = 1;
        while (page < 1000)
        {
            var (_, body) = await LoadClient.GetAsync(server, LoadClient.Get($"{List}{cursor}&fields=id", Anew));
            using var answer = JsonDocument.Parse(body);
            if (answer.RootElement.GetProperty("next").GetString() is not { } next)
            {
                break;
            }

            cursor = $"&cursor={Uri.EscapeDataString(next)}";
            page++;
        }

        // The last page may be short; the one that was come from is full.
        var deep = cursor;
        var loads = await LoadClient.CompareAsync(time, (server, _ => LoadClient.Get($"{List}{deep}", Anew)), (server, _ => LoadClient.Get(List, Anew)));
        return Ratio(string.Create(CultureInfo.InvariantCulture, $"page {page:#,##0} by cursor"), loads[0], loads[1], "page 1", 0.9, withCost: true);
    }

    private async Task<IReadOnlyList<Measured>> PageAsync(Uri server)
    {
        // Rows of the list are kept from one page to the next: beside a tracker that is up, one that keeps nothing.
        await using var anew = PhysicalAiTracker.Web.Program.Build([.. Settings(), "--Cache:Megabytes=0"]);
        await anew.StartAsync();
        var loads = await LoadClient.CompareAsync(
            time,
            (server, n => LoadClient.Get($"/funding-rounds?{Filter(n)}", Anew)),
            (server, n => LoadClient.Get($"/api/v1/funding-rounds?{Filter(n)}", Anew)),
            (new Uri(anew.Urls.First()), n => LoadClient.Get($"/funding-rounds?{Filter(n)}", Anew)));
        await anew.StopAsync();
        return
        [
            Ratio("HTML list page, filters never repeating", loads[0], loads[1], "its JSON", 0.8, withCost: true),
            Ratio("the same where no row was drawn before", loads[2], loads[1], "its JSON", null, withCost: true),
        ];
    }

    private static async Task<Measured> SearchAsync(WebApplication app)
    {
        string[] typed = ["ba", "co", "di", "rob", "dyn", "fugad", "helco", "mi", "nor", "capital", "vex w", "jemra", "or", "pla", "qui"];
        var times = new List<double>();
        foreach (var text in Enumerable.Repeat(typed, 24).SelectMany(texts => texts))
        {
            await using var scope = app.Services.CreateAsyncScope();
            var search = scope.ServiceProvider.GetRequiredService<SearchQueries>();
            var watch = Stopwatch.StartNew();
            await search.FindAsync(text, [], 20, CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        // What is compiled at first is compiled better later; a tracker that is up is measured.
        times = [.. times.Skip(8 * typed.Length).Order()];
        var median = times[times.Count / 2];
        return new Measured(
            "search as typed (2 letters and more), ranked, top 20",
            string.Create(CultureInfo.InvariantCulture, $"median {median:0.0} ms, longest {times[^1]:0.0} ms in process"), null, "median < 5 ms", median < 5, TimeSpan.FromMilliseconds(median));
    }

    private DbConnection Open() => connectionString is null
        ? new SqliteConnection(SqliteConnections.ReadOnlyStringFor(Path.Combine(directory, DatabaseRegistration.SqliteFile)))
        : new NpgsqlConnection(connectionString);

    private string[] Settings()
    {
        string[] settings =
        [
            "--applicationName=PhysicalAiTracker.Web", "--urls=http://127.0.0.1:0", $"--Data:Directory={directory}", "--Seeds:Import=false", "--Api:RateLimit=1000000", "--Logging:LogLevel:Default=Warning",
            "--Logging:LogLevel:PhysicalAiTracker.Web.Hosting.RequestLog=Warning",
            // As a published program has it: a build looks at the disk for changed files with each request.
            "--ReloadStaticAssetsAtRuntime=false",
        ];
        return connectionString is null ? settings : [.. settings, "--Database:Provider=Postgres", $"--Database:ConnectionString={connectionString}"];
    }
}
