using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Contradictions;

/// <summary>Analysts rule on contradictions.</summary>
public sealed class RulingTests
{
    private static readonly Submitter Ana = new("ana", null, Imported: false);

    [Theory, EachDatabase]
    public async Task An_explanation_closes_a_contradiction_until_new_evidence_comes(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var (company, open) = await ContestedAsync(ledger);

        var outcome = await RuleAsync(ledger, open.Id, new RulingRequest("explained", "different-scope", null, "Work began before the company was founded.", open.Version));

        outcome.Problems.Should().BeEmpty();
        outcome.Accepted.Should().BeTrue();
        (await ledger.OpenAsync()).Should().BeEmpty();
        var explained = (await ledger.ListAsync()).Single();
        explained.Explanation.Should().Be(Explanation.DifferentScope);
        open.UpdatedAt.Should().Be(LastSaid(open));
        explained.UpdatedAt.Should().Be(explained.Rulings.Single().At).And.BeAfter(open.UpdatedAt);
        explained.Rulings.Single().Should().Match<RulingItem>(r => r.InForce && r.By == "ana" && r.Note.StartsWith("Work began"));
        await ledger.InScopeAsync<Derivation, bool>(async derivation =>
        {
            await derivation.RebuildAsync(CancellationToken.None);
            return true;
        });
        (await ledger.OpenAsync()).Should().BeEmpty("a rebuild keeps rulings");

        await ledger.EnterAsync("An archive: founded in 2024.", "2026-07-01", Says("party", company, "{ 'foundedOn': '2024' }"));

        var again = (await ledger.OpenAsync()).Should().ContainSingle().Subject;
        again.Id.Should().Be(open.Id, "its address stays");
        again.UpdatedAt.Should().Be(LastSaid(again)).And.BeAfter(explained.UpdatedAt);
        again.Rulings.Single().Should().Match<RulingItem>(r => !r.InForce && r.Overtaken);
    }

    [Theory, EachDatabase]
    public async Task A_side_is_upheld_and_the_ruling_withdrawn(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var (_, open) = await ContestedAsync(ledger);

        (await RuleAsync(ledger, open.Id, new RulingRequest("upheld", null, 1, "The register says so.", open.Version))).Accepted.Should().BeTrue();

        var resolved = (await ledger.ListAsync(("state", "resolved"))).Should().ContainSingle().Subject;
        resolved.Rulings.Single().UpheldText.Should().Be("Nov 2025");

        (await RuleAsync(ledger, open.Id, new RulingRequest("withdrawn", null, null, "Too early.", resolved.Version))).Accepted.Should().BeTrue();

        (await ledger.OpenAsync()).Single().Rulings.Select(r => r.Kind).Should().Equal(RulingKind.Withdrawn, RulingKind.Upheld);
    }

    [Theory, EachDatabase]
    public async Task A_ruling_on_what_has_changed_since_is_refused(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var (_, open) = await ContestedAsync(ledger);
        (await RuleAsync(ledger, open.Id, new RulingRequest("upheld", null, 1, "First.", open.Version))).Accepted.Should().BeTrue();

        var late = await RuleAsync(ledger, open.Id, new RulingRequest("upheld", null, 2, "Second.", open.Version));

        late.Conflict.Should().Contain("another ruling came in");
        (await ledger.ListAsync()).Single().Rulings.Should().ContainSingle();
    }

