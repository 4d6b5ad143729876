using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Contradictions;

/// <summary>What contradicts what depends on the evidence and on nothing else.</summary>
public sealed class OrderTests
{
    private static readonly Guid Round = Guid.Parse("0196a3f0-5c00-7000-8000-000000000001");

    private static readonly (string Sentence, string Published, string Values)[] Evidence =
    [
        ("A: 675 million at 2 billion before.", "2024-02-23", "{ 'amount': '$675 m', 'valuation': '$2.0 bn', 'valuationKind': 'pre-money' }"),
        ("B: 2.6 billion.", "2024-02-29", "{ 'valuation': '$2.6 bn', 'valuationKind': 'post-money' }"),
        ("C: 2.65 billion.", "2024-03-01", "{ 'valuation': '$2.65 bn', 'valuationKind': 'post-money' }"),
        ("D: 3 billion.", "2024-03-02", "{ 'valuation': '$3 bn', 'valuationKind': 'post-money' }"),
        ("E: 700 million.", "2024-03-03", "{ 'amount': '$700 m' }"),
        ("F: closed in February.", "2024-03-04", "{ 'status': 'closed', 'closedOn': '2024-02' }"),
        ("G: closed on 3 March.", "2024-03-05", "{ 'status': 'in-talks', 'closedOn': '2024-03-03' }"),
        ("H: Alpha pledged 20 million.", "2024-03-06", "{ 'participations': [{ 'investor': 'alpha', 'status': 'pledged', 'amount': '$20 m' }] }"),
        ("I: Alpha declined.", "2024-03-06", "{ 'participations': [{ 'investor': 'alpha', 'status': 'declined' }] }"),
    ];

    /// <summary>A few orders of many: each is a database.</summary>
    [Theory, EachDatabase]
    public async Task The_order_of_import_never_changes_a_contradiction_or_a_grade(DatabaseProvider provider)
    {
        var expected = await ImportAsync(provider, Evidence);
        expected.Should().Contain("Open").And.Contain("Contested").And.Contain("participations");

        foreach (var order in Gen.Shuffle(Evidence).Sample(4))
        {
            (await ImportAsync(provider, order)).Should().Be(expected, string.Join(' ', order.Select(said => said.Sentence[0])));
        }
    }

    [Fact]
    public void The_order_of_statements_never_changes_a_finding()
    {
        var amount = from value in Gen.Choose(1, 400)
                     from currency in Gen.Elements("USD", "EUR")
                     from qualifier in Gen.Elements("", ", 'qualifier': 'more-than'", ", 'qualifier': 'about'")
                     from denies in Gen.Elements(false, false, false, true)
                     from day in Gen.Choose(1, 28)
                     select (value, currency, qualifier, denies, day);
        var orders = from amounts in Gen.NonEmptyListOf(amount)
                     let statements = amounts.Select((a, index) => Said(index, a.value, a.currency, a.qualifier, a.denies, a.day)).ToArray()
                     from order in Gen.Shuffle(statements)
                     select (statements, order);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
            orders.ToArbitrary(), given => Text(given.statements) == Text(given.order)));
    }

    [Theory, EachDatabase]
    public async Task Deriving_everything_afresh_changes_nothing(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await FillAsync(ledger, Evidence);

        await ledger.ShouldBeAsRebuiltAsync("nothing changed");
    }

    private static async Task<string> ImportAsync(DatabaseProvider provider, IReadOnlyList<(string Sentence, string Published, string Values)> order)
    {
        await using var ledger = new Ledger(provider);
        await FillAsync(ledger, order);
        var grades = await ledger.InScopeAsync<TrackerDbContext, List<string>>(async db => (await db.Grades.AsNoTracking().ToListAsync()).ConvertAll(g =>
            $"{g.Field} {g.Fresh} {g.Stale} {g.StaleFrom} {g.EvidenceOn} {string.Join(", ", GradeTrace.Parse(g.Trace).Origins.Select(o => $"{o.Name} {o.Points}").Order(StringComparer.Ordinal))}"));
        return string.Join('\n', grades.Order(StringComparer.Ordinal).Prepend(Text(await ledger.ListAsync())));
    }

    private static async Task FillAsync(Ledger ledger, IReadOnlyList<(string Sentence, string Published, string Values)> order)
    {
        await ledger.CompanyAsync("Figure");
        await ledger.EnterAsync("Alpha invests.", "2024-01-01", Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Alpha' } }"));
        var round = (await ledger.EnterAsync("Figure raises.", "2024-01-01", Change("{ 'record': 'funding-round', 'set': { 'company': 'figure', 'amount': '$675 m', 'participations': [{ 'investor': 'alpha' }] } }")))[0];
        foreach (var (sentence, published, values) in order)
        {
            await ledger.EnterAsync(sentence, published, Says("funding-round", round, values));
        }
    }

    private static string Text(IReadOnlyList<ContradictionItem> items) => string.Join('\n', items.Select(item =>
        $"{item.Title} {item.State} {item.Explanation} {item.SeenOn} [{string.Join("; ", item.Sides.Select(s => $"{s.Number} {s.Text} {s.Label} {s.Denied} {s.Origins} {s.Assertions.Count}"))}] {string.Join(' ', item.Comparisons)}").Order(StringComparer.Ordinal));

    private static string Text(IReadOnlyList<Statement> statements) => string.Join('\n', Findings.Of(new Facts(
            statements, [], [], [], new Dictionary<Guid, Owner> { [Round] = Owner.Of(Round) }))
        .Select(f => $"{f.Subject} {string.Join(';', f.Sides.Select(s => $"{s.Key} {s.Value} {string.Join(',', s.Statements.Select(x => x.Assertion))}"))} {string.Join(';', f.Comparisons)}"));

    private static Statement Said(int index, int value, string currency, string qualifier, bool denies, int day)
    {
        var rate = currency == "EUR" ? $", 'usd': {value * 1.1m}, 'usdRateOn': '2026-01-02'" : "";
        var json = JsonNode.Parse($"{{ 'value': {value}, 'currency': '{currency}'{qualifier}{rate} }}".Replace('\'', '"'))!.ToJsonString();
        return new Statement(
            new Guid(index, 0, 0, new byte[8]), Round, RecordKind.FundingRound, "amount", json, denies, null, PartialDate.Of(new DateOnly(2026, 1, day)), DateTime.UnixEpoch);
    }
}
