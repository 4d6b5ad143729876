using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Pages;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights;

/// <summary>The endpoints, and that the pages say the same.</summary>
public sealed class InsightsApiTests
{
    private static readonly string[] Records =
    [
        World.Company("Skyhost", ", 'sellsCompute': ['cloud']"), World.Company("Alder"),
        World.Claim("#Alder", "control", "on-device", ", 'hardware': ['Skyhost Board']"), World.Claim("#Alder", "training", "cloud", ", 'hosts': [{ 'party': '#Skyhost', 'candidate': true }]"),
        World.Round("#Alder", ", 'amount': 'USD 50 m', 'status': 'closed', 'announcedOn': '2019', 'participations': [{ 'investor': '#Skyhost', 'amount': 'USD 10 m' }]"),
    ];

    private static readonly string[] Paths = ["capital", "capital/rounds", "interests", "dependencies", "stale", "questions"];

    [Theory, EachDatabase]
    public async Task Pages_and_endpoints_have_the_same_numbers(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        await app.PublishAsync(World.Document("Made up", "2019", Records).ToJsonString());

        var capital = await ReadAsync(app, "capital");
        var page = await Page.GetAsync(app, "/insights/capital");
        page.Html.Should().Contain($"<data value=\"{Usd(capital["total"]!["raised"]!)}\"");
        foreach (var line in capital["placements"]!.AsArray().Where(line => Usd(line!["capital"]!["raised"]!) != "0"))
        {
            page.Html.Should().Contain($"<data value=\"{Usd(line!["capital"]!["raised"]!)}\"");
        }

        var rows = page.FirstLink("/insights/capital/rounds\\?placement=on-device[^\"]*");
        var shared = await Page.GetAsync(app, rows);
        shared.Shown.Should().Contain("$25 m").And.Contain("one of 2 even parts");
        (await ReadAsync(app, rows["/insights/".Length..]))["sum"]!["usd"]!.GetValue<decimal>().Should().Be(25_000_000m);
        (await Page.GetAsync(app, "/")).Shown.Should().Contain("on-device $25 m 1 company");

        var interests = await ReadAsync(app, "interests");
        (await Page.GetAsync(app, "/insights/interests")).Html.Split("<article").Length.Should().Be(interests["total"]!.GetValue<int>() + 1);
        interests["items"]!.AsArray().Select(item => $"{item!["kind"]} {item["behind"]!["slug"]}").Should().BeEquivalentTo("undecided jeff-bezos", "undecided skyhost", "supplier-investor skyhost");

        var dependencies = await ReadAsync(app, "dependencies");
        dependencies["providers"]![0]!["provider"]!["slug"]!.GetValue<string>().Should().Be("skyhost");
        dependencies["hardware"]![0]!["makers"]![0]!["slug"]!.GetValue<string>().Should().Be("skyhost");
        (await Page.GetAsync(app, "/insights/dependencies")).Shown.Should().Contain("Alder: training, cloud, in-use, only a candidate").And.Contain("Skyhost Board by Skyhost");
        (await ReadAsync(app, "dependencies?plane=control"))["totalProviders"]!.GetValue<int>().Should().Be(0);

        var stale = await ReadAsync(app, "stale");
        (await Page.GetAsync(app, "/insights/stale")).TextOfPart("stale").Should().StartWith($"Not confirmed for too long {stale["totalStale"]}");
        var questions = await ReadAsync(app, "questions");
        (await Page.GetAsync(app, "/insights/questions")).Shown.Should().Contain($"Open {questions["total"]} With a trigger due {questions["due"]} With an answer on offer {questions["offered"]}");
        (await Page.GetAsync(app, "/insights")).Shown.Should().Contain("$2.35 bn raised").And.Contain("3 findings").And.Contain("1 provider").And.Contain("2 open questions").And.Contain($"{stale["totalStale"]} stale facts");
    }

    [Fact]
    public async Task Parameters_are_refused_by_name_with_what_is_allowed()
    {
        await using var app = new TrackerApp();
        using var client = app.CreateClient();
        foreach (var path in Paths)
        {
            var refused = await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/insights/{path}?colour=blue"));
            (refused.Status, refused.Refused.Single()).Should().Be((HttpStatusCode.BadRequest, "colour"), path);
        }

        var wrong = await RestAnswer.OfAsync(await client.GetAsync("/api/v1/insights/capital/rounds?plane=flight&year=soon&measure="));
        wrong.Refused.Should().BeEquivalentTo("plane", "year", "measure");
        wrong.Allowed("plane").Should().Contain("control");
        (await RestAnswer.OfAsync(await client.GetAsync("/api/v1/insights/stale?record=claim,deal"))).Status.Should().Be(HttpStatusCode.OK);
        var page = await Page.GetAsync(app, "/insights/capital?plane=flight");
        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Shown.Should().Contain("is none of the values of plane. Known are training");
        (await Page.GetAsync(app, "/insights/capital?plane=&rumored=")).Status.Should().Be(HttpStatusCode.OK, "a form sends what is empty too");
    }

    [Fact]
    public async Task Answers_are_tagged_described_and_tell_their_day_and_rule()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var client = app.CreateClient();
        var document = JsonNode.Parse(await client.GetStringAsync("/swagger/v1/swagger.json"))!;
        foreach (var path in Paths)
        {
            var answer = await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/insights/{path}"));
            ((string?)answer.Body["asOf"]).Should().MatchRegex("^20[0-9]{2}-[0-9]{2}-[0-9]{2}$");
            ((string?)answer.Body["rule"]).Should().NotBeNullOrEmpty();
            using var again = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/insights/{path}");
            again.Headers.Add("If-None-Match", answer.ETag);
            (await client.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        }

        foreach (var path in new[] { "capital/rounds", "interests", "questions" })
        {
            var item = (await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/insights/{path}"))).Items[0];
            SchemaCheck.Problems(document, $"/api/v1/insights/{path}", item).Where(problem => !problem.EndsWith("/assertions is missing", StringComparison.Ordinal) && !problem.EndsWith("/grades is missing", StringComparison.Ordinal)).Should().BeEmpty(path);
        }

        document["paths"]!["/api/v1/insights/capital"]!["get"]!["parameters"]!.AsArray().Select(parameter => (string)parameter!["name"]!).Should().Contain(["plane", "rumored", "inProgress", "superseded"]);
    }

    [Fact]
    public async Task Pages_say_so_where_nothing_is_known()
    {
        await using var app = new TrackerApp();
        foreach (var path in Paths.Select(path => $"/insights/{path}").Append("/insights"))
        {
            var page = await Page.GetAsync(app, path);
            page.Status.Should().Be(HttpStatusCode.OK, path);
            page.Shown.Should().Contain("As of").And.ContainAny("No ", "no ", "Nothing");
        }
    }

    private static string Usd(JsonNode sum) => sum["usd"]!.GetValue<decimal>().ToString("0.##", CultureInfo.InvariantCulture);

    private static async Task<JsonObject> ReadAsync(TrackerApp app, string path)
    {
        using var client = app.CreateClient();
        var answer = await RestAnswer.OfAsync(await client.GetAsync($"/api/v1/insights/{path}"));
        answer.Status.Should().Be(HttpStatusCode.OK, answer.Text);
        return answer.Body;
    }
}
