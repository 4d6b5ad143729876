using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Accounts;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Reviewing;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.History;

/// <summary>A program merges two records.</summary>
public sealed class MergeApiTests
{
    [Theory, EachDatabase]
    public async Task Two_become_one_and_the_old_address_leads_on(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (from, into) = (await desk.PartyAsync("periodic-labs"), await desk.PartyAsync("world-labs"));

        var answer = await Desk.MergeAsync(desk.Reviewer, Body(from, into));

        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        answer.Body["changes"]!.AsArray().Should().Contain(change => (Guid)change!["id"]! == into.Id && (int)change["version"]! == into.Version + 1);
        (await Desk.GetAsync(desk.Reviewer, (string)answer.Body["url"]!)).Body["act"]!.ToString().Should().Be("merge");
        (await desk.Reviewer.GetAsync("/api/v1/companies/periodic-labs")).Headers.Location!.OriginalString.Should().EndWith("/world-labs");

        var late = await Desk.MergeAsync(desk.Reviewer, Body(from, (into.Id, into.Version + 1)));
        late.Status.Should().Be(HttpStatusCode.Conflict, late.Text);
        var conflict = late.Body["conflicts"]!.AsArray().Single()!;
        ((string)conflict["pointer"]!, (int)conflict["startedFrom"]!, (int)conflict["currentVersion"]!).Should().Be(("/from", from.Version, from.Version + 1));
    }

    [Theory, EachDatabase]
    public async Task What_moved_since_is_told_with_both_versions_and_nothing_is_merged(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (from, into) = (await desk.PartyAsync("periodic-labs"), await desk.PartyAsync("world-labs"));

        var answer = await Desk.MergeAsync(desk.Reviewer, Body((from.Id, from.Version + 1), (into.Id, into.Version + 2)));

        answer.Status.Should().Be(HttpStatusCode.Conflict, answer.Text);
        answer.Body["conflicts"]!.AsArray().Select(conflict => ((string)conflict!["pointer"]!, (int)conflict["startedFrom"]!, (int)conflict["currentVersion"]!))
            .Should().BeEquivalentTo([("/from", from.Version + 1, from.Version), ("/into", into.Version + 2, into.Version)]);
        (await desk.PartyAsync("periodic-labs")).Should().Be(from);
    }

    [Theory, EachDatabase]
    public async Task A_note_has_no_character_that_a_database_refuses_and_feeds_lead_on(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (from, into) = (await desk.PartyAsync("periodic-labs"), await desk.PartyAsync("world-labs"));
        var body = Body(from, into);
        body["note"] = "the\0 same";

        (await Desk.MergeAsync(desk.Reviewer, body)).Status.Should().Be(HttpStatusCode.Created);

        (await Desk.GetAsync(desk.Reviewer, $"/api/v1/companies/{from.Id}/history")).Text.Should().Contain("the same").And.NotContain("u0000");
        foreach (var name in new[] { "periodic-labs", $"{from.Id}" })
        {
            (await desk.Reviewer.GetAsync($"/api/v1/companies/{name}.atom")).Headers.Location!.OriginalString.Should().Be("/api/v1/companies/world-labs.atom", name);
        }
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_a_merge_is_told()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);

        var answer = await Desk.MergeAsync(desk.Reviewer, JsonNode.Parse("""{ "from": 1, "fromVersion": "x", "into": "a", "intoVersion": 1.5, "note": [] }""")!.AsObject());

        answer.Body["problems"]!.AsArray().Select(problem => (string)problem!["pointer"]!).Should().BeEquivalentTo("/from", "/fromVersion", "/into", "/intoVersion", "/note");
    }

    [Theory]
    [InlineData("{}", "/note")]
    [InlineData("{ \"from\": \"periodic-labs\", \"fromVersion\": 1, \"into\": \"world-labs\", \"intoVersion\": 1, \"note\": \"twice\" }", "/from")]
    [InlineData("{ \"from\": \"01a20975-fb37-76a8-883b-d4542e3147eb\", \"fromVersion\": 1, \"into\": \"01a20975-fb37-76a8-883b-d4542e3147ec\", \"intoVersion\": 1, \"note\": \" \" }", "/note")]
    [InlineData("{ \"from\": \"01a20975-fb37-76a8-883b-d4542e3147eb\", \"fromVersion\": 1, \"into\": \"01a20975-fb37-76a8-883b-d4542e3147ec\", \"intoVersion\": 1, \"note\": \"twice\" }", "")]
    [InlineData("{ \"from\": \"01a20975-fb37-76a8-883b-d4542e3147eb\", \"fromVersion\": 1, \"into\": \"01a20975-fb37-76a8-883b-d4542e3147ec\", \"intoVersion\": 1, \"note\": \"twice\", \"why\": 1 }", "/why")]
    public async Task What_cannot_be_merged_is_told_where_it_is_wrong(string body, string pointer)
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);

        var answer = await Desk.MergeAsync(desk.Reviewer, JsonNode.Parse(body)!.AsObject());

        answer.Status.Should().Be(HttpStatusCode.BadRequest, answer.Text);
        answer.Body["problems"]!.AsArray().Select(problem => (string)problem!["pointer"]!).Should().Contain(pointer);
    }

    [Fact]
    public async Task A_key_needs_the_scope_and_a_name_does_it_once()
    {
        await using var desk = await Desk.OpenAsync(DatabaseProvider.Sqlite);
        var body = Body(await desk.PartyAsync("periodic-labs"), await desk.PartyAsync("world-labs"));
        using var ana = await Visitor.SignedInAsync(desk.App, Roles.Analyst);
        using var submits = desk.App.Program(await ana.MakeKeyAsync("submits", 30, "submit"));
        using var publishes = desk.App.Program(await ana.MakeKeyAsync("publishes", 30, "publish"));
        publishes.DefaultRequestHeaders.Add("Idempotency-Key", "merge-1");

        (await submits.PostAsync("/api/v1/merges", JsonContent.Create(body))).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        (await Desk.MergeAsync(desk.Contributor, body)).Status.Should().Be(HttpStatusCode.Forbidden);
        var first = await RestAnswer.OfAsync(await publishes.PostAsync("/api/v1/merges", JsonContent.Create(body)));
        var second = await RestAnswer.OfAsync(await publishes.PostAsync("/api/v1/merges", JsonContent.Create(body)));

        first.Status.Should().Be(HttpStatusCode.Created, first.Text);
        (second.Status, second.Text).Should().Be((first.Status, first.Text));
    }

    private static JsonObject Body((Guid Id, int Version) from, (Guid Id, int Version) into) =>
        new() { ["from"] = from.Id, ["fromVersion"] = from.Version, ["into"] = into.Id, ["intoVersion"] = into.Version, ["note"] = "Entered twice." };
}
