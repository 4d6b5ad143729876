using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Insights;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Search;

/// <summary>Any combination of filters finds what the same conditions find in memory, on either database.</summary>
public sealed class FilterCombinationTests
{
    private const int Rounds = 24;

    private static readonly string[] Stages = ["seed", "series-a", "growth"];
    private static readonly string[] Statuses = ["announced", "closed", "rumored"];
    private static readonly string[] Dates = ["2024", "2025", "2025-03", "2025-03-14", "2025-11", "2026"];

    /// <summary>Claims by company, as plane and placement.</summary>
    private static readonly Dictionary<string, (string Plane, string Placement)[]> Claims = new()
    {
        ["alpha"] = [("inference", "on-device"), ("training", "cloud")],
        ["beta"] = [("inference", "cloud")],
        ["gamma"] = [],
    };

    /// <summary>What each parameter means, told a second time; plane and placement are told together.</summary>
    private static readonly Dictionary<string, Func<FundingRoundItem, string[], bool>> Meanings = new()
    {
        ["company"] = (round, given) => given.Contains(round.Company.Slug),
        ["investor"] = (round, given) => round.Investors.Any(investor => given.Contains(investor.Slug)),
        ["stage"] = (round, given) => round.Stage is { } stage && given.Contains(Words.Of(stage)),
        ["status"] = (round, given) => round.Status is { } status && given.Contains(Words.Of(status)),
        ["plane"] = (round, given) => Claims[round.Company.Slug].Any(claim => given.Contains(claim.Plane)),
        ["placement"] = (round, given) => Claims[round.Company.Slug].Any(claim => given.Contains(claim.Placement)),
        ["amountUsdMin"] = (round, given) => round.Amount?.Usd >= decimal.Parse(given[0], NumberStyles.Float, CultureInfo.InvariantCulture),
        ["amountUsdMax"] = (round, given) => round.Amount?.Usd <= decimal.Parse(given[0], NumberStyles.Float, CultureInfo.InvariantCulture),
        ["announcedFrom"] = (round, given) => round.AnnouncedOn?.Latest >= PartialDate.Parse(given[0]).Earliest,
        ["announcedTo"] = (round, given) => round.AnnouncedOn?.Earliest <= PartialDate.Parse(given[0]).Latest,
        ["has"] = (round, given) => given.Any(name => IsStated(round, name)),
        ["missing"] = (round, given) => given.Any(name => !IsStated(round, name)),
    };

    private static readonly Dictionary<string, string[]> Values = new()
    {
        ["company"] = [.. Claims.Keys],
        ["investor"] = ["fund", "bank"],
        ["stage"] = Stages,
        ["status"] = Statuses,
        ["plane"] = ["inference", "training", "control"],
        ["placement"] = ["on-device", "cloud", "hybrid"],
        ["amountUsdMin"] = ["0", "2000000", "3e6"],
        ["amountUsdMax"] = ["1", "2000000", "4e6"],
        ["announcedFrom"] = Dates,
        ["announcedTo"] = Dates,
        ["has"] = ["amount", "valuation", "stage", "investors", "announcedOn"],
        ["missing"] = ["amount", "valuation", "stage", "investors", "announcedOn", "status"],
    };

    /// <summary>What can be counted, in its order, and which rounds have it at all.</summary>
    private static readonly Dictionary<string, (string[] Values, Func<FundingRoundItem, bool> IsStated)> Facets = new()
    {
        ["stage"] = (Stages, round => round.Stage is not null),
        ["status"] = (["rumored", "announced", "closed"], round => round.Status is not null),
        ["plane"] = (["training", "control", "inference"], round => Claims[round.Company.Slug].Length > 0),
        ["placement"] = (["on-device", "cloud", "hybrid"], round => Claims[round.Company.Slug].Length > 0),
        ["year"] = (["2024", "2025", "2026"], round => round.AnnouncedOn is not null),
    };

    private static readonly Gen<(string Name, string[] Given)> Terms =
        from name in Gen.Elements(Values.Keys.ToArray())
        from not in Gen.Elements(true, false)
        from given in Gen.Elements(Values[name]).NonEmptyListOf().Resize(3)
        select IsRange(name) ? (name, [given[0]]) : (not ? name + "!" : name, given.Distinct().ToArray());

    [Theory, EachDatabase]
    public async Task Any_combination_finds_what_it_says(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await ArrangeAsync(world);
        var all = await AskAsync(world, []);
        all.Should().HaveCount(Rounds);
        var queries = Terms.ListOf().Resize(5).Select(terms => terms.DistinctBy(term => term.Name).ToDictionary(term => term.Name, term => term.Given));

        Prop.ForAll(queries.ToArbitrary(), query =>
        {
            var found = AskAsync(world, query).GetAwaiter().GetResult().Select(round => round.Id).ToHashSet();
            return found.SetEquals(all.Where(round => Fits(round, query)).Select(round => round.Id));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tries(provider, 150)));
    }

