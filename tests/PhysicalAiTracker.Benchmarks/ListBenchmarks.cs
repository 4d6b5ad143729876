using BenchmarkDotNet.Attributes;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Benchmarks;

/// <summary>
/// The list of funding rounds as REST and pages read it. Run it with
/// <c>dotnet run -c Release --project tests/PhysicalAiTracker.Benchmarks</c>.
/// </summary>
[MemoryDiagnoser]
[ShortRunJob]
public class ListBenchmarks : IDisposable
{
    private const int DeepPage = 20;

    private GeneratedDatabase _database = null!;
    private string _deepCursor = "";

    [Params(1_000, 10_000)]
    public int Companies { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        _database = new GeneratedDatabase(Companies);
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
        _database.Dispose();
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
        using var context = _database.NewContext();
        return PartyQueries.Companies.ListAsync(context, Request(("q", "b1")), CancellationToken.None).GetAwaiter().GetResult();
    }

    private Page<FundingRoundItem> PageOfRounds(string cursor) => Rounds(("sort", "-amount"), ("cursor", cursor));

    private Page<FundingRoundItem> Rounds(params (string Name, string Value)[] parameters)
    {
        using var context = _database.NewContext();
        var result = FundingRoundQueries.List.ListAsync(context, Request(parameters), CancellationToken.None).GetAwaiter().GetResult();
        return result.Page ?? throw new InvalidOperationException(string.Join("; ", result.Problems));
    }

    private static ListRequest Request(params (string Name, string Value)[] parameters) =>
        new(parameters.ToDictionary(parameter => parameter.Name, parameter => (IReadOnlyList<string>)[parameter.Value]));
}
