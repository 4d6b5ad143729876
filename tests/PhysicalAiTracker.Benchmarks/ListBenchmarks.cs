using BenchmarkDotNet.Attributes;
using PhysicalAiTracker.Benchmarks.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Benchmarks;

/// <summary>
/// The list of funding rounds as REST and pages read it. Run it with
/// <c>dotnet run -c Release --project tests/PhysicalAiTracker.Benchmarks -- lists</c>.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ListBenchmarks : IDisposable
{
    private const int DeepPage = 20;

    private readonly string _directory = Directory.CreateTempSubdirectory("tracker-bench-").FullName;
    private string _deepCursor = "";

    [Params(1_000, 10_000)]
    public int Companies { get; set; }

    [GlobalSetup]
    public async Task PrepareAsync()
    {
        await using (var db = GeneratedDatabase.Open(_directory, null))
        {
            await GeneratedDatabase.FillAsync(db, _directory, new GeneratedSize(Companies, 2 * Companies, Companies / 2, Companies));
        }

        var cursor = "";
        for (var page = 0; page < DeepPage; page++)
        {
            cursor = PageOfRounds(cursor).Next!;
        }

        _deepCursor = cursor;
    }

    [GlobalCleanup]
    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true)]
    public object FirstPageByAmount() => PageOfRounds("");

    [Benchmark]
    public object TwentiethPageByAmount() => PageOfRounds(_deepCursor);

    [Benchmark]
    public object FilteredByStageAndDate() => Rounds(("stage", "seed,series-a"), ("announcedFrom", "2020"), ("sort", "-announced"));

    [Benchmark]
    public object CompaniesByName()
    {
        using var context = GeneratedDatabase.Open(_directory, null);
        return PartyQueries.Companies.ListAsync(context, Request(("q", "ba")), CancellationToken.None).GetAwaiter().GetResult();
    }

    private Page<FundingRoundItem> PageOfRounds(string cursor) => Rounds(("sort", "-amount"), ("cursor", cursor));

    private Page<FundingRoundItem> Rounds(params (string Name, string Value)[] parameters)
    {
        using var context = GeneratedDatabase.Open(_directory, null);
        var result = FundingRoundQueries.List.ListAsync(context, Request(parameters), CancellationToken.None).GetAwaiter().GetResult();
        return result.Page ?? throw new InvalidOperationException(string.Join("; ", result.Problems));
    }

    private static ListRequest Request(params (string Name, string Value)[] parameters) =>
        new(parameters.ToDictionary(parameter => parameter.Name, parameter => (IReadOnlyList<string>)[parameter.Value]));
}