    /// <summary>A count is the total of the list with the value in place of what its own filter asks for; a negation stays.</summary>
    [Theory, EachDatabase]
    public async Task A_facet_counts_what_the_list_would_find(DatabaseProvider provider)
    {
        await using var world = new World(provider);
        await ArrangeAsync(world);
        var all = await AskAsync(world, []);
        var queries = Terms.ListOf().Resize(4).Select(terms => terms.DistinctBy(term => term.Name).ToDictionary(term => term.Name, term => term.Given));

        Prop.ForAll(queries.ToArbitrary(), query =>
        {
            var facets = PageOfAsync(world, query, [.. Facets.Keys]).GetAwaiter().GetResult().Facets!;
            foreach (var (name, (values, isStated)) in Facets)
            {
                string[] own = name == "year" ? ["announcedFrom", "announcedTo"] : [name];
                var rest = query.Where(term => !own.Contains(term.Key)).ToDictionary();
                var expected = values
                    .Select(value => new FacetCount(value, all.Count(round => Fits(round, rest.Concat(own.Select(parameter => KeyValuePair.Create(parameter, new[] { value }))).ToDictionary()))))
                    .Where(count => count.Count > 0);
                facets[name].Values.Should().Equal(expected, $"{name} of {string.Join('&', query.Select(term => $"{term.Key}={string.Join(',', term.Value)}"))}");
                facets[name].Missing.Should().Be(all.Count(round => Fits(round, rest) && !isStated(round)), name);
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Tries(provider, 30)));
    }

    /// <summary>Each combination is a statement to be compiled; on PostgreSQL, where that takes long, a third of them.</summary>
    private static int Tries(DatabaseProvider provider, int most) => provider == DatabaseProvider.Sqlite ? most : most / 3;

    private static bool IsRange(string name) => name.EndsWith("Min", StringComparison.Ordinal) || name.EndsWith("Max", StringComparison.Ordinal) || name.StartsWith("announced", StringComparison.Ordinal);

    private static bool Fits(FundingRoundItem round, Dictionary<string, string[]> query) =>
        query.All(term => term.Key.EndsWith('!') ? !Meanings[term.Key[..^1]](round, term.Value) : Meanings[term.Key](round, term.Value))
        // Given together, one claim must fit both.
        && (!query.TryGetValue("plane", out var planes) || !query.TryGetValue("placement", out var placements)
            || Claims[round.Company.Slug].Any(claim => planes.Contains(claim.Plane) && placements.Contains(claim.Placement)));

    private static bool IsStated(FundingRoundItem round, string name) => name switch
    {
        "amount" => round.Amount is not null,
        "valuation" => round.Valuation is not null,
        "stage" => round.Stage is not null,
        "status" => round.Status is not null,
        "announcedOn" => round.AnnouncedOn is not null,
        _ => round.Investors.Count > 0,
    };

    private static async Task<IReadOnlyList<FundingRoundItem>> AskAsync(World world, Dictionary<string, string[]> query) => (await PageOfAsync(world, query, [])).Items;

    private static async Task<Page<FundingRoundItem>> PageOfAsync(World world, Dictionary<string, string[]> query, IReadOnlyList<string> facets)
    {
        var asked = query.ToDictionary(term => term.Key, term => (IReadOnlyList<string>)[string.Join(',', term.Value)]);
        asked[ListDefinition.Limit] = ["200"];
        asked[ListDefinition.FacetBy] = facets;
        var result = await world.ReadAsync<FundingRoundQueries, ListResult<FundingRoundItem>>(rounds => rounds.ListAsync(new ListRequest(asked), CancellationToken.None));
        result.Problems.Should().BeEmpty();
        return result.Page!;
    }

    private static async Task ArrangeAsync(World world)
    {
        await world.PublishAsync(
            [
                .. Claims.Keys.Select(name => World.Company(name)),
                "{ 'record': 'party', 'ref': 'fund', 'set': { 'kind': 'investment-firm', 'name': 'fund' } }",
                "{ 'record': 'party', 'ref': 'bank', 'set': { 'kind': 'company', 'name': 'bank' } }",
                .. Claims.SelectMany(company => company.Value.Select(claim => World.Claim("#" + company.Key, claim.Plane, claim.Placement))),
                .. Enumerable.Range(0, Rounds).Select(Round),
            ]);
    }

    /// <summary>Each field is there or not by a rhythm of its own.</summary>
    private static string Round(int i) => World.Round(
        "#" + Claims.Keys.ElementAt(i % 3),
        (i % 4 == 0 ? "" : $", 'stage': '{Stages[i % Stages.Length]}'")
        + (i % 5 == 0 ? "" : $", 'status': '{Statuses[i / 2 % Statuses.Length]}'")
        // A currency without a known rate: disclosed, yet in no range of US dollars.
        + (i % 7) switch { 0 or 1 => "", 2 => ", 'amount': 'EUR 2 m'", var n => $", 'amount': 'USD {n - 2} m'" }
        + (i % 6 == 0 ? ", 'valuation': 'USD 20 m'" : "")
        + (i % 3 == 1 ? "" : $", 'announcedOn': '{Dates[i / 3 % Dates.Length]}'")
        + (i % 4) switch { 1 => ", 'participations': [{ 'investor': '#fund', 'role': 'lead' }]", 2 => ", 'participations': [{ 'investor': '#fund' }, { 'investor': '#bank' }]", _ => "" });
}
