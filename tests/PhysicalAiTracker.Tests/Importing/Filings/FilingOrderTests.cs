using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Filings;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing.Filings;

/// <summary>What a round shows follows from the days of its filings, in whatever order they are taken in.</summary>
public sealed class FilingOrderTests
{
    private static readonly Filing Original = new(1, "2026-01-15", 1_000_000, "29000000");
    private static readonly Filing March = new(2, "2026-03-10", 9_000_000, "21000000") { IsAmendment = true, Amends = 1 };
    private static readonly Filing June = new(3, "2026-06-10", 30_000_000, "0") { IsAmendment = true, Amends = 1 };

    [Theory, EachDatabase]
    public async Task An_older_amendment_is_evidence_and_replaces_nothing_that_is_newer(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var folder = new FilingFolder();
        foreach (var filing in new[] { Original, June, March })
        {
            (await FilingFolder.ImportAsync(app.Database, folder.Write(filing))).Problems.Should().BeEmpty();
        }

        using var client = app.CreateClient();
        var round = (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/funding-rounds?include=assertions"))).Items.Should().ContainSingle().Subject;
        (round["status"]!.ToString(), (decimal)round["amount"]!["value"]!, (decimal)round["filed"]!["sold"]!["value"]!, (decimal)round["filed"]!["remaining"]!["value"]!, round["reportedOn"]!.ToString())
            .Should().Be(("closed", 30_000_000m, 30_000_000m, 0m, "2026-01-15"));
        round["assertions"]!.AsArray().Select(assertion => assertion!["passage"]!["exact"]!.ToString()).Should()
            .Contain(["<totalAmountSold>1000000</totalAmountSold>", "<totalAmountSold>9000000</totalAmountSold>", "<totalAmountSold>30000000</totalAmountSold>"], "each is kept as it was filed");
        (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/contradictions"))).Items.Select(item => item["state"]!.ToString()).Should().NotContain("open");
        (await client.GetStringAsync($"/history/{round["id"]}")).Should().Contain("Older than what is shown.");
    }

    [Theory, EachDatabase]
    public async Task Every_order_of_the_same_filings_ends_in_the_same_rounds(DatabaseProvider provider)
    {
        var sets = new Dictionary<string, Filing[]>(StringComparer.Ordinal)
        {
            ["amendments of one filing"] = [Original, March, June],
            ["a chain"] = [Original with { FirstSale = null, Sold = 0, Remaining = "Indefinite", Offering = "Indefinite" }, March with { Revenue = "" }, June with { Amends = 2, Remaining = "Indefinite" }],
            ["amendments that tell no number"] = [Original with { FirstSale = null, Sold = 0, Revenue = "No Revenues" }, March with { Amends = null, Revenue = "" }, June with { Amends = 99 }],
            ["an offering that grows, and another"] = [Original with { Remaining = "0" }, June with { Sold = 20_000_000, Remaining = "10000000" }, new(7, "2026-05-01", 5_000_000, "0") { FirstSale = "2026-04-20" }],
        };
        foreach (var (name, filings) in sets)
        {
            var together = await EndOfAsync(provider, filings, oneByOne: false);
            together.Should().NotContain("Open", name);
            foreach (var order in Orders(filings))
            {
                (await EndOfAsync(provider, order, oneByOne: true)).Should().Be(together, $"{name}, {string.Join(" then ", order.Select(filing => filing.Number))}");
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_longer_chain_of_amendments_is_one_round_from_either_end(DatabaseProvider provider)
    {
        Filing[] chain = [Original, March, June with { Amends = 2, Remaining = "5000000", Sold = 25_000_000 }, new(4, "2026-07-01", 30_000_000, "0") { IsAmendment = true, Amends = 3, FirstSale = "2026-01-12" }];
        var together = await EndOfAsync(provider, chain, oneByOne: false);

        together.Should().StartWith("Closed $30 m reported 2026-01-15");
        foreach (var order in new Filing[][] { [chain[3], chain[2], chain[1], chain[0]], [chain[3], chain[0], chain[2], chain[1]], [chain[0], chain[3], chain[1], chain[2]], [chain[1], chain[3], chain[0], chain[2]] })
        {
            (await EndOfAsync(provider, order, oneByOne: true)).Should().Be(together);
        }
    }

    [Theory, EachDatabase]
    public async Task The_original_of_an_amendment_that_is_on_an_announced_round_joins_it_there(DatabaseProvider provider)
    {
        foreach (var order in Orders([Original with { FirstSale = null, Day = "2025-09-01", Sold = 0 }, March]))
        {
            using var database = new TestDatabase(provider);
            using var folder = new FilingFolder();
            await folder.ImportRowsAsync(database, """
                {"record":"party","ref":"gripwell","set":{"kind":"company","name":"Gripwell Robotics"}}
                {"record":"funding-round","ref":"a","set":{"company":"Gripwell Robotics","amount":"$30 m","status":"announced","announcedOn":"2026-04"}}
                """);
            foreach (var filing in order)
            {
                (await FilingFolder.ImportAsync(database, folder.Write(filing))).Problems.Should().BeEmpty();
            }

            await using var db = database.NewContext();
            (await db.FundingRounds.Select(r => new { r.Amount, r.FiledSold, r.AnnouncedOn, r.ReportedOn }).ToListAsync()).Select(r => $"{r.Amount!.Value} {r.FiledSold!.Value} {r.AnnouncedOn} {r.ReportedOn}")
                .Should().Equal(["30000000 9000000 2026-04 "], $"{order[0].Number} came first");
        }
    }

    [Theory, EachDatabase]
    public async Task An_offering_near_several_announced_rounds_has_no_amount_whichever_filing_comes_first(DatabaseProvider provider)
    {
        foreach (var order in Orders([Original with { FirstSale = null, Sold = 0 }, March]))
        {
            using var database = new TestDatabase(provider);
            using var folder = new FilingFolder();
            await folder.ImportRowsAsync(database, """
                {"record":"party","ref":"gripwell","set":{"kind":"company","name":"Gripwell Robotics"}}
                {"record":"funding-round","ref":"a","set":{"company":"Gripwell Robotics","amount":"$30 m","status":"announced","announcedOn":"2026-02"}}
                {"record":"funding-round","ref":"b","set":{"company":"Gripwell Robotics","amount":"$9 m","status":"announced","announcedOn":"2026-03"}}
                """);
            foreach (var filing in order)
            {
                (await FilingFolder.ImportAsync(database, folder.Write(filing))).Problems.Should().BeEmpty();
            }

            await using var db = database.NewContext();
            (await db.FundingRounds.Where(r => r.FiledSold != null).ToListAsync()).Select(r => $"{r.Status} {r.FiledSold!.Value} {r.Amount}").Should().Equal("PartiallyClosed 9000000 ");
        }
    }

    [Fact]
    public async Task What_somebody_mended_stays_while_what_was_filed_goes_on()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var folder = new FilingFolder();
        await FilingFolder.ImportAsync(database, folder.Write(Original));
        await using (var db = database.NewContext())
        {
            (await db.FundingRounds.AsTracking().SingleAsync()).Amount = Money.Of(2_000_000, "USD");
            await db.SaveChangesAsync();
        }

        (await FilingFolder.ImportAsync(database, folder.Write(June))).Problems.Should().BeEmpty();

        await using var after = database.NewContext();
        var round = await after.FundingRounds.SingleAsync();
        $"{round.Amount!.Value} {round.Status} {round.FiledSold!.Value}".Should().Be("2000000 Closed 30000000");
    }

    [Fact]
    public async Task No_round_gets_two_filings_that_are_no_amendments()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var folder = new FilingFolder();
        foreach (var filing in new[] { Original, June with { Amends = 5 }, Original with { Number = 5, Day = "2026-01-20", Sold = 4_000_000 } })
        {
            (await FilingFolder.ImportAsync(database, folder.Write(filing))).Problems.Should().BeEmpty();
        }

        await using var db = database.NewContext();
        (await db.FundingRounds.CountAsync()).Should().Be(2, "of one day of the first sale, an amendment of an unknown filing was put on the one that was known");
    }

    [Fact]
    public async Task A_filing_that_ties_two_rounds_merges_them()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        using var folder = new FilingFolder();
        await FilingFolder.ImportAsync(database, folder.Write(Original));
        await FilingFolder.ImportAsync(database, folder.Write(June with { Amends = 2, FirstSale = "2026-01-12" }));
        await using (var db = database.NewContext())
        {
            (await db.FundingRounds.CountAsync()).Should().Be(2, "nothing tells yet that they are one");
        }

        (await FilingFolder.ImportAsync(database, folder.Write(March))).Problems.Should().BeEmpty();

        await using var after = database.NewContext();
        var round = (await after.FundingRounds.ToListAsync()).Should().ContainSingle().Subject;
        (await after.Tombstones.CountAsync(t => t.MergedIntoId == round.Id)).Should().Be(1, "the other one was merged, as somebody would merge it");
        (await after.Assertions.Where(a => a.RecordId == round.Id).Select(a => a.Source.Slug).Distinct().CountAsync()).Should().Be(3);
    }

    /// <summary>Rounds, what they show, and what is contradicted, after an import into an empty database.</summary>
    private static async Task<string> EndOfAsync(DatabaseProvider provider, Filing[] filings, bool oneByOne)
    {
        using var database = new TestDatabase(provider);
        using var folder = new FilingFolder();
        foreach (var filing in filings)
        {
            var path = folder.Write(filing);
            if (oneByOne)
            {
                (await FilingFolder.ImportAsync(database, path)).Problems.Should().BeEmpty();
            }
        }

        (await FilingFolder.ImportAsync(database, folder.Path)).Should().Match<FilingReport>(report => report.Problems.Count == 0 && report.Known == (oneByOne ? filings.Length : 0));

        await using var db = database.NewContext();
        var rounds = (await db.FundingRounds.AsNoTracking().ToListAsync()).OrderBy(r => r.FiledFirstSaleOn?.Earliest).Select(r =>
            $"{r.Status} {(r.Amount is null ? "no amount" : MoneyText.Short(r.Amount))} reported {r.ReportedOn} {r.Instrument} offered {r.FiledOffering}{r.FiledIndefinite} sold {r.FiledSold} remaining {r.FiledRemaining} from {r.FiledFirstSaleOn}{r.FiledYetToOccur} {r.FiledRevenue}");
        var grades = await db.Grades.AsNoTracking().OrderBy(g => g.Field).ThenBy(g => g.Fresh).Select(g => $"{g.Field} {g.Fresh}").ToListAsync();
        var states = await db.Contradictions.Select(c => c.State).ToListAsync();
        return string.Join("\n", [.. rounds, string.Join(", ", grades), string.Join(", ", states.Where(state => state == ContradictionState.Open)), $"{await db.Parties.CountAsync()} parties"]);
    }

    private static IEnumerable<Filing[]> Orders(Filing[] filings) => filings.Length < 2
        ? [filings]
        : filings.SelectMany(first => Orders([.. filings.Where(filing => filing != first)]).Select(rest => (Filing[])[first, .. rest]));
}
