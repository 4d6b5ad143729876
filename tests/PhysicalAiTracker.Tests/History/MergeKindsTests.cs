using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.History;

/// <summary>Two records of each kind become one, with everything that refers to them, and two again.</summary>
public sealed class MergeKindsTests
{
    public static TheoryData<DatabaseProvider, RecordKind> Cases
    {
        get
        {
            var cases = new TheoryData<DatabaseProvider, RecordKind>();
            foreach (var kind in Enum.GetValues<RecordKind>())
            {
                cases.Add(DatabaseProvider.Sqlite, kind);
                cases.Add(DatabaseProvider.Postgres, kind);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task What_is_one_moves_whole_and_an_undone_merge_leaves_all_as_before(DatabaseProvider provider, RecordKind kind)
    {
        await using var ledger = new Ledger(provider);
        var (from, into) = (await ArrangeAsync(ledger))[kind];
        var before = await EverythingAsync(ledger);
        var said = before.Count(row => row.StartsWith($"assertion {from} ", StringComparison.Ordinal));
        said.Should().BePositive();

        await ledger.MergeAsync(from, into);

        var merged = await EverythingAsync(ledger);
        merged.Where(row => row.Contains(from.ToString(), StringComparison.Ordinal)).Should().BeEquivalentTo([$"gone {from} {into}"], "nothing refers to it any more");
        merged.Count(row => row.StartsWith($"assertion {into} ", StringComparison.Ordinal)).Should().Be(said + before.Count(row => row.StartsWith($"assertion {into} ", StringComparison.Ordinal)));
        await ledger.ShouldBeAsRebuiltAsync("merged");
        (await ledger.InScopeAsync<GoneQueries, GoneRecord?>(gone => gone.FindAsync(kind, from.ToString(), CancellationToken.None)))!.MergedInto!.Id.Should().Be(into);

        await ledger.UndoMergeAsync(from);

        (await EverythingAsync(ledger)).Should().Equal(before);
        await ledger.ShouldBeAsRebuiltAsync("undone");
    }

    /// <summary>Live states, evidence, what is derived and who is gone.</summary>
    private static async Task<List<string>> EverythingAsync(Ledger ledger)
    {
        var rows = await ledger.InScopeAsync<TrackerDbContext, List<string>>(async db =>
        [
            .. (await db.Revisions.AsNoTracking().OrderBy(r => r.Version).Select(r => new { r.RecordId, r.State }).ToListAsync()).GroupBy(r => r.RecordId)
                .Where(group => group.Last().State is not null).Select(group => $"state {group.Key} {group.Last().State}"),
            .. (await db.Assertions.AsNoTracking().SelectMany(a => a.Values, (a, v) => new { a.Id, a.RecordId, a.ClaimantId, v.Field, v.Value, v.Adopted }).ToListAsync())
                .Select(a => $"assertion {a.RecordId} {a.Id} {a.ClaimantId} {a.Field} {a.Value} {a.Adopted}"),
            .. (await db.Tombstones.AsNoTracking().ToListAsync()).Select(t => $"gone {t.Id} {t.MergedIntoId}"),
        ]);
        rows.AddRange(await ledger.DerivedAsync());
        rows.Sort(StringComparer.Ordinal);
        return rows;
    }

    /// <summary>Two of each kind; the first is what everything refers to that can.</summary>
    private static async Task<Dictionary<RecordKind, (Guid From, Guid Into)>> ArrangeAsync(Ledger ledger)
    {
        var parties = await ledger.EnterAsync("There are Acme, Beta, Ada and a fund.", "2026-01-02",
            Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Acme', 'foundedOn': '2024' } }"),
            Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Acme Again', 'website': 'https://acme.example' } }"),
            Change("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Beta' } }"),
            Change("{ 'record': 'party', 'set': { 'kind': 'person', 'name': 'Ada' } }"),
            Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Fund' } }"));
        var pairs = new Dictionary<RecordKind, (Guid, Guid)> { [RecordKind.Party] = (parties[0], parties[1]) };
        foreach (var (kind, first, second) in Pairs)
        {
            var made = await ledger.EnterAsync($"Twice told: {kind}.", "2026-02-03", Change(first), Change(second));
            pairs[kind] = (made[0], made[1]);
        }

        // Who refers to them: a round that supersedes, an answer, another company's round, host and trigger, and a speaker with an interest.
        await ledger.EnterAsync("A later round.", "2026-03-01", Change($"{{ 'record': 'funding-round', 'set': {{ 'company': 'acme', 'amount': '$20 m', 'supersedes': '{pairs[RecordKind.FundingRound].Item1}' }} }}"));
        await ledger.EnterAsync("Acme backs Beta and hosts it.", "2026-03-02",
            Change("{ 'record': 'funding-round', 'set': { 'company': 'beta', 'amount': '$5 m', 'participations': [{ 'investor': 'acme', 'amount': '$2 m' }, { 'investor': 'fund' }] } }"),
            Change("{ 'record': 'claim', 'set': { 'company': 'beta', 'plane': 'training', 'placement': 'cloud', 'modality': 'in-use', 'hosts': [{ 'party': 'acme' }] } }"),
            Change("{ 'record': 'question', 'set': { 'text': 'What does Beta plan?', 'company': 'beta', 'triggers': [{ 'kind': 'filing', 'text': 'its report', 'party': 'acme' }], 'responses': [{ 'kind': 'declined', 'party': 'acme' }] } }"));
        await ledger.EnterAsync("Beta runs it, says Acme.", "2026-03-03", Change("{ 'record': 'affiliation', 'set': { 'party': 'beta', 'kind': 'parent-of', 'organisation': 'acme-again' } }"));
        var beta = parties[2];
        await ledger.EnterAsync("Acme says that Beta was founded in 2023.", "2026-03-04", Says("party", beta, "{ 'foundedOn': '2023' }", ", 'claimant': 'acme'"));
        await ledger.EnterAsync("Another says 2024.", "2026-03-05", Says("party", beta, "{ 'foundedOn': '2024' }"));
        var claim = pairs[RecordKind.Claim].Item1;
        var answer = await ledger.InScopeAsync<TrackerDbContext, Guid>(db => db.Assertions.Where(a => a.RecordId == claim).Select(a => a.Id).FirstAsync());
        await ledger.EnterAsync("It was answered.", "2026-03-06", Change(
            $"{{ 'record': 'question', 'set': {{ 'text': 'Where does Acme control?', 'company': 'acme', 'plane': 'control', 'status': 'resolved', 'resolution': 'On the device.', 'settledByAssertion': '{answer}' }} }}"));
        return pairs;
    }

    private static readonly (RecordKind Kind, string First, string Second)[] Pairs =
    [
        (RecordKind.FundingRound, "{ 'record': 'funding-round', 'set': { 'company': 'acme', 'amount': '$10 m', 'participations': [{ 'investor': 'fund', 'amount': '$3 m' }] } }",
            "{ 'record': 'funding-round', 'set': { 'company': 'acme', 'amount': '$10.4 m', 'stage': 'seed', 'participations': [{ 'investor': 'fund' }] } }"),
        (RecordKind.Deal, "{ 'record': 'deal', 'set': { 'kind': 'acquisition', 'acquirer': 'beta', 'target': 'acme', 'price': '$9 m' } }",
            "{ 'record': 'deal', 'set': { 'kind': 'acquisition', 'acquirer': 'beta', 'target': 'acme', 'announcedOn': '2026-01' } }"),
        (RecordKind.Affiliation, "{ 'record': 'affiliation', 'set': { 'party': 'ada', 'kind': 'executive', 'organisation': 'acme', 'from': '2025' } }",
            "{ 'record': 'affiliation', 'set': { 'party': 'ada', 'kind': 'executive', 'organisation': 'acme', 'title': 'Head' } }"),
        (RecordKind.Claim, "{ 'record': 'claim', 'set': { 'company': 'acme', 'plane': 'control', 'placement': 'on-device', 'modality': 'in-use' } }",
            "{ 'record': 'claim', 'set': { 'company': 'acme', 'plane': 'control', 'placement': 'cloud', 'modality': 'in-use', 'hosts': [{ 'party': 'beta' }] } }"),
        (RecordKind.Observation, "{ 'record': 'observation', 'set': { 'party': 'acme', 'metric': 'headcount', 'quantity': '40', 'asOf': '2026-01' } }",
            "{ 'record': 'observation', 'set': { 'party': 'acme', 'metric': 'headcount', 'quantity': '60', 'asOf': '2026-01' } }"),
        (RecordKind.Milestone, "{ 'record': 'milestone', 'set': { 'party': 'acme', 'kind': 'product', 'title': 'An arm', 'on': '2026-01' } }",
            "{ 'record': 'milestone', 'set': { 'party': 'acme', 'kind': 'product', 'title': 'The arm', 'on': '2026-01-09' } }"),
        (RecordKind.Question, "{ 'record': 'question', 'set': { 'text': 'Who hosts Acme?', 'company': 'acme', 'plane': 'training' } }",
            "{ 'record': 'question', 'set': { 'text': 'Who is it that hosts Acme?', 'company': 'acme', 'triggers': [{ 'kind': 'event', 'text': 'a deal', 'party': 'beta' }] } }"),
    ];
}
