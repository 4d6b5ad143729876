using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Insights;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Search;

/// <summary>Sums, medians and quartiles of a list of rounds.</summary>
public sealed class AggregateTests
{
    private static readonly string[] Rounds =
    [
        World.Company("alpha"),
        World.Company("beta"),
        World.Round("#alpha", ", 'stage': 'seed', 'status': 'closed', 'announcedOn': '2024', 'amount': 'USD 1 m', 'valuation': 'USD 10 m'"),
        World.Round("#alpha", ", 'stage': 'seed', 'status': 'announced', 'announcedOn': '2025-03', 'amount': 'USD 2 m', 'valuation': 'USD 30 m'"),
        World.Round("#beta", ", 'stage': 'seed', 'status': 'closed', 'announcedOn': '2025', 'amount': 'USD 4 m', 'valuation': 'USD 7 m'"),
        World.Round("#beta", ", 'stage': 'seed', 'status': 'closed', 'announcedOn': '2025'"),
        // Disclosed, in a currency without a known rate.
        World.Round("#beta", ", 'stage': 'seed', 'status': 'closed', 'announcedOn': '2025', 'amount': 'EUR 5 m'"),
        World.Round("#beta", ", 'stage': 'series-a', 'status': 'rumored', 'amount': 'USD 100 m'"),
        World.Round("#beta", ", 'stage': 'series-a', 'status': 'cancelled', 'amount': 'USD 50 m'"),
        World.Round("#beta", ", 'stage': 'series-a', 'instrument': 'compute-credit', 'status': 'announced', 'amount': 'USD 3 m'"),
        "{ 'record': 'funding-round', 'ref': 'first-told', 'set': { 'company': '#beta', 'stage': 'growth', 'status': 'announced', 'amount': 'USD 8 m' } }",
        World.Round("#beta", ", 'stage': 'growth', 'status': 'announced', 'amount': 'USD 9 m', 'supersedes': '#first-told'"),
        World.Round("#beta", ", 'unspecified': true"),
    ];

    [Theory, EachDatabase]
    public async Task Figures_are_of_what_is_disclosed_and_count_no_money_twice(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(Rounds);

        var report = (await AskAsync(world, ("aggregate", "sum,median,p25,p75"), ("by", "stage"))).Page!.Aggregates!;

        report.Groups.Select(group => (group.Money, group.By["stage"], group.Rounds)).Should().Equal(
            ("raised", "seed", 5), ("raised", "growth", 1), ("open", "series-a", 1), ("compute-credit", "series-a", 1));
        var seed = report.Groups[0];
        seed.Amount.Disclosed.Should().Be(3);
        seed.Amount.Undisclosed.Should().Be(2, "one is not told, and one has no rate");
        seed.Amount.Usd.Should().Equal(new Dictionary<string, decimal?> { ["sum"] = 7_000_000, ["median"] = 2_000_000, ["p25"] = 1_500_000, ["p75"] = 3_000_000 });
        seed.Valuation.Usd.Should().Equal(new Dictionary<string, decimal?> { ["sum"] = 37_000_000, ["median"] = 10_000_000, ["p25"] = 8_500_000, ["p75"] = 20_000_000 });
        report.Groups[1].Amount.Usd["sum"].Should().Be(9_000_000, "the superseded round is the same money");
        report.Groups[1].Valuation.Usd["median"].Should().BeNull("undisclosed is not zero");
        report.LeftOut.Should().Be(3);
    }

    [Theory, EachDatabase]
    public async Task Groups_come_by_years_and_follow_the_filters(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await world.PublishAsync(Rounds);

        var years = (await AskAsync(world, ("aggregate", "median"), ("by", "year,stage"), ("status", "closed,announced"))).Page!.Aggregates!;
        var all = (await AskAsync(world, ("aggregate", "sum"), ("stage", "seed"), ("limit", "1"))).Page!.Aggregates!;

        years.Groups.Where(group => group.Money == "raised").Select(group => (group.By["year"], group.By["stage"], group.Amount.Usd["median"])).Should().Equal(
            ("2024", "seed", 1_000_000m), ("2025", "seed", 3_000_000m), (null, "growth", 9_000_000m));
        all.Groups.Should().ContainSingle().Which.Amount.Usd.Should().Equal(new Dictionary<string, decimal?> { ["sum"] = 7_000_000 });
    }

    [Theory]
    [InlineData("aggregate", "average", "aggregate")]
    [InlineData("by", "stage", "by")]
    public async Task What_cannot_be_summed_up_is_refused(string name, string value, string refused)
    {
        await using var world = new World(DatabaseProvider.Sqlite);

        var problems = (await AskAsync(world, (name, value))).Problems;

        problems.Should().ContainSingle().Which.Name.Should().Be(refused);
    }

    [Theory]
    [InlineData(new long[] { 7 }, 0.25, 0.07)]
    [InlineData(new long[] { 100, 200 }, 0.5, 1.5)]
    [InlineData(new long[] { 100, 200, 300, 400 }, 0.25, 1.75)]
    [InlineData(new long[] { 100, 200, 300, 400 }, 0.75, 3.25)]
    [InlineData(new long[] { 1, 2 }, 0.5, 0.02)]
    public void A_percentile_lies_between_the_nearest_values(long[] cents, double share, double expected) =>
        Percentiles.Of(cents, (decimal)share).Should().Be((decimal)expected);

    private static Task<ListResult<FundingRoundItem>> AskAsync(World world, params (string Name, string Value)[] asked) =>
        world.ReadAsync<FundingRoundQueries, ListResult<FundingRoundItem>>(rounds =>
            rounds.ListAsync(new ListRequest(asked.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string>)[pair.Value])), CancellationToken.None));
}
