using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Disclosures.Analyst;

namespace PhysicalAiTracker.Tests.Disclosures;

public sealed class DisclosureProblemsTests
{
    [Theory]
    [InlineData("{ 'amount': 'ten bn' }", "/changes/0/set/amount", "neither a number nor a currency")]
    [InlineData("{ 'amount': '$10-12 bn' }", "/changes/0/set/amount", "range")]
    [InlineData("{ 'amount': { 'value': 1, 'currency': 'XXQ' } }", "/changes/0/set/amount", "currency")]
    [InlineData("{ 'announcedOn': '2025-13' }", "/changes/0/set/announcedOn", "month")]
    [InlineData("{ 'announcedOn': 'June' }", "/changes/0/set/announcedOn", "not a date")]
    [InlineData("{ 'status': 'done' }", "/changes/0/set/status", "none of rumored")]
    [InlineData("{ 'company': 'Nobody Inc' }", "/changes/0/set/company", "no party")]
    [InlineData("{ 'company': '#nobody' }", "/changes/0/set/company", "refers to #nobody")]
    [InlineData("{ 'company': null }", "/changes/0/set/company", "required")]
    [InlineData("{ 'supersedes': '0199aa00-0000-7000-8000-000000000000' }", "/changes/0/set/supersedes", "no funding-round")]
    [InlineData("{ 'valuationKind': 'pre-money' }", "/changes/0/set/valuationKind", "without a valuation")]
    [InlineData("{ 'unspecified': 'perhaps' }", "/changes/0/set/unspecified", "neither true nor false")]
    [InlineData("{ 'participations': [{ 'role': 'lead' }] }", "/changes/0/set/participations/0/investor", "required")]
    [InlineData("{ 'participations': [{ 'investor': 'Jeff Bezos', 'amount': 'lots' }] }", "/changes/0/set/participations/0/amount", "lots")]
    [InlineData("{ 'participations': 'Jeff Bezos' }", "/changes/0/set/participations", "not a list")]
    [InlineData("{ 'colour': 'red' }", "/changes/0/set/colour", "no field")]
    public async Task A_wrong_value_is_told_at_its_pointer(string set, string pointer, string message)
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite, seeded: true);
        var change = Json($$"""{ 'record': 'funding-round', 'set': { 'company': 'project-prometheus' }, 'assertions': [{ 'passage': { 'exact': 'Project Prometheus' } }] }""");
        foreach (var (name, value) in Json(set))
        {
            change["set"]![name] = value?.DeepClone();
        }

        var outcome = await analyst.PublishAsync(Document(change));

        outcome.Accepted.Should().BeFalse();
        outcome.Problems.Should().Contain(p => p.Pointer == pointer).Which.Message.Should().Contain(message);
    }

    [Theory]
    [InlineData("{ 'exact': 'eleven billion' }", "/passage/exact", "does not stand in the text")]
    [InlineData("{ 'exact': 'billion' }", "/passage/exact", "stands 4 times")]
    [InlineData("{ 'exact': 'project prometheus' }", "/passage/exact", "other capitals")]
    [InlineData("{ 'exact': 'Project Prometheus', 'prefix': 'Yesterday ' }", "/passage/exact", "not with these words")]
    [InlineData("{ 'exact': '  ' }", "/passage/exact", "required")]
    [InlineData("{ }", "/passage/exact", "required")]
    [InlineData("{ 'exact': 'Project Prometheus', 'page': '3' }", "/passage/page", "no member")]
    public async Task A_passage_that_is_not_proved_is_told_at_its_pointer(string passage, string pointer, string message)
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var company = Company();
        company["assertions"]![0]!["passage"] = Json(passage);

        var outcome = await analyst.PublishAsync(Document(company));

        outcome.Problems.Should().Contain(p => p.Pointer == $"/changes/0/assertions/0{pointer}").Which.Message.Should().Contain(message);
    }

    [Theory]
    [InlineData("'fields': ['colour']", "/fields/0", "no field")]
    [InlineData("'fields': ['website']", "/fields/0", "neither the change nor the record")]
    [InlineData("'values': { 'foundedOn': 'long ago' }", "/values/foundedOn", "not a date")]
    [InlineData("'modality': 'sure'", "/modality", "none of stated")]
    [InlineData("'credibility': '7'", "/credibility", "from 1 to 6")]
    [InlineData("'asOf': '2026-02-30'", "/asOf", "not a day")]
    [InlineData("'origin': 'nowhere'", "/origin", "no known source")]
    [InlineData("'claimant': '#nobody'", "/claimant", "#nobody")]
    [InlineData("'colour': 'red'", "/colour", "no field")]
    public async Task A_wrong_assertion_is_told_at_its_pointer(string member, string pointer, string message)
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var company = Company();
        var assertion = Json($$"""{ {{member}}, 'passage': { 'exact': 'Project Prometheus' } }""");
        company["assertions"] = new JsonArray(assertion);

        var outcome = await analyst.PublishAsync(Document(company));

        outcome.Problems.Should().Contain(p => p.Pointer == $"/changes/0/assertions/0{pointer}").Which.Message.Should().Contain(message);
    }

    [Theory]
    [InlineData("title", null, "/title", "required")]
    [InlineData("title", "''", "/title", "empty")]
    [InlineData("source", "'nowhere'", "/source", "no known source")]
    [InlineData("source", "{ 'title': 'T', 'kind': 'article' }", "/source/snapshot", "required")]
    [InlineData("source", "{ 'title': 'T', 'kind': 'rumour', 'snapshot': { 'kind': 'brief', 'text': 'x' } }", "/source/kind", "none of article")]
    [InlineData("source", "{ 'title': 'T', 'kind': 'article', 'url': 'javascript:alert(1)', 'snapshot': { 'kind': 'brief', 'text': 'x' } }", "/source/url", "https://")]
    [InlineData("source", "{ 'title': 'T', 'kind': 'article', 'snapshot': { 'kind': 'brief', 'text': ' ' } }", "/source/snapshot/text", "empty")]
    [InlineData("changes", "[]", "/changes", "at least one")]
    [InlineData("key", "'mine'", "/key", "imports")]
    [InlineData("origins", "[{ 'kind': 'article' }]", "/origins/0/title", "required")]
    [InlineData("origins", "[{ 'slug': 'a', 'kind': 'article', 'title': 'A' }, { 'slug': 'a', 'kind': 'article', 'title': 'B' }]", "/origins/1/slug", "another source of this document")]
    [InlineData("origins", "[{ 'url': 'http://a.example/x', 'kind': 'article', 'title': 'A' }, { 'url': 'https://www.a.example/x/', 'kind': 'article', 'title': 'B' }]", "/origins/1/url", "another source of this document")]
    public async Task A_wrong_document_is_told_at_its_pointer(string member, string? value, string pointer, string message)
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var document = Document(Company());
        document.Remove(member);
        if (value is not null)
        {
            document[member] = JsonNode.Parse(value.Replace('\'', '"'));
        }

        var outcome = await analyst.PublishAsync(document);

        outcome.Problems.Should().Contain(p => p.Pointer == pointer).Which.Message.Should().Contain(message);
    }

    [Fact]
    public async Task A_text_beyond_the_limit_is_refused()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var document = Document(Company());
        document["source"]!["snapshot"]!["text"] = new string('x', 1_000_001);

        var outcome = await analyst.PublishAsync(document);

        outcome.Problems.Should().Contain(p => p.Pointer == "/source/snapshot/text").Which.Message.Should().Contain("1,000,000 are the most");
    }

    [Theory, EachDatabase]
    public async Task All_problems_are_told_at_once_and_nothing_is_written(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var wrong = Round("#company", ", 'announcedOn': '2026-13', 'instrument': 'gold'");

        var outcome = await analyst.PublishAsync(Document(Company(), wrong));

        outcome.Problems.Select(p => p.Pointer).Should().Contain(["/changes/1/set/announcedOn", "/changes/1/set/instrument"]);
        await using var db = analyst.Database.NewContext();
        (await db.Records.CountAsync() + await db.Sources.CountAsync() + await db.Snapshots.CountAsync() + await db.Passages.CountAsync() + await db.Disclosures.CountAsync())
            .Should().Be(0, "a disclosure is accepted whole or not at all");
    }
}
