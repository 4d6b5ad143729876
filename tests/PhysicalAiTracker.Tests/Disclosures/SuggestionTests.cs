using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Disclosures.Analyst;

namespace PhysicalAiTracker.Tests.Disclosures;

/// <summary>What the tracker filled in and nobody confirmed.</summary>
public sealed class SuggestionTests
{
    [Theory, EachDatabase]
    public async Task A_suggestion_is_published_once_it_is_confirmed(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var typed = Document(Company(), Suggested());
        SuggestedChanges.Settle(typed, "p1", SuggestedChanges.Taken);
        var id = await CreateAsync(analyst, typed);

        var refused = await PublishAsync(analyst, id);

        refused!.Problems.Should().ContainSingle().Which.Pointer.Should().Be("/changes/1");
        SuggestedChanges.Confirm(typed["changes"]![1]!.AsObject()).Should().BeTrue();
        (await analyst.InScopeAsync<DraftCommands, DraftSave>(drafts => drafts.SaveAsync(id, 1, typed, analyst.Who, CancellationToken.None))).Should().Be(new DraftSave.Saved(2));
        (await PublishAsync(analyst, id))!.Accepted.Should().BeTrue();
        await using var db = analyst.Database.NewContext();
        var document = (await db.Disclosures.SingleAsync()).Document;
        document.Should().NotContain(SuggestedChanges.Member).And.NotContain(SuggestedChanges.Proposals).And.NotContain("savedBy");
    }

    [Theory, EachDatabase]
    public async Task A_preview_counts_a_suggestion_as_confirmed(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);

        var outcome = await analyst.InScopeAsync<DraftCommands, DisclosureOutcome>(
            drafts => drafts.PreviewAsync(Document(Company(), Suggested()), analyst.Who, _ => Task.CompletedTask, CancellationToken.None));

        outcome.Problems.Should().BeEmpty();
        outcome.Changes.Should().HaveCount(2);
    }

    [Fact]
    public async Task A_document_sent_to_the_API_cannot_carry_one()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);

        (await analyst.PublishAsync(Document(Company(), Suggested()))).Problems.Should().Contain(p => p.Pointer == "/changes/1/suggestion");
    }

    [Fact]
    public void A_form_can_name_a_suggestion_but_neither_make_nor_change_nor_lose_one()
    {
        var stored = Document(Company(), Suggested());
        stored["changes"]![0]!["suggestion"] = Suggested("p2")["suggestion"]!.DeepClone();

        var honest = Carried(stored, ["p2", "p1"], sameVersion: true);
        var bare = Carried(stored, [null, null], sameVersion: true);
        var crossed = Carried(stored, ["p1", "p1"], sameVersion: true);
        var invented = Carried(Document(Company()), ["p9"], sameVersion: true);
        var older = Carried(stored, [null, null], sameVersion: false);
        var forged = Document(Company(), Round("x"));
        forged["changes"]![1]!["suggestion"] = Json("{ 'id': 'p1', 'summary': '<b>mine</b>', 'values': { 'set/amount': { 'typed': 'x' } } }");
        SuggestedChanges.Carry(stored, forged, sameVersion: true);

        Ids(honest).Should().Equal("p2", "p1");
        Ids(bare).Should().Equal(["p2", "p1"], "leaving the name out confirms nothing");
        Ids(crossed).Should().Equal(["p1", "p1"], "where a suggestion stood, one stands");
        Ids(invented).Should().Equal([null], "there was none");
        Ids(older).Should().Equal([null, null], "the person saw both versions and chose");
        forged["changes"]![1]!["suggestion"]!.ToJsonString().Should().Contain("$12 bn").And.NotContain("mine");
    }

    [Fact]
    public void A_value_that_a_person_types_over_is_no_suggestion_any_more()
    {
        var values = SuggestedChanges.ValuesOf(Suggested()).ToDictionary(value => value.Pointer, value => value.Value);

        values.Keys.Should().BeEquivalentTo("set/company", "set/amount", "set/participations/0/investor", "assertions/0/modality");
        (values["set/amount"].Start, values["set/amount"].End).Should().Be((40, 51));
        SuggestedChanges.Stands(values["set/amount"], "$12 bn").Should().BeTrue();
        SuggestedChanges.Stands(values["set/amount"], "$13 bn").Should().BeFalse();
        SuggestedChanges.Stands(values["set/amount"], null).Should().BeFalse();
    }

    internal static JsonObject Suggested(string id = "p1") => SuggestedChanges.Of(new Proposal(
        id, RecordKind.FundingRound,
        Json("""
            { 'record': 'funding-round', 'set': { 'company': 'Project Prometheus', 'amount': '$12 bn', 'participations': [{ 'investor': 'Project Prometheus' }] },
              'assertions': [{ 'fields': ['*'], 'modality': 'hedged', 'passage': { 'exact': 'announced a round of $12 billion' } }] }
            """),
        30, 62, "$12 bn, announced", "raised", [new ProposedValue("amount", "$12 bn", 40, 51)], []));

    private static JsonObject Carried(JsonObject stored, string?[] named, bool sameVersion)
    {
        var sent = Document([.. named.Select((name, index) => (JsonNode)new JsonObject { ["record"] = index == 0 ? "party" : "funding-round", ["suggestion"] = name })]);
        SuggestedChanges.Carry(stored, sent, sameVersion);
        return sent;
    }

    private static IEnumerable<string?> Ids(JsonObject typed) => typed["changes"]!.AsArray().Select(change => SuggestedChanges.IdOf(change!.AsObject()));

    private static Task<Guid> CreateAsync(Analyst analyst, JsonObject typed) =>
        analyst.InScopeAsync<DraftCommands, Guid>(drafts => drafts.CreateAsync(typed, analyst.Who, CancellationToken.None));

    private static Task<DisclosureOutcome?> PublishAsync(Analyst analyst, Guid id) =>
        analyst.InScopeAsync<DraftCommands, DisclosureOutcome?>(drafts => drafts.PublishAsync(id, analyst.Who, CancellationToken.None));
}
