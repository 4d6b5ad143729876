using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Disclosures.Analyst;

namespace PhysicalAiTracker.Tests.Sources;

/// <summary>Passages of which there is only the place: the text may not or could not be stored.</summary>
public sealed class LocatorTests
{
    private const string Located = "{ 'locator': 'README.md line 116', 'exact': 'runs on a Jetson' }";

    [Theory, EachDatabase]
    public async Task A_source_without_a_text_supports_by_places(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);

        var outcome = await analyst.PublishAsync(WithoutText(Company(Located), Company("{ 'locator': '12:40' }", "Another", "another")));

        outcome.Problems.Should().BeEmpty();
        await using var db = analyst.Database.NewContext();
        var passages = await db.Passages.OrderBy(p => p.Locator).ToListAsync();
        passages.Should().OnlyContain(p => p.State == PassageState.NotCaptured && p.SnapshotId == null && p.Start == null);
        passages.Select(p => (p.Locator, p.Exact)).Should().Equal(("12:40", ""), ("README.md line 116", "runs on a Jetson"));
        (await db.Sources.SingleAsync()).Seen.Should().BeTrue();
    }

    [Theory, EachDatabase]
    public async Task A_place_named_again_is_the_same_passage(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        (await analyst.PublishAsync(WithoutText(Company(Located)))).Problems.Should().BeEmpty();
        var again = WithoutText(Company(Located, "Another", "another"));
        again["source"] = "example-repository";

        (await analyst.PublishAsync(again)).Problems.Should().BeEmpty();

        await using var db = analyst.Database.NewContext();
        (await db.Passages.CountAsync()).Should().Be(1);
        (await db.Assertions.CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task A_stored_text_may_be_quoted_and_pointed_beyond()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var company = Analyst.Company();
        company["assertions"]!.AsArray().Add(Json("{ 'passage': { 'locator': 'photograph on page 3' } }"));

        (await analyst.PublishAsync(Document(company))).Problems.Should().BeEmpty();

        await using var db = analyst.Database.NewContext();
        (await db.Passages.Select(p => p.State).ToListAsync()).Should().BeEquivalentTo([PassageState.Intact, PassageState.NotCaptured]);
    }

    [Theory]
    [InlineData("{ 'exact': 'runs on a Jetson' }", "/source/snapshot", "is required")]
    [InlineData("{ 'locator': ' ' }", "/changes/0/assertions/0/passage/locator", "empty")]
    [InlineData("{ 'locator': 7 }", "/changes/0/assertions/0/passage/locator", "text")]
    [InlineData("{ 'locator': 'page 3', 'suffix': ' behind' }", "/changes/0/assertions/0/passage/suffix", "belongs to a quote")]
    public async Task A_passage_without_text_or_place_is_refused(string passage, string pointer, string message)
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);

        var outcome = await analyst.PublishAsync(WithoutText(Company(passage)));

        outcome.Accepted.Should().BeFalse();
        outcome.Problems.Should().Contain(p => p.Pointer == pointer).Which.Message.Should().Contain(message);
    }

    [Fact]
    public async Task Words_beside_a_place_stay_few()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);

        var outcome = await analyst.PublishAsync(WithoutText(Company($"{{ 'locator': 'page 3', 'exact': '{new string('x', 301)}' }}")));

        outcome.Problems.Should().ContainSingle(p => p.Pointer == "/changes/0/assertions/0/passage/exact").Which.Message.Should().Contain("300 are the most");
    }

    [Theory, EachDatabase]
    public async Task A_pack_without_a_text_comes_in_once(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var pack = new Pack();
        pack.Source.Remove("snapshot");
        pack.Change(0)["assertions"]![0]!["passage"] = Json(Located);
        pack.Change(1)["assertions"]![0]!["passage"] = Json("{ 'locator': '12:40' }");

        (await pack.ImportAsync(database)).Problems.Should().BeEmpty();
        var again = await pack.ImportAsync(database);

        again.Problems.Should().BeEmpty();
        again.Counts.Should().OnlyContain(count => count.Created == 0 && count.Changed == 0);
        await using var db = database.NewContext();
        (await db.Passages.CountAsync()).Should().Be(2);
        (await db.Snapshots.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task Pages_and_REST_show_the_place_and_say_that_the_text_is_not_captured()
    {
        await using var app = new TrackerApp();
        using var pack = new Pack();
        pack.Source.Remove("snapshot");
        pack.Change(0)["assertions"]![0]!["passage"] = Json("{ 'locator': 'README.md <b>line 116</b>', 'exact': 'runs on a Jetson' }");
        pack.Change(1)["assertions"]![0]!["passage"] = Json("{ 'locator': '12:40' }");
        (await pack.ImportAsync(app.Database)).Problems.Should().BeEmpty();
        using var visitor = new Visitor(app);

        var reader = await visitor.Client.GetStringAsync("/sources/example-wire");
        reader.Should().Contain("Places whose text is not stored").And.Contain("README.md &lt;b&gt;line 116&lt;/b&gt;").And.Contain("runs on a Jetson").And.Contain("text not captured");
        (await visitor.Client.GetStringAsync("/companies/example-robotics")).Should().Contain("12:40").And.Contain("text not captured");
        var rest = JsonNode.Parse(await visitor.Client.GetStringAsync("/api/v1/funding-rounds?include=assertions"))!;
        var passage = rest["items"]![0]!["assertions"]![0]!["passage"]!;
        (passage["state"]!.GetValue<string>(), passage["locator"]!.GetValue<string>()).Should().Be(("not-captured", "12:40"));
        (passage["exact"], passage["start"]).Should().Be((null, null));
    }

    private static JsonObject WithoutText(params JsonNode[] changes)
    {
        var document = Document(changes);
        document["source"] = Json("{ 'slug': 'example-repository', 'title': 'Example repository', 'kind': 'repository' }");
        return document;
    }

    private static JsonObject Company(string passage, string name = "Example Robotics", string reference = "company") => Json($$"""
        { 'record': 'party', 'ref': '{{reference}}', 'set': { 'kind': 'company', 'name': '{{name}}' }, 'assertions': [{ 'passage': {{passage}} }] }
        """);
}
