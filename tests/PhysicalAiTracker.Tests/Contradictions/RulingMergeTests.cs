using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Contradictions;

/// <summary>A ruling follows its record through merges, and back.</summary>
public sealed class RulingMergeTests
{
    [Theory, EachDatabase]
    public async Task A_ruling_holds_on_the_record_that_its_own_was_merged_into_and_comes_back(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var (company, open) = await RulingTests.ContestedAsync(ledger);
        await ledger.RuleAsync(open, "upheld", null, 1);
        var again = (await ledger.EnterAsync("Prometheus Again exists.", "2026-06-19", Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Prometheus Again' } }")))[0];
        var third = (await ledger.EnterAsync("Prometheus Works exists.", "2026-06-20", Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Prometheus Works' } }")))[0];
        var before = await ledger.DerivedAsync();

        await ledger.MergeAsync(company, again);
        await ledger.MergeAsync(again, third);

        var merged = (await ledger.ListAsync(("state", "resolved"))).Should().ContainSingle("the evidence is the same").Subject;
        merged.Record!.Id.Should().Be(third);
        merged.Rulings.Should().ContainSingle().Which.Should().Match<RulingItem>(r => r.InForce && r.UpheldText == "Nov 2025" && r.Number == 1);
        await ledger.ShouldBeAsRebuiltAsync("merged twice");
        await ledger.RuleAsync(merged, "withdrawn", null);
        var withdrawn = (await ledger.OpenAsync()).Should().ContainSingle().Subject;
        withdrawn.Rulings.Select(r => (r.Number, r.Kind, r.InForce)).Should().Equal((2, RulingKind.Withdrawn, false), (1, RulingKind.Upheld, false));

        await ledger.UndoMergeAsync(again);
        await ledger.UndoMergeAsync(company);

        (await ledger.ListAsync()).Should().ContainSingle().Which.Should().Match<ContradictionItem>(c => c.Id == open.Id && c.Rulings.Count == 1 && c.State == ContradictionState.Resolved);
        (await ledger.DerivedAsync()).Should().Equal(before);
    }

    [Theory, EachDatabase]
    public async Task Where_the_other_record_brings_evidence_the_ruling_is_seen_as_overtaken(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        var (company, open) = await RulingTests.ContestedAsync(ledger);
        await ledger.RuleAsync(open, "explained", "different-scope");
        var again = (await ledger.EnterAsync("Prometheus Again was founded in 2023.", "2026-06-19",
            Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Prometheus Again', 'foundedOn': '2023' } }")))[0];

        await ledger.MergeAsync(company, again);

        var merged = (await ledger.OpenAsync()).Should().ContainSingle().Subject;
        merged.Sides.Should().HaveCount(3);
        merged.Rulings.Should().ContainSingle().Which.Should().Match<RulingItem>(r => !r.InForce && r.Overtaken);
        await ledger.RuleAsync(merged, "explained", "source-in-error");
        (await ledger.ListAsync()).Single().Rulings.Select(r => (r.Number, r.InForce)).Should().Equal((2, true), (1, false));
        await ledger.UndoMergeAsync(company);
        (await ledger.ListAsync(("state", "explained"))).Should().ContainSingle().Which.Rulings.Should().ContainSingle("what was ruled on both stays with the one that stayed");
    }

    [Theory, EachDatabase]
    public async Task A_ruling_about_leads_holds_when_one_of_them_is_merged(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Acme");
        var firms = await ledger.EnterAsync("Firms.", "2025-01-03", Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Alpha' } }"),
            Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Beta' } }"), Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Beta Capital' } }"));
        var round = (await ledger.EnterAsync("Alpha led.", "2025-09-30", Change("{ 'record': 'funding-round', 'set': { 'company': 'acme', 'participations': [{ 'investor': 'alpha', 'role': 'lead' }] } }")))[0];
        await ledger.EnterAsync("Beta led.", "2025-10-01", Says("funding-round", round, "{ 'participations': [{ 'investor': 'beta', 'role': 'lead' }] }"));
        await ledger.RuleAsync((await ledger.OpenAsync()).Single(), "upheld", null, 1);

        await ledger.MergeAsync(firms[1], firms[2]);

        (await ledger.ListAsync(("state", "resolved"))).Should().ContainSingle().Which.Rulings.Single().InForce.Should().BeTrue();
    }
}
