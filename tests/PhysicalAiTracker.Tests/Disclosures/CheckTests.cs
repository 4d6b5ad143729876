using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Disclosures.Analyst;

namespace PhysicalAiTracker.Tests.Disclosures;

/// <summary>What a draft would do beyond its own records, before it does it.</summary>
public sealed class CheckTests
{
    [Theory, EachDatabase]
    public async Task A_value_that_differs_opens_a_contradiction_and_lowers_the_grade(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var round = await PublishedRoundAsync(analyst);
        var dissent = Other(await StartAsync(analyst, round), "{ 'amount': '$20 bn' }");

        var check = await CheckAsync(analyst, dissent);

        check.Outcome.Problems.Should().BeEmpty();
        check.Contradictions.Should().ContainSingle(change => change.Opens).Which.Contradiction.Field.Should().Be("amount");
        check.Grades.Should().Contain(grade => grade.Label == "Amount" && grade.Before == Grade.SingleSource && grade.After == Grade.Contested);
        check.Grades.Should().Contain(grade => grade.Label == null && grade.After == Grade.Contested);
        await using var db = analyst.Database.NewContext();
        (await db.Contradictions.CountAsync()).Should().Be(0, "a check writes nothing");
    }

    [Theory, EachDatabase]
    public async Task A_second_origin_raises_the_grade_and_what_is_published_is_what_was_foretold(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var round = await PublishedRoundAsync(analyst);
        var agreeing = Other(await StartAsync(analyst, round), "{ 'amount': '$12 bn' }");

        var check = await CheckAsync(analyst, agreeing);

        check.Contradictions.Should().NotContain(change => change.Opens);
        var amount = check.Grades.Should().ContainSingle(grade => grade.Label == "Amount").Subject;
        amount.After.Should().NotBe(amount.Before);
        var id = await analyst.InScopeAsync<DraftCommands, Guid>(drafts => drafts.CreateAsync(agreeing, analyst.Who, CancellationToken.None));
        (await analyst.InScopeAsync<DraftCommands, DisclosureOutcome?>(drafts => drafts.PublishAsync(id, analyst.Who, CancellationToken.None)))!.Accepted.Should().BeTrue();
        await using var db = analyst.Database.NewContext();
        (await db.Grades.SingleAsync(g => g.RecordId == round && g.Field == "amount")).Fresh.Should().Be(amount.After);
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_the_rest_is_left_open()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);

        var check = await CheckAsync(analyst, Document(Round("Nobody Inc")));

        check.Outcome.Problems.Should().NotBeEmpty();
        check.Contradictions.Should().BeEmpty();
        check.Grades.Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_same_round_told_again_becomes_evidence_and_what_differs_stands_beside(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var round = await PublishedRoundAsync(analyst);
        var again = Round("project-prometheus", ", 'announcedOn': '2026-06-09'");
        (again["set"]!["amount"], again["set"]!["valuation"]) = ("$13 bn", "$41,000,000,000");
        again["suggestion"] = SuggestionTests.Suggested()["suggestion"]!.DeepClone();
        var typed = Second(again);

        var place = await analyst.InScopeAsync<FurtherEvidence, string?>(further => further.AddAsync(typed, "/changes/0", round, CancellationToken.None));

        place.Should().Be("/changes/0");
        var change = typed["changes"]![0]!.AsObject();
        change["id"]!.ToString().Should().Be(round.ToString());
        SuggestedChanges.IdOf(change).Should().Be("p1", "nobody confirmed it by saying what it is about");
        change["set"]!["amount"]!.ToString().Should().Be("$12 bn", "the record stays as it is");
        var evidence = change["assertions"]![0]!.AsObject();
        evidence["passage"]!["exact"]!.ToString().Should().StartWith("announced a round");
        evidence["values"]!.AsObject().Select(value => value.Key).Should().Equal("amount");
        evidence["fields"]!.AsArray().Select(field => field!.ToString()).Should().Contain(["company", "valuation", "announcedOn"]).And.NotContain("amount");
        change["set"]!["announcedOn"]!.ToString().Should().Be("2026-06-09", "the record had none");
        SuggestedChanges.Confirm(change);
        var id = await analyst.InScopeAsync<DraftCommands, Guid>(drafts => drafts.CreateAsync(typed, analyst.Who, CancellationToken.None));
        var outcome = await analyst.InScopeAsync<DraftCommands, DisclosureOutcome?>(drafts => drafts.PublishAsync(id, analyst.Who, CancellationToken.None));
        outcome!.Problems.Should().BeEmpty();
        await using var db = analyst.Database.NewContext();
        (await db.FundingRounds.SingleAsync()).Amount!.Minor.Should().Be(1_200_000_000_000);
        (await db.Set<Core.Sources.AssertedValue>().Where(v => v.Field == "amount").CountAsync()).Should().Be(2);
    }

    [Fact]
    public async Task Evidence_for_a_record_that_the_draft_edits_already_joins_that_edit()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var round = await PublishedRoundAsync(analyst);
        var typed = Second(Round("Project Prometheus"), await StartAsync(analyst, round));

        var place = await analyst.InScopeAsync<FurtherEvidence, string?>(further => further.AddAsync(typed, "/changes/0", round, CancellationToken.None));

        place.Should().Be("/changes/0");
        typed["changes"]!.AsArray().Should().ContainSingle().Which!["assertions"]!.AsArray().Should().HaveCount(1);
    }

    [Theory]
    [InlineData("/changes/7")]
    [InlineData("/changes/-1")]
    [InlineData("")]
    public async Task A_change_that_is_not_there_is_told(string pointer)
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        var typed = Document(Company());

        (await analyst.InScopeAsync<FurtherEvidence, string?>(further => further.AddAsync(typed, pointer, Guid.NewGuid(), CancellationToken.None))).Should().BeNull();
        (await analyst.InScopeAsync<FurtherEvidence, string?>(further => further.AddAsync(typed, "/changes/0", Guid.NewGuid(), CancellationToken.None))).Should().BeNull();
    }

    private static async Task<Guid> PublishedRoundAsync(Analyst analyst)
    {
        var outcome = await analyst.PublishAsync(Document(Company(), Round("Project Prometheus")));
        return outcome.Changes.Single(change => change.Record == RecordKind.FundingRound).Id;
    }

    private static async Task<JsonObject> StartAsync(Analyst analyst, Guid round) =>
        (await analyst.InScopeAsync<EditQueries, JsonObject?>(edits => edits.StartAsync(RecordKind.FundingRound, round, CancellationToken.None)))!;

    /// <summary>Another publisher's text about the round.</summary>
    private static JsonObject Other(JsonObject edit, string values)
    {
        edit["assertions"] = new JsonArray(new JsonObject { ["fields"] = new JsonArray(), ["values"] = Json(values), ["passage"] = Json("{ 'exact': 'as the filing puts it' }") });
        var typed = Document(edit);
        typed["source"] = Json("{ 'title': 'A filing', 'kind': 'filing', 'publisher': 'Registry', 'snapshot': { 'kind': 'full-text', 'text': 'It took this much, as the filing puts it.' } }");
        return typed;
    }

    private static JsonObject Second(params JsonNode[] changes)
    {
        var typed = Document(changes);
        typed["source"]!["title"] = "The same told again";
        return typed;
    }

    private static Task<DraftCheck> CheckAsync(Analyst analyst, JsonObject typed) =>
        analyst.InScopeAsync<CheckQueries, DraftCheck>(checks => checks.OfAsync(typed, analyst.Who, CancellationToken.None));
}
