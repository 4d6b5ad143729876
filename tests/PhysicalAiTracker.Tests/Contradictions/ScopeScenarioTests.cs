using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Contradictions;

/// <summary>Cases about time, scope and origin from public reports.</summary>
public sealed class ScopeScenarioTests
{
    [Theory, EachDatabase]
    public async Task Headcounts_of_different_months_are_a_series(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Prometheus");
        foreach (var (count, month) in new[] { ("about 100", "2025-11"), ("more than 120", "2026-04"), ("about 150", "2026-06") })
        {
            await ledger.EnterAsync($"Prometheus has {count} people.", month, Headcount(count, month));
        }

        var series = (await ledger.ListAsync()).Should().ContainSingle().Subject;

        series.State.Should().Be(ContradictionState.Explained);
        series.Title.Should().Be("Prometheus: headcount");
        series.Comparisons.Should().HaveCount(3).And.OnlyContain(c => c.Explanation == Explanation.TimeSeries);
        series.Comparisons[0].Text.Should().Be("about 100 people in Nov 2025, more than 120 people in Apr 2026: a series.");
    }

    [Theory, EachDatabase]
    public async Task Headcounts_of_the_same_month_that_no_rounding_explains_are_contested(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Prometheus");
        await ledger.EnterAsync("Prometheus has 150 people.", "2026-06", Headcount("150", "2026-06"));
        await ledger.EnterAsync("Prometheus has 200 people.", "2026-06", Headcount("200", "2026-06"));

        (await ledger.OpenAsync()).Should().ContainSingle().Subject.Comparisons.Single().Text.Should().Contain("more than rounding explains");
    }

    [Theory, EachDatabase]
    public async Task A_founding_date_that_work_precedes_is_contested(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var company = await ledger.CompanyAsync("Prometheus", ", 'foundedOn': '2025-11'");
        await ledger.EnterAsync("The corpus has been in the works since late 2024.", "2026-06-18", Says("party", company, "{ 'foundedOn': '2024~' }", ", 'modality': 'inferred'"));

        var founded = (await ledger.OpenAsync()).Should().ContainSingle().Subject;

        founded.Title.Should().Be("Prometheus, founded");
        founded.Sides.Select(side => side.Text).Should().Equal("Nov 2025", "about 2024");
        founded.Comparisons.Single().Text.Should().Be("Nov 2025 and about 2024 have no day in common.");
    }

    [Theory, EachDatabase]
    public async Task Three_claims_at_three_scopes_do_not_contradict_each_other(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Physical Intelligence");
        await ledger.EnterAsync("The evaluation robots are controlled from a cloud.", "2026-01-10", Claim("physical-intelligence", "control", "cloud", ", 'purpose': 'evaluation robots'"));
        await ledger.EnterAsync("By default the policy runs on a GPU on each robot.", "2026-01-11", Claim("physical-intelligence", "control", "on-device", ", 'deployment': 'default'"));
        await ledger.EnterAsync("For the DROID arm a second machine serves the policy.", "2026-01-12", Claim("physical-intelligence", "control", "on-site", ", 'product': 'DROID arm'"));

        var planes = (await ledger.ListAsync()).Should().ContainSingle().Subject;

        planes.State.Should().Be(ContradictionState.Explained);
        planes.Comparisons.Should().HaveCount(3).And.OnlyContain(c => c.Explanation == Explanation.DifferentScope);
        planes.Comparisons[0].Text.Should().Be("cloud is said of “evaluation robots”, on-device of “default”.");
    }

