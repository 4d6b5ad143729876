using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Staleness;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights;

public sealed class StalenessTests
{
    [Fact]
    public void The_document_has_the_table_of_shelf_lives()
    {
        var documented = DocumentTable.Of("record", "field", "months").SelectMany(row => row[1].Split(", ").Select(field => (row[0].Replace(' ', '-'), field, row[2])));

        documented.Should().BeEquivalentTo(ShelfLives.All.Select(life => (Words.Of(life.Record), life.Field, $"{life.Months}")));
    }

    [Fact]
    public void A_fact_holds_from_the_last_day_that_its_date_may_mean()
    {
        ShelfLives.StaleFrom(RecordKind.FundingRound, "status", PartialDate.Parse("2026-04~")).Should().Be(new DateOnly(2026, 10, 31));
        ShelfLives.StaleFrom(RecordKind.FundingRound, "amount", PartialDate.Parse("2020")).Should().BeNull("an amount does not go stale");
    }

    [Theory, EachDatabase]
    public async Task Facts_go_stale_by_their_kind_and_confirming_them_helps(DatabaseProvider provider)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 10, 30, 12, 0, 0, TimeSpan.Zero));
        await using var world = new World(provider, seeded: true, clock);

        (await ReportAsync(world)).Stale.Should().BeEmpty();
        clock.Advance(TimeSpan.FromDays(1));
        (await ReportAsync(world)).Stale.Select(fact => $"{fact.Record.Kind} {fact.Field}").Should().Contain("FundingRound status").And.Contain("Observation quantity").And.NotContain("Claim placement");
        clock.Advance(TimeSpan.FromDays(365));
        (await ReportAsync(world)).Stale.Select(fact => fact.Record.Text).Should().Contain("Project Prometheus: inference – undisclosed");
        (await world.ReadAsync<StalenessQueries, StalenessReport>(stale => stale.ReportAsync([RecordKind.Claim], CancellationToken.None))).Stale.Should().OnlyContain(fact => fact.Record.Kind == RecordKind.Claim);

        Guid claim;
        await using (var db = world.Database.NewContext())
        {
            claim = db.Claims.Single(c => c.Company!.Slug == "project-prometheus").Id;
        }

        await world.PublishAsync("Still so", "2027-10", $$"""{ 'record': 'claim', 'id': '{{claim}}', 'version': 1, 'assertions': [{ 'asOf': '2027-10', 'values': { 'placement': 'undisclosed' }, 'passage': { 'exact': 'Robots are many' } }] }""");
        (await ReportAsync(world)).Stale.Should().NotContain(fact => fact.Record.Id == claim && fact.Field == "placement");
    }

    [Theory, EachDatabase]
    public async Task Later_events_put_facts_in_doubt_and_earlier_ones_do_not(DatabaseProvider provider)
    {
        await using var world = new World(provider, clock: new TestClock(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero)));
        await world.PublishAsync("Made up", "2026-04", World.Company("Alder"), World.Company("Birch"), World.Claim("#Alder", "control", "on-device"),
            """{ 'record': 'milestone', 'set': { 'party': '#Alder', 'kind': 'product', 'title': 'Before', 'on': '2026-03' } }""",
            """{ 'record': 'milestone', 'set': { 'party': '#Alder', 'kind': 'product', 'title': 'Perhaps before', 'on': '2026' } }""",
            """{ 'record': 'milestone', 'set': { 'party': '#Alder', 'kind': 'product', 'title': 'After', 'on': '2026-05-02' } }""",
            World.Round("#Alder", ", 'status': 'announced', 'announcedOn': '2026-05-10'"), World.Round("#Alder", ", 'status': 'rumored', 'reportedOn': '2026-05-20'"),
            """{ 'record': 'deal', 'set': { 'kind': 'acquisition', 'acquirer': '#Birch', 'target': '#Alder', 'announcedOn': '2026-05-05' } }""");

        var fact = (await ReportAsync(world)).InDoubt.Single(doubt => doubt.Record.Kind == RecordKind.Claim);

        fact.Events.Select(happened => happened.On.Text).Should().Equal("2026-05-10", "2026-05-05", "2026-05-02");
    }

    private static Task<StalenessReport> ReportAsync(World world) => world.ReadAsync<StalenessQueries, StalenessReport>(stale => stale.ReportAsync(null, CancellationToken.None));
}
