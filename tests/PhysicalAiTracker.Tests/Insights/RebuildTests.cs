using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Tests.Contradictions;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Insights;

/// <summary>Whatever happened, what the changes derived is what a rebuild derives.</summary>
public sealed class RebuildTests
{
    [Theory, EachDatabase]
    public async Task After_each_sort_of_change_a_rebuild_changes_nothing(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var (company, open) = await RulingTests.ContestedAsync(ledger);
        await ledger.ShouldBeAsRebuiltAsync("evidence came");

        await ledger.RuleAsync(open, "explained", "different-scope");
        await ledger.ShouldBeAsRebuiltAsync("a ruling");

        await ledger.EnterAsync("There is an Ada.", "2026-01-02", Change("{ 'record': 'party', 'set': { 'kind': 'person', 'name': 'Ada' } }"));
        var twin = (await ledger.EnterAsync("There is an Ada Twin.", "2026-01-02", Change("{ 'record': 'party', 'set': { 'kind': 'person', 'name': 'Ada Twin' } }")))[0];
        await ledger.EnterAsync("Ada leads it.", "2026-01-03", Change("{ 'record': 'affiliation', 'set': { 'party': 'ada', 'kind': 'executive', 'organisation': 'prometheus' } }"));
        await ledger.EnterAsync("In November, says the twin.", "2026-01-04", Says("party", company, "{ 'foundedOn': '2025-11' }", ", 'claimant': 'ada-twin'"));
        var ada = await ledger.InScopeAsync<TrackerDbContext, Guid>(db => db.Parties.Where(p => p.Slug == "ada").Select(p => p.Id).SingleAsync());
        await ledger.MergeAsync(twin, ada);
        await ledger.ShouldBeAsRebuiltAsync("a merge gave a speaker an interest in a record that refers to neither");
        await ledger.UndoMergeAsync(twin);
        await ledger.ShouldBeAsRebuiltAsync("the merge undone");

        var round = (await ledger.EnterAsync("It raises.", "2026-02-01", Change("{ 'record': 'funding-round', 'set': { 'company': 'prometheus', 'amount': '$10 m', 'participations': [{ 'investor': 'ada-twin', 'amount': '$1 m' }] } }")))[0];
        await ledger.EnterAsync("It raises more.", "2026-02-02", Change(
            $"{{ 'record': 'funding-round', 'id': '{round}', 'version': 1, 'reason': 'we-corrected', 'set': {{ 'amount': '$12 m' }}, 'assertions': [{{ 'fields': ['amount'] }}] }}"));
        await ledger.ShouldBeAsRebuiltAsync("a correction");
        await ActAsync(ledger, acts => acts.RevertAsync(new RevertRequest(round, 2, 1, "wrongly"), Ana, CancellationToken.None));
        await ledger.ShouldBeAsRebuiltAsync("a revert");
        await ActAsync(ledger, acts => acts.RemoveAsync(new RemovalRequest(round, 3, "never was"), Ana, CancellationToken.None));
        await ledger.ShouldBeAsRebuiltAsync("a removal took the investor's interest");

        var slug = await ledger.InScopeAsync<TrackerDbContext, string>(db => db.Passages.Where(p => p.SnapshotId != null).OrderBy(p => p.Source.Slug).Select(p => p.Source.Slug).FirstAsync());
        await ledger.InScopeAsync<SnapshotCommands, SnapshotOutcome>(texts => texts.AddAsync(slug, "full-text", "All of it was rewritten.", new Actor(null, "ana"), CancellationToken.None));
        await ledger.ShouldBeAsRebuiltAsync("a new text took a passage's proof");

        await ledger.EnterAsync("Prometheus was founded in November of the year 2025, its founders told a small circle of reporters on Monday.", "2026-02-05", Says("party", company, "{ 'foundedOn': '2025-11' }"));
        await ledger.EnterAsync("Prometheus was founded in November of the year 2025, its founders told a small circle of reporters on Monday!", "2026-02-05", Says("party", company, "{ 'foundedOn': '2025-11' }"));
        await ledger.ShouldBeAsRebuiltAsync("a text like another");
        var alike = await ledger.InScopeAsync<TrackerDbContext, string[]>(db => db.SourceLikenesses.Select(l => new[] { l.First.Slug, l.Second.Slug }).SingleAsync());
        (await ledger.InScopeAsync<LikenessCommands, string?>(likeness => likeness.ConfirmAsync(alike[0], alike[1], new Actor(null, "ana"), null, CancellationToken.None))).Should().BeNull();
        await ledger.ShouldBeAsRebuiltAsync("one origin of two");
    }

    private static async Task ActAsync(Ledger ledger, Func<ActCommands, Task<DisclosureOutcome>> act)
    {
        var outcome = await ledger.InScopeAsync(act);
        outcome.Problems.Should().BeEmpty();
        outcome.Conflicts.Should().BeEmpty();
    }
}
