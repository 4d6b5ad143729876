using System.Diagnostics;
using System.Globalization;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>Measures what only a process of its own shows: how long a start takes, and how much memory lasting load.</summary>
internal static class ServerMeasurement
{
    private const int Starts = 5;
    private const int Clients = 4;
    private const long MostMemory = 300_000_000;

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    /// <summary>A start to the first page, in turns.</summary>
    /// <param name="programs">Where <c>scripts/bench programs</c> put both programs.</param>
    public static async Task<Measured> StartAsync(string programs, string data)
    {
        var times = new Dictionary<string, List<TimeSpan>> { ["published"] = [], ["plain"] = [] };
        for (var turn = 0; turn <= Starts; turn++)
        {
            foreach (var (name, taken) in times)
            {
                using var server = await ServerProcess.StartAsync(Path.Combine(programs, name), data);
                if (turn > 0)
                {
                    // The first reads the files.
                    taken.Add(server.ToFirstPage);
                }
            }
        }

        var (published, plain) = (Median(times["published"]), Median(times["plain"]));
        var ratio = published / plain;
        return new Measured(
            "start to the first page", string.Create(CultureInfo.InvariantCulture, $"{published.TotalSeconds:0.00} s, the plain JIT build {plain.TotalSeconds:0.00} s"), ratio, "≤ 0.6 × the plain JIT build", ratio <= 0.6);
    }

    /// <summary>Pages, lists, profiles, charts, searches and files, asked for by four clients that wait for each answer.</summary>
    public static async Task<Measured> MemoryAsync(string? folder, string data, TimeSpan time)
    {
        using var server = await ServerProcess.StartAsync(folder, data);
        var started = Stopwatch.StartNew();
        var number = 0;
        long most = 0;
        var clients = Enumerable.Range(0, Clients).Select(_ => Task.Run(async () =>
        {
            while (started.Elapsed < time)
            {
                await LoadClient.GetAsync(server.Address, LoadClient.Get(PathOf(Interlocked.Increment(ref number)), "Connection: keep-alive\r\n"));
            }
        })).ToList();
        while (clients.Exists(client => !client.IsCompleted))
        {
            await Task.Delay(Look);
            most = Math.Max(most, server.Resident);
        }

        await Task.WhenAll(clients);
        var after = server.Resident;
        return new Measured(
            string.Create(CultureInfo.InvariantCulture, $"memory after {time.TotalMinutes:0.#} minutes of mixed load"),
            string.Create(CultureInfo.InvariantCulture, $"{ProgramRun.Megabytes(after)} resident, {ProgramRun.Megabytes(most)} at most, {number / time.TotalSeconds:#,##0} requests/s"), null, "< 300 MB resident", after < MostMemory);
    }

    private static string PathOf(int number) => (number % 9) switch
    {
        0 => "/",
        1 => $"/companies/company-{number % 600}",
        2 => $"/funding-rounds?amountUsdMin={1_000_000 + number}",
        3 => $"/api/v1/funding-rounds?amountUsdMin={1_000_000 + number}&sort=-amount&limit=50",
        4 => $"/api/v1/parties/company-{number % 600}",
        5 => "/insights/capital",
        6 => $"/api/v1/search?q=ro{(char)('a' + (number % 26))}",
        7 => $"/api/v1/claims?limit=200&sort=-{(number % 2 == 0 ? "updated" : "created")}",
        _ => "/api/v1/funding-rounds?facet=stage,status,year",
    };

    private static TimeSpan Median(List<TimeSpan> times) => times.Order().ElementAt(times.Count / 2);
}
