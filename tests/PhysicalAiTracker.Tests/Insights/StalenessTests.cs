using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Staleness;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights;

public sealed class StalenessTests
{
    [Theory, EachDatabase]
    public async Task The_report_has_each_fact_on_the_day_that_its_grade_names(DatabaseProvider provider)
    {
        var clock = new TestClock(new DateTimeOffset(2029, 1, 1, 12, 0, 0, TimeSpan.Zero));
        await using var world = new World(provider, seeded: true, clock);
        await world.PublishAsync("Made up", "2026-04", World.Company("Alder", ", 'sectors': ['robotics']"), World.Company("Birch"), World.Tie("#Birch", "parent-of", "#Alder"),
            "{ 'record': 'party', 'ref': 'ada', 'set': { 'kind': 'person', 'name': 'Ada' } }", World.Tie("#ada", "executive", "#Alder", ", 'title': 'Head'"),
            Measured("office", "2"), Measured("headcount", "20"), Measured("spend", "3"), World.Round("#Alder", ", 'amount': '$3 m', 'status': 'announced'"));

        var stale = (await ReportAsync(world)).Stale;

        await using var db = world.Database.NewContext();
        var grades = db.Grades.Where(g => g.Field != "" && g.StaleFrom != null).ToList();
        stale.Select(fact => (fact.Record.Id, fact.Field, (DateOnly?)fact.StaleFrom)).Should().BeEquivalentTo(grades.Select(g => (g.RecordId, g.Field, g.StaleFrom)), "grades and report have one table");
        stale.Where(fact => fact.ConfirmedOn.Text == "2026-04").Select(fact => (fact.Record.Kind, fact.Field, fact.StaleFrom)).Should().Contain(
        [
            (RecordKind.FundingRound, "amount", new DateOnly(2026, 10, 1)), (RecordKind.Observation, "quantity", new DateOnly(2028, 4, 1)),
            (RecordKind.Observation, "quantity", new DateOnly(2026, 10, 1)), (RecordKind.Affiliation, "title", new DateOnly(2027, 4, 1)),
            (RecordKind.Affiliation, "kind", new DateOnly(2028, 4, 1)), (RecordKind.Party, "sectors", new DateOnly(2028, 4, 1)),
        ]);
    }

    [Theory, EachDatabase]
    public async Task A_passage_that_is_no_proof_any_more_confirms_nothing(DatabaseProvider provider)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 6, 1, 12, 0, 0, TimeSpan.Zero));
        await using var world = new World(provider, clock: clock);
        await world.PublishAsync("Made up", "2026-01", World.Company("Alder"), World.Claim("#Alder", "control", "on-device"));
        Guid claim;
        await using (var db = world.Database.NewContext())
        {
            claim = db.Claims.Single().Id;
        }

        await world.PublishAsync("Again", "2026-05", $$"""{ 'record': 'claim', 'id': '{{claim}}', 'version': 1, 'assertions': [{ 'asOf': '2026-05', 'values': { 'placement': 'on-device' }, 'passage': { 'exact': 'robots are few' } }] }""");
        clock.Advance(TimeSpan.FromDays(250));
        (await ReportAsync(world)).Stale.Should().NotContain(fact => fact.Field == "placement");

        await world.ReadAsync<SnapshotCommands, SnapshotOutcome>(texts => texts.AddAsync("again", "full-text", "All was rewritten.", new Actor(null, "ana"), CancellationToken.None));

        (await ReportAsync(world)).Stale.Should().ContainSingle(fact => fact.Field == "placement").Which.ConfirmedOn.Text.Should().Be("2026-01");
    }

    [Theory, EachDatabase]
    public async Task Facts_go_stale_by_their_kind_and_confirming_them_helps(DatabaseProvider provider)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 9, 30, 12, 0, 0, TimeSpan.Zero));
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

    private static string Measured(string metric, string quantity) =>
        $$"""{ 'record': 'observation', 'set': { 'party': '#Alder', 'metric': '{{metric}}', {{(metric == "spend" ? $"'money': '${quantity} m', 'period': 'year'" : $"'quantity': '{quantity}'")}}, 'asOf': '2026-04' } }""";

    private static Task<StalenessReport> ReportAsync(World world) => world.ReadAsync<StalenessQueries, StalenessReport>(stale => stale.ReportAsync(null, CancellationToken.None));
}
