using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Support.Ledger;

namespace PhysicalAiTracker.Tests.Contradictions;

/// <summary>Cases about money from public reports.</summary>
public sealed class MoneyScenarioTests
{
    [Theory, EachDatabase]
    public async Task Figure_s_valuations_differ_by_the_new_money_and_by_rounding(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Figure");
        var round = (await ledger.EnterAsync("Figure raised $675 million at $2 billion before the money.", "2024-02-23", Change(
            "{ 'record': 'funding-round', 'set': { 'company': 'figure', 'amount': '$675 m', 'valuation': '$2.0 bn', 'valuationKind': 'pre-money' } }")))[0];
        await ledger.EnterAsync("Figure is valued at $2.6 billion.", "2024-02-29", Says("funding-round", round, "{ 'valuation': '$2.6 bn', 'valuationKind': 'post-money' }"));
        await ledger.EnterAsync("Figure is valued at $2.65 billion.", "2024-03-01", Says("funding-round", round, "{ 'valuation': '$2.65 bn', 'valuationKind': 'post-money' }"));

        var found = await ledger.ListAsync();

        (await ledger.OpenAsync()).Should().BeEmpty();
        var valuation = found.Should().ContainSingle().Subject;
        valuation.State.Should().Be(ContradictionState.Explained);
        valuation.Sides.Select(side => (side.Text, side.Label)).Should().Equal(("$2 bn", "pre-money"), ("$2.6 bn", "post-money"), ("$2.65 bn", "post-money"));
        valuation.Comparisons.Select(c => (c.Left, c.Right, c.Explanation)).Should().Equal(
            (1, 2, Explanation.PrePostMoney), (1, 3, Explanation.PrePostMoney), (2, 3, Explanation.Rounding));
        valuation.Comparisons[0].Text.Should().Be("USD 2 bn + USD 675 m = USD 2.675 bn, within rounding of USD 2.6 bn.");
        valuation.Comparisons[2].Text.Should().Be("USD 2.65 bn rounds to USD 2.6 bn: USD 50 m apart, within USD 50 m.");
        var example = await File.ReadAllTextAsync(Repository.Path("docs", "contradictions.md"));
        valuation.Comparisons.Should().OnlyContain(c => example.Contains(c.Text), "the worked example is these figures");
        (await ledger.ListAsync(("explanation", "rounding"))).Should().ContainSingle();
        (await ledger.ListAsync(("explanation", "currency"))).Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task AMI_Labs_raised_one_amount_in_two_currencies_and_a_rounded_one(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("AMI Labs");
        var round = (await ledger.EnterAsync("AMI Labs raised $1.03 billion at $3.5 billion before the money.", "2026-03-10", Change(
            "{ 'record': 'funding-round', 'set': { 'company': 'ami-labs', 'amount': '$1.03 bn', 'valuation': '$3.5 bn', 'valuationKind': 'pre-money' } }")))[0];
        await ledger.EnterAsync("AMI Labs raised 890 million euros.", "2026-03-11", Says(
            "funding-round", round, "{ 'amount': { 'value': 890000000, 'currency': 'EUR', 'usd': 1030620000, 'usdRateOn': '2026-03-10' } }"));
        await ledger.EnterAsync("AMI Labs raised a billion.", "2026-06-18", Says("funding-round", round, "{ 'amount': '$1 bn' }"));

        var amount = (await ledger.ListAsync()).Should().ContainSingle().Subject;

        amount.State.Should().Be(ContradictionState.Explained);
        amount.Sides.Select(side => side.Text).Should().Equal("$1.03 bn", "€890 m", "$1 bn");
        amount.Comparisons.Select(c => c.Explanation).Should().Equal(Explanation.Currency, Explanation.Rounding, Explanation.Currency);
        amount.Comparisons[0].Text.Should().StartWith("EUR 890 m × 1.158 = USD 1.0306 bn").And.Contain("one amount in two currencies");
    }

    [Theory, EachDatabase]
    public async Task Prometheus_s_second_round_supersedes_the_first_and_totals_count_it_once(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Prometheus");
        var first = await RoundsAsync(ledger);
        await ledger.EnterAsync("In all Prometheus has raised $18.2 billion.", "2026-06-12", Change(
            "{ 'record': 'observation', 'set': { 'party': 'prometheus', 'metric': 'total-raised', 'money': '$18.2 bn', 'asOf': '2026-06-12' } }"));

        (await ledger.OpenAsync()).Should().BeEmpty();
        var explained = await ledger.ListAsync(("explanation", "superseded"));
        explained.SelectMany(c => c.Comparisons).Select(c => c.Text).Should().BeEquivalentTo(
            "USD 12 bn supersedes USD 10 bn: the same money, told again. Totals count USD 12 bn once.",
            "USD 6.2 bn + USD 12 bn = USD 18.2 bn; USD 10 bn is superseded and not counted, or it would be USD 28.2 bn.");

        await ledger.EnterAsync("The round of ten billion has closed.", "2026-05-02", Says("funding-round", first, "{ 'status': 'closed' }"));

        var open = (await ledger.OpenAsync()).Should().ContainSingle().Subject;
        open.Field.Should().Be("status");
        open.Record!.Id.Should().Be(first);
        open.Sides.Select(side => side.Text).Should().Equal("closed", "$18.2 bn");
        open.Comparisons.Single().Text.Should().Be(
            "Had USD 10 bn closed besides, the total would be USD 6.2 bn + USD 10 bn + USD 12 bn = USD 28.2 bn; the stated USD 18.2 bn is USD 6.2 bn + USD 12 bn = USD 18.2 bn.");
    }

    [Theory, EachDatabase]
    public async Task A_total_that_counts_superseded_money_twice_is_contradicted(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Prometheus");
        await RoundsAsync(ledger);
        await ledger.EnterAsync("In all Prometheus has raised $28.2 billion.", "2026-06-12", Change(
            "{ 'record': 'observation', 'set': { 'party': 'prometheus', 'metric': 'total-raised', 'money': '$28.2 bn', 'asOf': '2026-06-12' } }"));

        (await ledger.OpenAsync()).Should().ContainSingle().Subject.Comparisons.Single().Text.Should().StartWith("The stated USD 28.2 bn counts superseded money twice");
    }

    [Theory, EachDatabase]
    public async Task Two_leads_of_one_seed_round_are_contested(DatabaseProvider provider)
    {
        await using var ledger = new Ledger(provider);
        await ledger.CompanyAsync("Periodic Labs");
        await ledger.EnterAsync("Felicis and Andreessen Horowitz invest.", "2025-01-03",
            Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Felicis' } }"), Change("{ 'record': 'party', 'set': { 'kind': 'investment-firm', 'name': 'Andreessen Horowitz' } }"));
        var round = (await ledger.EnterAsync("Felicis led the seed round of Periodic Labs.", "2025-09-30", Change(
            "{ 'record': 'funding-round', 'set': { 'company': 'periodic-labs', 'stage': 'seed', 'participations': [{ 'investor': 'felicis', 'role': 'lead' }] } }")))[0];
        await ledger.EnterAsync("Andreessen Horowitz led the seed round of Periodic Labs.", "2025-09-30", Says("funding-round", round, "{ 'participations': [{ 'investor': 'andreessen-horowitz', 'role': 'lead' }, { 'investor': 'felicis' }] }"));

        var lead = (await ledger.OpenAsync()).Should().ContainSingle().Subject;

        lead.Field.Should().Be("participations");
        lead.Sides.Select(side => side.Text).Should().BeEquivalentTo("Felicis, lead", "Andreessen Horowitz, lead");
        lead.Comparisons.Single().Text.Should().Be("The sides name different leads of the same round.");
    }

    private static async Task<Guid> RoundsAsync(Ledger ledger)
    {
        await ledger.EnterAsync("Prometheus raised $6.2 billion.", "2025-11-17", Change(
            "{ 'record': 'funding-round', 'set': { 'company': 'prometheus', 'amount': '$6.2 bn', 'status': 'announced', 'announcedOn': '2025-11-17' } }"));
        var first = (await ledger.EnterAsync("Prometheus is about to close $10 billion at $38 billion.", "2026-04-21", Change(
            "{ 'record': 'funding-round', 'set': { 'company': 'prometheus', 'amount': '$10 bn', 'valuation': '$38 bn', 'status': 'in-progress', 'reportedOn': '2026-04-21' } }")))[0];
        await ledger.EnterAsync("Prometheus announced $12 billion at $41 billion.", "2026-06-11", Change(
            $"{{ 'record': 'funding-round', 'set': {{ 'company': 'prometheus', 'amount': '$12 bn', 'valuation': '$41 bn', 'status': 'announced', 'announcedOn': '2026-06-11', 'supersedes': '{first}' }} }}"));
        return first;
    }
}
