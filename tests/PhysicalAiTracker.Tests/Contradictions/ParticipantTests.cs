using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Contradictions;

/// <summary>What sources say of one investor's part in one round.</summary>
public sealed class ParticipantTests
{
    [Theory, EachDatabase]
    public async Task Two_amounts_of_one_investor_are_contested_unless_rounding_explains_them(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var round = await RoundAsync(ledger, "{ 'investor': 'alpha', 'amount': '$200 m' }, { 'investor': 'beta', 'amount': '$30 m' }");
        await SaysAsync(ledger, round, "2026-03-02", "{ 'investor': 'alpha', 'amount': '$204 m' }, { 'investor': 'beta' }");

        (await ledger.OpenAsync()).Should().BeEmpty();
        (await ledger.ListAsync()).Should().ContainSingle().Subject.Comparisons.Single().Text.Should().Be("USD 204 m rounds to USD 200 m: USD 4 m apart, within USD 5 m.");

        await SaysAsync(ledger, round, "2026-03-03", "{ 'investor': 'beta', 'amount': '$50 m' }");

        var open = (await ledger.OpenAsync()).Should().ContainSingle().Subject;
        (open.Field, open.Record!.Id).Should().Be(("participations", round));
        open.Sides.Select(side => side.Text).Should().Equal("Beta, $30 m", "Beta, $50 m");
        open.Comparisons.Single().Text.Should().Contain("USD 20 m apart: more than rounding explains");
        (await ledger.InScopeAsync<TrackerDbContext, Grade>(db => Task.FromResult(db.Grades.Single(g => g.RecordId == round && g.Field == "participations").Fresh))).Should().Be(Grade.Contested);
    }

    [Theory, EachDatabase]
    public async Task Who_declined_did_not_take_part_but_a_pledge_may_be_kept_or_taken_back(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var round = await RoundAsync(ledger, "{ 'investor': 'alpha', 'status': 'pledged', 'amount': '$20 m' }, { 'investor': 'beta' }");
        await SaysAsync(ledger, round, "2026-04-02", "{ 'investor': 'alpha', 'status': 'invested', 'amount': '$15 m' }");

        (await ledger.OpenAsync()).Should().BeEmpty();
        var kept = (await ledger.ListAsync()).Should().ContainSingle().Subject;
        kept.Comparisons.Single().Should().Match<ComparisonItem>(c => c.Explanation == Explanation.TimeSeries && c.Text.StartsWith("Pledged by 1 Mar 2026, invested from 2 Apr 2026"));

        await SaysAsync(ledger, round, "2026-04-03", "{ 'investor': 'beta', 'status': 'declined' }");

        var open = (await ledger.OpenAsync()).Should().ContainSingle().Subject;
        open.Sides.Select(side => side.Text).Should().Equal("Beta", "Beta, declined");
        open.Comparisons.Single().Text.Should().Be("One side says that it took part, the other that it declined.");
    }

    [Theory, EachDatabase]
    public async Task Other_vehicles_and_parts_left_out_contradict_nobody(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var round = await RoundAsync(ledger, "{ 'investor': 'alpha', 'amount': '$200 m', 'vehicle': 'Growth Fund' }, { 'investor': 'beta', 'amount': '$5 m' }");
        await SaysAsync(ledger, round, "2026-03-02", "{ 'investor': 'alpha', 'amount': '$50 m', 'vehicle': 'Seed Fund' }, { 'investor': 'alpha', 'amount': '$9 m', 'vehicle': 'Seed Fund' }, { 'investor': 'beta' }");
        await SaysAsync(ledger, round, "2026-03-03", "{ 'investor': 'alpha' }");

        (await ledger.ListAsync()).Should().BeEmpty();

        await SaysAsync(ledger, round, "2026-03-04", "{ 'investor': 'alpha', 'amount': '$90 m', 'vehicle': 'growth fund' }");

        (await ledger.OpenAsync()).Should().ContainSingle("spelling makes no other vehicle");
    }

    [Theory, EachDatabase]
    public async Task A_denial_contradicts_the_part_that_it_denies(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var round = await RoundAsync(ledger, "{ 'investor': 'alpha', 'amount': '$200 m' }, { 'investor': 'beta' }");
        await SaysAsync(ledger, round, "2026-03-02", "{ 'investor': 'alpha', 'amount': '$300 m' }", ", 'polarity': 'denies'");
        (await ledger.ListAsync()).Should().BeEmpty("nobody says 300");

        await SaysAsync(ledger, round, "2026-03-03", "{ 'investor': 'beta' }", ", 'polarity': 'denies'");

        var open = (await ledger.OpenAsync()).Should().ContainSingle().Subject;
        open.Sides.Select(side => (side.Text, side.Denied)).Should().Equal(("Beta", false), ("Beta", true));
    }

    private static async Task<Guid> RoundAsync(Ledger ledger, string participations)
    {
        await ledger.CompanyAsync("Acme");
        await ledger.EnterAsync("Alpha and Beta invest.", "2025-01-03",
            Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Alpha' } }"), Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Beta' } }"));
        return (await ledger.EnterAsync("Acme raises.", "2026-03-01", Change($"{{ 'record': 'funding-round', 'set': {{ 'company': 'acme', 'participations': [{participations}] }} }}")))[0];
    }

    private static Task<IReadOnlyList<Guid>> SaysAsync(Ledger ledger, Guid round, string published, string participations, string more = "") =>
        ledger.EnterAsync($"More of {published}.", published, Says("funding-round", round, $"{{ 'participations': [{participations}] }}", more));
}