    [Theory, EachDatabase]
    public async Task Two_placements_at_equal_scope_are_contested_and_a_hedged_host_stays_a_candidate(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Figure");
        await ledger.EnterAsync("Amazon Web Services sells compute.", "2025-01-03", Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Amazon Web Services' } }"));
        await ledger.EnterAsync("The whole model runs on embedded GPUs on the robot.", "2025-02-20", Claim("figure", "inference", "on-device", ", 'product': 'Figure 02'"));
        await ledger.EnterAsync("Sensor data is streamed to a cloud brain, likely AWS.", "2025-08-01", Claim(
            "figure", "inference", "cloud", ", 'product': 'figure 02', 'hosts': [{ 'party': 'amazon-web-services', 'candidate': true }]"));

        var open = (await ledger.OpenAsync()).Should().ContainSingle().Subject;

        open.Title.Should().Be("Figure: inference, Figure 02, where it runs");
        open.Sides.Select(side => side.Text).Should().Equal("on-device", "cloud");
        open.Comparisons.Single().Text.Should().Be("At one scope it cannot run both on-device and cloud.");
        var claims = await ledger.InScopeAsync<ClaimQueries, ListResult<ClaimItem>>(q => q.ListAsync(
            new ListRequest(new Dictionary<string, IReadOnlyList<string>> { ["placement"] = ["cloud"] }), CancellationToken.None));
        claims.Page!.Items.Single().Hosts.Single().Candidate.Should().BeTrue("a source that says “likely” names no provider");
    }

    [Theory, EachDatabase]
    public async Task What_can_be_does_not_contradict_what_is_and_what_was_not_what_came_after(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Figure");
        await ledger.EnterAsync("It runs on the robot until 2025.", "2025-01-10", Claim("figure", "control", "on-device", ", 'validTo': '2025'"));
        await ledger.EnterAsync("From 2026 it runs in a cloud.", "2026-01-11", Claim("figure", "control", "cloud", ", 'validFrom': '2026'"));
        await ledger.EnterAsync("It can run on site.", "2026-01-12", Claim("figure", "control", "on-site", "", "capability"));

        (await ledger.OpenAsync()).Should().BeEmpty();
        (await ledger.ListAsync()).Single().Comparisons.Select(c => c.Explanation).Should().Equal(Explanation.TimeSeries, Explanation.DifferentScope, Explanation.DifferentScope);
    }

    [Theory, EachDatabase]
    public async Task Two_copies_of_a_wire_story_and_the_story_are_one_origin(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var company = await ledger.CompanyAsync("Prometheus", ", 'foundedOn': '2024-05'");
        await ledger.EnterAsync("The wire: founded in November 2025.", "2025-11-17", Says("party", company, "{ 'foundedOn': '2025-11' }"));
        foreach (var paper in new[] { "The Daily", "The Weekly" })
        {
            (await ledger.PublishAsync($"{paper}: founded in November 2025.", "2025-11-18", "source-2", Says("party", company, "{ 'foundedOn': '2025-11' }"))).Problems.Should().BeEmpty();
        }

        var founded = (await ledger.OpenAsync()).Should().ContainSingle().Subject;

        founded.Sides.Select(side => (side.Text, side.Pages, side.Origins)).Should().Equal(("May 2024", 1, 1), ("Nov 2025", 3, 1));
    }

    [Theory, EachDatabase]
    public async Task A_denial_contradicts_what_it_denies_and_nothing_else(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var company = await ledger.CompanyAsync("Prometheus", ", 'foundedOn': '2025-11'");
        await ledger.EnterAsync("It was not founded in May 2024.", "2026-01-02", Says("party", company, "{ 'foundedOn': '2024-05' }", ", 'polarity': 'denies'"));
        (await ledger.ListAsync()).Should().BeEmpty();

        await ledger.EnterAsync("It was not founded in November 2025.", "2026-01-03", Says("party", company, "{ 'foundedOn': '2025-11' }", ", 'polarity': 'denies'"));

        (await ledger.OpenAsync()).Should().ContainSingle().Subject.Sides.Should().Contain(side => side.Denied && side.Text == "Nov 2025");
    }

    private static JsonObject Headcount(string count, string asOf) =>
        Change($"{{ 'record': 'observation', 'set': {{ 'party': 'prometheus', 'metric': 'headcount', 'quantity': '{count}', 'asOf': '{asOf}' }} }}");

    private static JsonObject Claim(string company, string plane, string placement, string more, string modality = "in-use") => Change(
        $"{{ 'record': 'claim', 'set': {{ 'company': '{company}', 'plane': '{plane}', 'placement': '{placement}', 'modality': '{modality}'{more} }} }}");
}
