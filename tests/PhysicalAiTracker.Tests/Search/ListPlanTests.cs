using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Search;

/// <summary>Kept plans and columns in memory give what Entity Framework and the database give, which are asked within a transaction.</summary>
public sealed class ListPlanTests
{
    /// <summary>Of each shape two with other values: the second is read by the plan of the first.</summary>
    private static readonly string[] Queries =
    [
        "", "limit=3", "sort=amount", "sort=-amount", "sort=-valuation&limit=4", "sort=grade", "sort=-grade,created", "sort=-updated,amount",
        "amountUsdMin=1000000", "amountUsdMin=100000000", "amountUsdMax=5e9&announcedFrom=2024&sort=-amount", "amountUsdMax=1e8&announcedFrom=2025-06&sort=-amount",
        "announcedTo=2025&valuationUsdMin=1", "announcedTo=2026-02&valuationUsdMin=1e10", "stage=seed,series-a", "stage!=seed&status=announced", "status!=closed,rumored",
        "instrument=equity&grade=reported,single-source", "grade!=single-source", "plane=inference", "plane!=inference&placement=cloud", "has=amount,valuation", "missing=amount&sort=created",
    ];

    [Theory, EachDatabase]
    public async Task Pages_totals_and_facets_are_the_same(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        await using var core = database.BuildCore();
        foreach (var query in Queries)
        {
            foreach (var facets in new[] { "", "facet=stage,status,year,plane,placement,grade,instrument" })
            {
                var asked = $"{query}&{facets}";
                string? cursor = null;
                for (var page = 0; page < 3; page++)
                {
                    var (kept, anew) = (await ListAsync(core, asked, cursor, isKept: true), await ListAsync(core, asked, cursor, isKept: false));
                    JsonSerializer.Serialize(kept).Should().Be(JsonSerializer.Serialize(anew), "{0} at {1}", asked, cursor);
                    cursor = page == 0 ? kept.Next : kept.Prev;
                    if (cursor is null)
                    {
                        break;
                    }
                }
            }
        }
    }

    [Theory, EachDatabase]
    public async Task A_total_that_is_asked_for_often_is_that_of_the_present_state(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await using var core = database.BuildCore();
        await using var ledger = new Ledger(database);
        var company = (await ledger.EnterAsync("They build arms.", "2026-05-01", Ledger.Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Arms' } }")))[0];
        foreach (var number in Enumerable.Range(1, 2))
        {
            await ledger.EnterAsync($"They raised ${number} million.", "2026-05-01", Ledger.Change($"{{ 'record': 'funding-round', 'set': {{ 'company': '{company}', 'amount': 'USD {number} m' }} }}"));
            foreach (var least in Enumerable.Range(0, 8))
            {
                (await ListAsync(core, $"amountUsdMin={least}", null, isKept: true)).Total.Should().Be(number);
                (await ListAsync(core, $"amountUsdMin={(number * 1_000_000) - least}", null, isKept: true)).Total.Should().Be(1);
            }
        }
    }

    [Theory, EachDatabase]
    public async Task Members_that_nobody_looks_at_change_nothing_in_the_others(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        await using var core = database.BuildCore();
        var all = (await ListAsync(core, "sort=-amount", null, isKept: true)).Items;
        var few = (await ListAsync(core, "sort=-amount", null, isKept: true, ["amount", "company", "grade"])).Items;
        few.Select(round => (round.Id, round.Amount, round.Company, round.Grade)).Should().Equal(all.Select(round => (round.Id, round.Amount, round.Company, round.Grade)));
        few.Should().OnlyContain(round => round.Stage == null && round.Note == null);
    }

    [Fact]
    public async Task A_list_is_read_though_the_server_ended_the_connections_that_were_kept_for_it()
    {
        using var database = new TestDatabase(DatabaseProvider.Postgres, seeded: true);
        await using var core = database.BuildCore();
        var before = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => ListAsync(core, "sort=-amount", null, isKept: true, isCounted: false)));
        await using (var other = new NpgsqlConnection(database.ConnectionString))
        {
            await other.OpenAsync();
            await using var end = new NpgsqlCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", other);
            (await end.ExecuteScalarAsync()).Should().NotBe(0L);
        }

        var after = await ListAsync(core, "sort=-amount", null, isKept: true, isCounted: false);

        JsonSerializer.Serialize(after.Items).Should().Be(JsonSerializer.Serialize(before[0].Items));
    }

    private static async Task<Page<FundingRoundItem>> ListAsync(IServiceProvider core, string query, string? cursor, bool isKept, IReadOnlyCollection<string>? members = null, bool isCounted = true)
    {
        await using var scope = core.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
        await using var transaction = isKept ? null : await db.Database.BeginTransactionAsync();
        var parameters = query.Split('&', StringSplitOptions.RemoveEmptyEntries).Append(cursor is null ? "" : $"cursor={cursor}").Where(part => part.Length > 0)
            .ToDictionary(part => part[..part.IndexOf('=', StringComparison.Ordinal)], part => (IReadOnlyList<string>)[part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..]]);
        var result = await FundingRoundQueries.List.ListAsync(db, new ListRequest(parameters) { Members = members, Counts = isCounted }, CancellationToken.None);
        result.Problems.Should().BeEmpty();
        return result.Page!;
    }
}
