using System.Net;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Questions;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Pages;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights;

public sealed class QuestionInsightTests
{
    private const string Asked = "/questions/where-does-it-run";

    private static readonly string[] Records =
    [
        World.Company("Alder"), World.Claim("#Alder", "control", "undisclosed"),
        """{ 'record': 'question', 'set': { 'text': 'Where does it run?', 'slug': 'where-does-it-run', 'company': '#Alder', 'plane': 'control', 'triggers': [{ 'kind': 'date', 'text': 'Launch', 'on': '2026-06' }, { 'kind': 'date', 'text': 'Fair', 'on': '2026-07-20' }, { 'kind': 'date', 'text': 'Later', 'on': '2027' }] } }""",
    ];

    [Theory, EachDatabase]
    public async Task A_new_claim_of_the_same_company_and_plane_is_offered_and_triggers_fall_due(DatabaseProvider provider)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero));
        await using var world = new World(provider, clock: clock);
        await world.PublishAsync(Records);
        (await ReportAsync(world)).Items.Single().Offered.Should().BeEmpty("what was known when it was asked answers nothing");
        clock.Advance(TimeSpan.FromDays(3));
        await world.PublishAsync("Later", "2026-07", World.Claim("alder", "control", "on-device"), World.Claim("alder", "training", "cloud"));

        var report = await ReportAsync(world);

        (report.Total, report.Due, report.Offered).Should().Be((1, 1, 1));
        var item = report.Items.Single();
        item.Days.Should().Be(3);
        item.Due.Select(due => (due.Trigger.Text, due.Passed)).Should().Equal(("Launch", true), ("Fair", false));
        item.Offered.Should().ContainSingle().Which.Record.Text.Should().Be("Alder: control – on-device");
    }

    [Theory, EachDatabase]
    public async Task An_analyst_resolves_a_question_on_its_page_and_it_links_what_settled_it(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        await app.PublishAsync(World.Document("Made up", "2026-04", Records).ToJsonString());
        await app.PublishAsync(World.Document("Later", "2026-07", [World.Claim("alder", "control", "on-device")]).ToJsonString());
        (await Page.GetAsync(app, Asked)).Html.Should().Contain("Answers on offer").And.NotContain("name=\"Resolution\"", "a stranger may look, not resolve");
        using var visitor = await Visitor.SignedInAsync(app);

        var form = await FormPage.OpenAsync(visitor, Asked);
        var empty = await form.PressAsync("resolve");
        empty.Status.Should().Be(HttpStatusCode.BadRequest);
        empty.Complaints.Should().ContainSingle().Which.Should().Be(("#offered", "Choose the assertion that settles the question"));
        var settling = Regex.Match(empty.Html, "name=\"Offered\" value=\"([^\"]+)\"").Groups[1].Value;
        empty.Tick("Offered", settling);
        empty["Resolution"] = "It runs on the device.";
        empty["ResolvedOn"] = "soon";
        var wrong = await empty.PressAsync("resolve");
        wrong.Complaints.Should().Contain(complaint => complaint.Href == "#resolvedOn");
        wrong["Resolution"].Should().Be("It runs on the device.", "nothing typed is lost");
        wrong["ResolvedOn"] = "2026-07";
        var done = await wrong.PressAsync("resolve");

        done.Status.Should().Be(HttpStatusCode.OK);
        done.Text.Should().Contain("It runs on the device.").And.Contain("“Robots are many”", "the settling passage").And.NotContain("Answers on offer");
        done.Text.Should().Contain("Settled by the assertion").And.Contain("“Robots are many” (Later)", "the history has it too");
        var rest = (await RestAnswer.OfAsync(await visitor.GetAsync("/api/v1/questions/where-does-it-run"))).Body;
        ((string?)rest["status"], (string?)rest["settledByAssertion"]!["id"], (string?)rest["settledByAssertion"]!["record"]).Should().Be(("resolved", settling, "claim"));
        (await RestAnswer.OfAsync(await visitor.GetAsync("/api/v1/insights/questions"))).Body["resolved"]!.GetValue<int>().Should().Be(1);
    }

    [Fact]
    public async Task Strangers_and_versions_that_are_over_are_refused()
    {
        await using var app = new TrackerApp();
        await app.PublishAsync(World.Document("Made up", "2026-04", Records).ToJsonString());
        await app.PublishAsync(World.Document("Later", "2026-07", [World.Claim("alder", "control", "on-device")]).ToJsonString());
        using var stranger = new Visitor(app);
        (await stranger.PostAsync(Asked, ("Resolution", "No."))).StatusCode.Should().Be(HttpStatusCode.BadRequest, "no form was loaded");
        (await stranger.PostFormAsync("/account/sign-in", Asked, ("Resolution", "No."))).StatusCode.Should().Be(HttpStatusCode.Redirect, "to sign in");
        using var visitor = await Visitor.SignedInAsync(app);
        var form = await FormPage.OpenAsync(visitor, Asked);
        form.Tick("Offered", Regex.Match(form.Html, "name=\"Offered\" value=\"([^\"]+)\"").Groups[1].Value);
        form["Resolution"] = "On the device.";
        form["Version"] = "7";

        (await form.PressAsync("resolve")).Status.Should().Be(HttpStatusCode.Conflict);
        (await Page.GetAsync(app, Asked)).Shown.Should().Contain("open");
    }

    [Theory, EachDatabase]
    public async Task A_disclosure_links_only_an_accepted_assertion_of_a_resolved_question(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        Guid assertion;
        await using (var db = analyst.Database.NewContext())
        {
            assertion = db.Assertions.First().Id;
        }

        var unknown = await analyst.PublishAsync(Analyst.Document(Analyst.Json($$"""{ 'record': 'question', 'id': 'prometheus-round-terms', 'version': 1, 'set': { 'settledByAssertion': '{{Guid.NewGuid()}}' } }""")));
        var open = await analyst.PublishAsync(Analyst.Document(Analyst.Json($$"""{ 'record': 'question', 'id': 'prometheus-round-terms', 'version': 1, 'set': { 'settledByAssertion': '{{assertion}}' } }""")));

        unknown.Problems.Should().Contain(problem => problem.Pointer.EndsWith("/settledByAssertion") && problem.Message.Contains("no accepted assertion"));
        open.Problems.Should().Contain(problem => problem.Pointer.EndsWith("/settledByAssertion") && problem.Message.Contains("resolve it too"));
    }

    private static Task<QuestionReport> ReportAsync(World world) => world.ReadAsync<QuestionInsights, QuestionReport>(questions => questions.ReportAsync(CancellationToken.None));
}
