using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Publishing over REST, as a script with a session does.</summary>
public sealed class PublishTests
{
    [Theory, EachDatabase]
    public async Task A_disclosure_is_published_and_found(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);

        var answer = await PostAsync(ana, Analyst.Document(Analyst.Company("Example Robotics"), Analyst.Round("#company")));

        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        answer.Header("Location").Should().Be((string?)answer.Body["url"]);
        var changes = answer.Body["changes"]!.AsArray();
        changes.Select(change => ((string?)change!["record"], (string?)change["effect"], (int)change["version"]!)).Should().Equal(("party", "created", 1), ("funding-round", "created", 1));
        ((string?)changes[0]!["url"]).Should().Be("/api/v1/companies/example-robotics");
        (await GetAsync(ana, (string)changes[1]!["url"]!)).Body["amount"]!["text"]!.ToString().Should().Be("$12 bn");
        var disclosure = await GetAsync(ana, answer.Header("Location")!);
        ((string?)disclosure.Body["by"]).Should().Be("ana");
        disclosure.Body["records"]!.AsArray().Select(record => (string?)record!["record"]!["url"]).Should().BeEquivalentTo(changes.Select(change => (string?)change!["url"]));
        (await GetAsync(ana, "/api/v1/disclosures")).Items[0]["id"]!.ToString().Should().Be(answer.Body["id"]!.ToString());
    }

    [Theory, EachDatabase]
    public async Task A_new_round_supersedes_the_old_one_in_both_answers(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var old = (await GetAsync(ana, "/api/v1/funding-rounds?company=project-prometheus")).Items[0];

        var answer = await PostAsync(ana, Analyst.Document(Analyst.Round("project-prometheus", $", 'supersedes': '{old["id"]}'")));

        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        var published = await GetAsync(ana, (string)answer.Body["changes"]![0]!["url"]!);
        published.Body["supersedes"]!["url"]!.ToString().Should().Be(old["url"]!.ToString());
        (await GetAsync(ana, (string)old["url"]!)).Body["supersededBy"]!["id"]!.ToString().Should().Be(published.Body["id"]!.ToString());
    }

    [Theory, EachDatabase]
    public async Task An_edit_from_an_old_version_is_refused_with_both_versions(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var round = (await GetAsync(ana, "/api/v1/funding-rounds?company=project-prometheus")).Items[0];
        (await PostAsync(ana, Edit(round, "announced"))).Status.Should().Be(HttpStatusCode.Created);

        var answer = await PostAsync(ana, Edit(round, "announced", ", 'amount': '$12 bn'"));

        answer.Status.Should().Be(HttpStatusCode.Conflict, answer.Text);
        answer.MediaType.Should().Be("application/problem+json");
        var conflict = answer.Body["conflicts"]!.AsArray().Should().ContainSingle().Subject!;
        ((string?)conflict["pointer"], (string?)conflict["record"], (int)conflict["startedFrom"]!, (int)conflict["currentVersion"]!).Should().Be(("/changes/0", "funding-round", 1, 2));
        ((string?)conflict["submitted"]!["amount"]).Should().Be("$12 bn");
        ((string?)conflict["current"]!["status"]).Should().Be("announced");
        (await GetAsync(ana, (string)round["url"]!)).Body["amount"]!["text"]!.ToString().Should().Be("$10 bn", "nothing was written");
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_by_its_place_and_nothing_is_written()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var document = Analyst.Document(Analyst.Round("nobody", ", 'announcedOn': '2025-13'"), Analyst.Company());
        document["changes"]![1]!["assertions"]![0]!["passage"]!["exact"] = "words that are not there";

        var answer = await PostAsync(ana, document);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.MediaType.Should().Be("application/problem+json");
        answer.Body["problems"]!.AsArray().Select(problem => (string?)problem!["pointer"]).Should()
            .Contain("/changes/0/set/company").And.Contain("/changes/0/set/announcedOn").And.Contain(pointer => pointer!.StartsWith("/changes/1/assertions/0/passage"));
        ((int)(await GetAsync(ana, "/api/v1/disclosures")).Body["total"]!).Should().Be(1);
    }

    [Theory]
    [InlineData("{\n  \"title\": \"x\",\n  \"source\": oops\n}", "line 3, byte 13")]
    [InlineData("", "line 1")]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{\"title\": 1, \"title\": 2}", "'title'")]
    [InlineData("{\"\\ud800\": 1, \"title\": 2}", "half of a surrogate pair")]
    public async Task What_is_not_the_JSON_of_an_object_is_refused_with_its_place(string body, string told)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);

        var answer = await PostAsync(ana, new StringContent(body, Encoding.UTF8, "application/json"));

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)answer.Body["problems"]![0]!["message"]).Should().Contain(told);
    }

    [Theory]
    [InlineData("{\"title\":\"\\ud800\",\"source\":\"x\",\"changes\":[]}", "", "/title")]
    [InlineData("{\"title\":\"x\",\"source\":\"x\",\"changes\":[{\"record\":\"party\",\"set\":{\"name\":\"a\\udc00b\"}}]}", "", "/changes/0/set/name")]
    [InlineData("{\"title\":\"x\",\"source\":{\"snapshot\":{\"text\":\"\\ud83d\"}},\"changes\":[]}", "?state=draft", "/source/snapshot/text")]
    [InlineData("{\"title\":\"x\",\"source\":\"x\",\"changes\":[{\"a\\ud800\":1}]}", "?state=submitted", "")]
    public async Task Half_of_a_pair_of_surrogates_is_no_text(string body, string query, string pointer)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);

        var answer = await RestAnswer.OfAsync(await ana.Client.PostAsync("/api/v1/disclosures" + query, new StringContent(body, Encoding.UTF8, "application/json")));

        answer.Status.Should().Be(HttpStatusCode.BadRequest, answer.Text);
        var problem = answer.Body["problems"]!.AsArray().Should().ContainSingle().Subject!;
        problem["pointer"]!.ToString().Should().Be(pointer);
        problem["message"]!.ToString().Should().Contain("half of a surrogate pair");
    }

    [Fact]
    public async Task What_is_kept_as_a_draft_has_no_changes_yet()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);

        var answer = await RestAnswer.OfAsync(await ana.Client.PostAsync("/api/v1/disclosures?state=draft", JsonContent.Create(Analyst.Document(Analyst.Company()))));

        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        answer.Body["changes"]!.AsArray().Should().BeEmpty();
        (answer.Body["state"]!.ToString(), (int)answer.Body["version"]!).Should().Be(("draft", 1));
    }

    [Fact]
    public async Task What_is_not_UTF_8_is_refused()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        using var content = new ByteArrayContent([0x7B, 0x22, 0xFF, 0x22, 0x7D]);
        content.Headers.ContentType = new("application/json");

        var answer = await PostAsync(ana, content);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        ((string?)answer.Body["problems"]![0]!["message"]).Should().Contain("UTF-8");
    }

    [Fact]
    public async Task A_body_beyond_eight_megabytes_is_too_large()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);

        var answer = await PostAsync(ana, new StringContent(new string(' ', 8 * 1024 * 1024 + 1), Encoding.UTF8, "application/json"));

        answer.Status.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        answer.MediaType.Should().Be("application/problem+json");
    }

    internal static async Task<RestAnswer> PostAsync(Visitor visitor, HttpContent content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/disclosures") { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await RestAnswer.OfAsync(await visitor.Client.SendAsync(request));
    }

    private static Task<RestAnswer> PostAsync(Visitor visitor, JsonObject document) => PostAsync(visitor, JsonContent.Create(document));

    private static async Task<RestAnswer> GetAsync(Visitor visitor, string path) => await RestAnswer.OfAsync(await visitor.GetAsync(path));

    private static JsonObject Edit(JsonObject round, string status, string more = "") => Analyst.Document(Analyst.Json($$"""
        { 'record': 'funding-round', 'id': '{{round["id"]}}', 'version': {{round["version"]}}, 'reason': 'world-changed', 'set': { 'status': '{{status}}'{{more}} },
          'assertions': [{ 'passage': { 'exact': 'announced a round of $12 billion' } }] }
        """));
}