    [Fact]
    public async Task Over_rest_a_ruling_needs_a_session_and_every_problem_is_named()
    {
        await using var app = new TrackerApp();
        await using var ledger = new Ledger(app);
        var (_, open) = await ContestedAsync(ledger);
        using var stranger = new Visitor(app);
        using var ana = await Visitor.SignedInAsync(app);
        var path = $"/api/v1/contradictions/{open.Id}/rulings";

        var item = JsonNode.Parse(await stranger.Client.GetStringAsync("/api/v1/contradictions?state=open"))!["items"]![0]!.AsObject();
        SchemaCheck.Problems(JsonNode.Parse(await stranger.Client.GetStringAsync("/swagger/v1/swagger.json"))!, "/api/v1/contradictions", item).Should().BeEmpty();
        item["page"]!.ToString().Should().Be($"/contradictions/{open.Id}");
        (await stranger.Client.PostAsJsonAsync(path, new { decision = "upheld" })).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
        var refused = await ana.Client.PostAsJsonAsync(path, new { decision = "upheld", explanation = "rounding" });
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        JsonNode.Parse(await refused.Content.ReadAsStringAsync())!["problems"]!.AsArray().Select(p => (string)p!["pointer"]!).Should().BeEquivalentTo("/note", "/version", "/explanation", "/side");
        var taken = await ana.Client.PostAsJsonAsync(path, new { decision = "upheld", side = 2, note = "It is so.", version = open.Version });
        taken.StatusCode.Should().Be(HttpStatusCode.OK);
        JsonNode.Parse(await taken.Content.ReadAsStringAsync())!["state"]!.ToString().Should().Be("resolved");
        (await ana.Client.PostAsJsonAsync(path, new { decision = "upheld", side = 2, note = "It is so.", version = open.Version })).StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await ana.Client.PostAsJsonAsync($"/api/v1/contradictions/{Guid.Empty}/rulings", new { decision = "upheld" })).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_pages_lead_from_the_value_to_both_sides_and_take_a_ruling()
    {
        await using var app = new TrackerApp();
        await using var ledger = new Ledger(app);
        var (_, open) = await ContestedAsync(ledger);

        (await Page.GetAsync(app, "/")).Shown.Should().Contain("1 open contradiction");
        (await Page.GetAsync(app, "/contradictions")).Shown.Should().Contain("Prometheus, founded").And.Contain("Nov 2025: 1 origin").And.Contain("have no day in common");
        var profile = await Page.GetAsync(app, "/companies/prometheus");
        profile.Html.Should().Contain($"/contradictions/{open.Id}");
        profile.Text.Should().Contain("Others say otherwise: founded");
        var page = await Page.GetAsync(app, $"/contradictions/{open.Id}");
        page.Shown.Should().Contain("Side 1: Nov 2025").And.Contain("late 2024").And.NotContain("Rule on it");

        using var ana = await Visitor.SignedInAsync(app);
        var path = $"/contradictions/{open.Id}";
        var refused = await ana.PostFormAsync(path, ("decision", "explained"), ("version", open.Version));
        refused.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("Note is required").And.Contain("id=\"explanation-error\"");
        var taken = await ana.PostFormAsync(path, ("decision", "explained"), ("explanation", "different-scope"), ("side", "2"), ("note", "Work began earlier."), ("version", open.Version));
        taken.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await Page.GetAsync(app, path)).Shown.Should().Contain("explained: different scope").And.Contain("by ana").And.Contain("Work began earlier.");
        (await Page.GetAsync(app, "/contradictions")).Shown.Should().NotContain("Prometheus, founded");
        (await Page.GetAsync(app, "/contradictions?state=explained")).Shown.Should().Contain("Prometheus, founded");
        using var stranger = new Visitor(app);
        (await stranger.PostAsync(path, ("decision", "upheld"))).StatusCode.Should().NotBe(HttpStatusCode.OK, "a form of another site is refused");
    }

    internal static async Task<(Guid Company, ContradictionItem Open)> ContestedAsync(Ledger ledger)
    {
        var company = await ledger.CompanyAsync("Prometheus", ", 'foundedOn': '2025-11'");
        await ledger.EnterAsync("The corpus has been in the works since late 2024.", "2026-06-18", Says("party", company, "{ 'foundedOn': '2024~' }"));
        return (company, (await ledger.OpenAsync()).Single());
    }

    private static DateTime LastSaid(ContradictionItem contradiction) => contradiction.Sides.SelectMany(side => side.Assertions).Max(said => said.CreatedAt);

    private static Task<RulingOutcome> RuleAsync(Ledger ledger, Guid id, RulingRequest request) =>
        ledger.InScopeAsync<RulingCommands, RulingOutcome>(rulings => rulings.RuleAsync(id, request, Ana, CancellationToken.None));
}
