using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing.Tables;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Exporting;

/// <summary>Money in an export, which others add up.</summary>
public sealed class ExportMoneyTests
{
    [Theory, EachDatabase]
    public async Task Amounts_in_dollars_have_their_worth_in_dollars_and_come_back_as_they_were(DatabaseProvider provider)
    {
        using var folders = new TemporaryDirectory();
        using var database = new TestDatabase(provider);
        await using var ledger = new Ledger(database);
        var (company, investor) = (await ledger.CompanyAsync("Gripwell Robotics"), await ledger.CompanyAsync("Palmstone Capital"));
        var rate = "'amount': { 'value': 100, 'currency': 'EUR', 'usd': 110, 'usdRateOn': '2026-01-02' }";
        await ledger.EnterAsync("Gripwell took money.", "2026-01-02",
            Change($"{{ 'record': 'funding-round', 'set': {{ 'company': '{company}', 'status': 'closed', 'amount': '$5 m', 'valuation': '$20.5 m', 'valuationKind': 'post-money', 'participations': [{{ 'investor': '{investor}', 'amount': '$1 m' }}] }} }}"));
        await ledger.EnterAsync("Gripwell took euros.", "2026-01-03", Change($"{{ 'record': 'funding-round', 'set': {{ 'company': '{company}', 'status': 'closed', {rate} }} }}"));
        await ledger.EnterAsync("Gripwell was bought.", "2026-01-04", Change($"{{ 'record': 'deal', 'set': {{ 'kind': 'acquisition', 'acquirer': '{investor}', 'target': '{company}', 'announcedOn': '2026-01', 'price': '$30 m' }} }}"));
        await ledger.EnterAsync("Gripwell spent $2 m.", "2026-01-05", Change($"{{ 'record': 'observation', 'set': {{ 'party': '{company}', 'metric': 'spend', 'money': '$2 m', 'period': 'year', 'asOf': '2026' }} }}"));

        await Exported.ToFolderAsync(database, folders.File("first"));

        (await ColumnAsync(folders.File("first/funding-rounds.csv"), "amountUsd (US dollars)")).Should().Equal("5000000", "110");
        (await ColumnAsync(folders.File("first/funding-rounds.csv"), "amountUsdRateOn (ISO 8601)")).Should().Equal("", "2026-01-02");
        (await ColumnAsync(folders.File("first/funding-rounds.csv"), "valuationUsd (US dollars)")).Should().Equal("20500000", "");
        (await ColumnAsync(folders.File("first/funding-rounds.csv"), "participations"))[0].Should().Contain("\"usd\":1000000");
        (await ColumnAsync(folders.File("first/deals.csv"), "priceUsd (US dollars)")).Should().Equal("30000000");
        (await ColumnAsync(folders.File("first/observations.csv"), "moneyUsd (US dollars)")).Should().Equal("2000000");
        (await File.ReadAllLinesAsync(folders.File("first/funding-rounds.ndjson"))).Select(line => (long)JsonNode.Parse(line)!["amount"]!["usd"]!).Should().Equal(5_000_000, 110);

        using var copy = new TestDatabase(provider == DatabaseProvider.Sqlite ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite);
        (await Exported.RestoreAsync(copy, folders.File("first"))).Problems.Should().BeEmpty();
        await Exported.ToFolderAsync(copy, folders.File("second"));
        Exported.Read(folders.File("second")).Should().BeEquivalentTo(Exported.Read(folders.File("first")));
        await using var db = copy.NewContext();
        (await db.FundingRounds.OrderBy(round => round.Id).Select(round => round.Amount!.UsdRateOn).ToListAsync()).Should().Equal(null, new DateOnly(2026, 1, 2));
    }

    private static async Task<List<string>> ColumnAsync(string file, string header)
    {
        using var text = new StreamReader(file);
        var reader = new CsvReader(text);
        var head = (await reader.ReadAsync(CancellationToken.None))!.Cells.ToList();
        head.Should().Contain(header);
        var values = new List<string>();
        while (await reader.ReadAsync(CancellationToken.None) is { } row)
        {
            values.Add(row.Cells[head.IndexOf(header)]);
        }

        return values;
    }
}
