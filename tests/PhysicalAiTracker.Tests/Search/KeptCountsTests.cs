using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Search;

/// <summary>Totals, facets and figures are counted once for the same filters, and anew after a commit.</summary>
public sealed class KeptCountsTests
{
    private static readonly (string Name, string Value)[] Counts = [("facet", "stage,status,year"), ("aggregate", "sum"), ("by", "year")];

    [Theory, EachDatabase]
    public async Task Counts_are_those_of_the_present_state_and_of_their_own_filters(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await using var core = database.BuildCore();
        await using var ledger = new Ledger(database);
        var company = (await ledger.EnterAsync("They build arms.", "2026-05-01", Ledger.Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Arms' } }")))[0];
        (await ListAsync(core)).Total.Should().Be(0);
        foreach (var number in Enumerable.Range(1, 3))
        {
            await ledger.EnterAsync(
                $"They raised ${number} million.", "2026-05-01", Ledger.Change($"{{ 'record': 'funding-round', 'set': {{ 'company': '{company}', 'amount': 'USD {number} m', 'announcedOn': '{2020 + number}', 'status': 'closed' }} }}"));

            foreach (var sort in new[] { "amount", "-announced" })
            {
                var page = await ListAsync(core, [.. Counts, ("sort", sort)]);
                page.Total.Should().Be(number);
                page.Facets!["status"].Values.Should().Equal(new FacetCount("closed", number));
                page.Facets["year"].Values.Should().HaveCount(number);
                page.Aggregates!.Groups.Should().HaveCount(number);
            }
        }

        var narrow = await ListAsync(core, [.. Counts, ("announcedFrom", "2022")]);
        narrow.Total.Should().Be(2);
        narrow.Facets!["status"].Values.Should().Equal(new FacetCount("closed", 2));
        narrow.Facets["year"].Values.Should().HaveCount(3, "years are counted in place of the one asked for");
        (await ListAsync(core, [.. Counts, ("status!", "closed")])).Total.Should().Be(0);
        (await ListAsync(core, [("aggregate", "sum"), ("by", "status,year")])).Aggregates!.By.Should().Equal("status", "year");
        (await ListAsync(core, [("aggregate", "sum"), ("by", "year,status")])).Aggregates!.By.Should().Equal("year", "status");
    }

    [Theory, EachDatabase]
    public async Task What_a_transaction_sees_is_not_kept_for_others(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        await using var core = database.BuildCore();
        var before = (await ListAsync(core)).Total;
        await using (var scope = core.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<TrackerDbContext>();
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.FundingRounds.RemoveRange(db.FundingRounds.Where(round => round.SupersedesId == null && round.SupersededBy == null));
            await db.SaveChangesAsync();
            (await FundingRoundQueries.List.ListAsync(db, Request([("facet", "stage")]), CancellationToken.None)).Page!.Total.Should().BeLessThan(before);
        }

        (await ListAsync(core, [("facet", "stage")])).Total.Should().Be(before);
    }

    [Fact]
    public async Task What_several_ask_for_at_once_is_counted_once()
    {
        using var still = new StillWatch();
        var counts = new KeptCounts(still);
        var counted = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);

        var (first, begun) = Begin(counts, counted.Task);
        await begun;
        var second = AskAsync(counts, 2);
        second.IsCompleted.Should().BeFalse("it waits for the first");
        counted.SetResult(1);

        (await first, await second, await AskAsync(counts, 3)).Should().Be((1, 1, 1));
    }

    [Fact]
    public async Task Where_the_first_goes_away_the_others_count_themselves()
    {
        using var still = new StillWatch();
        var counts = new KeptCounts(still);
        var counted = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);

        var (first, begun) = Begin(counts, counted.Task);
        await begun;
        var second = AskAsync(counts, 2);
        counted.SetCanceled();

        await first.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();
        (await second).Should().Be(2);
        (await AskAsync(counts, 3)).Should().Be(3, "what the first left is not kept");
        (await AskAsync(counts, 4)).Should().Be(3, "it can be kept again");
    }

    /// <summary>Asks for a figure, and tells when it is being counted.</summary>
    private static (Task<object> Figure, Task Begun) Begin(KeptCounts counts, Task<object> counted)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (counts.GetAsync("figure", default, () =>
        {
            begun.SetResult();
            return counted;
        }), begun.Task);
    }

    private static Task<object> AskAsync(KeptCounts counts, int count) => counts.GetAsync("figure", default, () => Task.FromResult<object>(count));

    private static async Task<Page<FundingRoundItem>> ListAsync(IServiceProvider core, params (string Name, string Value)[] parameters)
    {
        await using var scope = core.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<FundingRoundQueries>().ListAsync(Request(parameters), CancellationToken.None);
        result.Problems.Should().BeEmpty();
        return result.Page!;
    }

    private static ListRequest Request((string Name, string Value)[] parameters) => new(parameters.ToDictionary(pair => pair.Name, pair => (IReadOnlyList<string>)[pair.Value]));

    /// <summary>Nobody commits. PostgreSQL's own mark moves with each commit to any database of the server, as other tests make them.</summary>
    private sealed class StillWatch : CommitWatch
    {
        public override ValueTask<string> ReadAsync() => new("still");

        protected override void Dispose(bool disposing)
        {
        }
    }
}
