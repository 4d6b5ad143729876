using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.History;

public sealed class MergeTests
{
    [Theory, EachDatabase]
    public async Task Everything_moves_to_the_party_that_stays(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var twin = await analyst.EnterTwiceAsync();
        var bezos = await analyst.PartyAsync("jeff-bezos");

        var outcome = await analyst.MergeAsync(twin, bezos);

        outcome.Problems.Should().BeEmpty();
        outcome.Changes.Should().ContainSingle(change => change.Id == twin && change.Effect == ChangeEffect.Removed);
        await using var db = analyst.Database.NewContext();
        var party = (await new PartyQueries(db).FindAsync("jeff-bezos", null, CancellationToken.None)).Item!;
        party.Aliases.Should().Contain(["Jeffrey Bezos", "J. Bezos"]);
        party.Website.Should().Be("https://example.org/bezos", "what it did not say, it takes from the other");
        (await new PartyQueries(db).FindAsync("jeffrey-bezos", null, CancellationToken.None)).MovedTo.Should().Be("jeff-bezos");
        var rounds = await db.FundingRounds.Where(r => r.Participations.Count == 1 && r.Participations.Any(p => p.InvestorId == bezos && p.Role == ParticipationRole.Lead)).Select(r => r.Id).ToListAsync();
        var combined = (await new FundingRoundQueries(db).FindAsync(rounds.Should().ContainSingle().Subject, CancellationToken.None))!;
        combined.Investors.Should().ContainSingle(i => i.Slug == "jeff-bezos").Which.Amount!.Text.Should().Be("$2 bn", "two entries of one investor become one");
        (await db.Assertions.AnyAsync(a => a.RecordId == twin || a.ClaimantId == twin)).Should().BeFalse();
        (await db.Assertions.SelectMany(a => a.Values).AnyAsync(v => v.Value.Contains(twin.ToString()))).Should().BeFalse();
        (await db.Tombstones.SingleAsync()).Should().BeEquivalentTo(new { Id = twin, MergedIntoId = bezos, Reason = "entered twice", By = "ana" });
    }

    [Theory, EachDatabase]
    public async Task A_merge_that_is_undone_leaves_every_state_and_all_evidence_as_before(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var twin = await analyst.EnterTwiceAsync();
        var bezos = await analyst.PartyAsync("jeff-bezos");
        var (states, evidence) = (await analyst.StatesAsync(), await analyst.EvidenceAsync());

        // The one that everything refers to goes, so that much moves.
        (await analyst.MergeAsync(bezos, twin)).Problems.Should().BeEmpty();
        (await analyst.StatesAsync()).Should().NotBeEquivalentTo(states);
        var outcome = await analyst.UndoAsync(bezos);

        outcome.Problems.Should().BeEmpty();
        (await analyst.StatesAsync()).Should().BeEquivalentTo(states);
        (await analyst.EvidenceAsync()).Should().Equal(evidence);
        await using var db = analyst.Database.NewContext();
        (await db.Tombstones.CountAsync(), await db.FormerSlugs.CountAsync()).Should().Be((0, 0));
        (await analyst.PartyAsync("jeff-bezos")).Should().Be(bezos);
    }

    [Theory, EachDatabase]
    public async Task An_id_leads_over_a_chain_of_merges_and_the_later_one_is_undone_first(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var twin = await analyst.EnterTwiceAsync();
        var bezos = await analyst.PartyAsync("jeff-bezos");
        var third = (await analyst.PublishAsync(KnownSource.Document("prometheus-raises-again", Person("Third Bezos")))).Changes[0].Id;
        (await analyst.MergeAsync(twin, third)).Problems.Should().BeEmpty();
        (await analyst.MergeAsync(third, bezos)).Problems.Should().BeEmpty();

        var gone = await analyst.InScopeAsync<GoneQueries, GoneRecord?>(queries => queries.FindAsync(RecordKind.Party, $"{twin}", CancellationToken.None));

        gone!.MergedInto!.Id.Should().Be(bezos);
        (await analyst.UndoAsync(twin)).Problems.Should().ContainSingle().Which.Message.Should().Contain("take that back first");
        (await analyst.UndoAsync(third)).Problems.Should().BeEmpty();
        (await analyst.UndoAsync(twin)).Problems.Should().BeEmpty();
        (await analyst.PartyAsync("jeffrey-bezos")).Should().Be(twin);
    }

    [Theory, EachDatabase]
    public async Task Parties_of_two_kinds_or_tied_to_each_other_are_not_merged(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var (bezos, prometheus) = (await analyst.PartyAsync("jeff-bezos"), await analyst.PartyAsync("project-prometheus"));
        var before = await analyst.StatesAsync();

        (await analyst.MergeAsync(bezos, prometheus)).Problems.Should().ContainSingle().Which.Message.Should().Contain("correct the kind");
        (await analyst.MergeAsync(await analyst.PartyAsync("general-agents"), prometheus)).Problems.Should().NotBeEmpty("Prometheus acquired it");
        (await analyst.StatesAsync()).Should().BeEquivalentTo(before);
    }

    private static System.Text.Json.Nodes.JsonObject Person(string name) => Analyst.Json(
        $$"""{ 'record': 'party', 'set': { 'kind': 'person', 'name': '{{name}}' }, 'assertions': [{ 'fields': ['name'], 'passage': { 'exact': 'Jeff Bezos put in' } }] }""");
}
