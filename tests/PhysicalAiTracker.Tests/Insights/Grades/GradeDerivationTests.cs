using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights.Grades;

/// <summary>What each change does to the grades at once, and that deriving afresh gives the same.</summary>
public sealed class GradeDerivationTests
{
    [Theory, EachDatabase]
    public async Task Corroboration_raises_it_and_a_denial_contests_it(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        await analyst.PublishedAsync(Press.Paper("herald", "B", Press.First()));
        (await analyst.GradeAsync()).Should().Be(Grade.SingleSource);

        await analyst.PublishedAsync(Press.Paper("courier", "C", await Press.AlsoAsync(analyst)));
        (await analyst.GradeAsync()).Should().Be(Grade.WellSupported);

        await analyst.PublishedAsync(Press.Paper("gazette", "B", await Press.AlsoAsync(analyst)));
        (await analyst.GradeAsync()).Should().Be(Grade.Confirmed);

        await analyst.PublishedAsync(Press.Paper("tribune", "E", await Press.AlsoAsync(analyst, ", 'polarity': 'denies'")));
        (await analyst.GradeAsync()).Should().Be(Grade.Contested);
    }

    [Theory, EachDatabase]
    public async Task A_retelling_is_no_second_origin_and_certain_words_raise_neither_grade_nor_status(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        await analyst.PublishedAsync(Press.Paper("herald", "B", Press.First()));

        await analyst.PublishedAsync(Press.Paper("mirror", "A", await Press.AlsoAsync(analyst, ", 'origin': 'herald', 'modality': 'stated', 'credibility': 1, 'note': 'verified facts'")));

        (await analyst.GradeAsync()).Should().Be(Grade.SingleSource);
        (await analyst.GradeAsync("status")).Should().Be(Grade.SingleSource);
        await using var db = analyst.Database.NewContext();
        (await db.FundingRounds.SingleAsync()).Status.Should().Be(FundingStatus.InProgress);
    }

    [Theory, EachDatabase]
    public async Task An_affiliation_gives_the_claimant_an_interest_until_it_ends(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        await analyst.PublishedAsync(Press.Paper("herald", "B", Press.First()));
        await analyst.PublishedAsync(Press.Paper("courier", "B", await Press.AlsoAsync(analyst, ", 'claimant': 'ada-grade'")));
        (await analyst.GradeAsync()).Should().Be(Grade.Confirmed);

        await analyst.PublishedAsync(Press.Paper("gazette", "B", Analyst.Json(
            "{ 'record': 'affiliation', 'set': { 'party': 'ada-grade', 'kind': 'executive', 'organisation': 'grade-robotics' }, 'assertions': [{ 'passage': { 'exact': 'Ada Grade leads Grade Robotics' } }] }")));
        (await analyst.GradeAsync()).Should().Be(Grade.Reported, "she speaks for her own company now");

        await using (var db = analyst.Database.NewContext())
        {
            var tie = await db.Affiliations.SingleAsync();
            await analyst.PublishedAsync(Press.Paper("tribune", "B", Analyst.Json($$"""
                { 'record': 'affiliation', 'id': '{{tie.Id}}', 'version': 1, 'set': { 'to': '2026-06' }, 'assertions': [{ 'passage': { 'exact': 'Ada Grade leads Grade Robotics' } }] }
                """)));
        }

        (await analyst.GradeAsync()).Should().Be(Grade.Confirmed);
        await ShouldBeAsRebuiltAsync(analyst);
    }

    [Theory, EachDatabase]
    public async Task A_stake_gives_the_investor_an_interest(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        await analyst.PublishedAsync(Press.Paper("herald", "B", Press.First()));
        await analyst.PublishedAsync(Press.Paper("courier", "B", await Press.AlsoAsync(analyst, ", 'claimant': 'ada-grade'")));

        await analyst.PublishedAsync(Press.Paper("gazette", "B", Analyst.Json("""
            { 'record': 'funding-round', 'set': { 'company': 'grade-robotics', 'unspecified': true, 'participations': [{ 'investor': 'ada-grade' }] },
              'assertions': [{ 'passage': { 'exact': 'Ada Grade leads Grade Robotics' } }] }
            """)));

        await using var db = analyst.Database.NewContext();
        var round = await db.FundingRounds.SingleAsync(r => !r.Unspecified);
        (await db.Grades.SingleAsync(g => g.RecordId == round.Id && g.Field == "amount")).Fresh.Should().Be(Grade.Reported);
        await ShouldBeAsRebuiltAsync(analyst);
    }

    [Theory, EachDatabase]
    public async Task A_rebuild_gives_what_the_changes_had_derived(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        await analyst.PublishedAsync(Press.Paper("herald", "B", Press.First()));
        await analyst.PublishedAsync(Press.Paper("courier", "A", await Press.AlsoAsync(analyst, ", 'claimantInterest': 'sells robots'")));

        await ShouldBeAsRebuiltAsync(analyst);
    }

    [Theory, EachDatabase]
    public async Task The_order_in_which_papers_come_does_not_matter(DatabaseProvider provider)
    {
        var orders = new[] { new[] { "courier", "gazette", "mirror" }, ["mirror", "gazette", "courier"] };
        var seen = new List<List<string>>();
        foreach (var order in orders)
        {
            await using var analyst = new Analyst(provider);
            await analyst.PublishedAsync(Press.Paper("herald", "B", Press.First()));
            foreach (var name in order)
            {
                await analyst.PublishedAsync(Press.Paper(name, name == "mirror" ? "D" : "C", await Press.AlsoAsync(analyst, name == "gazette" ? ", 'modality': 'hedged'" : "")));
            }

            await using var db = analyst.Database.NewContext();
            seen.Add([.. (await db.Grades.ToListAsync()).Select(g => $"{g.Field} {g.Fresh} {g.Stale} {g.StaleFrom} {g.EvidenceOn} {g.Trace}").Order(StringComparer.Ordinal)]);
        }

        seen[0].Should().Equal(seen[1]);
    }

    [Theory, EachDatabase]
    public async Task A_source_that_an_import_changes_counts_anew_wherever_it_is_quoted(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var pack = new Pack();
        (await pack.ImportAsync(database)).Problems.Should().BeEmpty();
        pack.Source["reliability"] = "A";
        pack.Change(0)["set"]!["summary"] = "Makes robots.";

        (await pack.ImportAsync(database)).Problems.Should().BeEmpty();

        await using var db = database.NewContext();
        var amount = await db.Grades.SingleAsync(g => g.Field == "amount");
        GradeTrace.Parse(amount.Trace).Origins.Single().Points.Should().Be(3, "it is hedged, and its source is of reliability A now");
    }

    private static async Task ShouldBeAsRebuiltAsync(Analyst analyst)
    {
        var before = await RowsAsync(analyst);
        before.Should().NotBeEmpty();

        await analyst.InScopeAsync<Derivation, Rebuilt>(derivation => derivation.RebuildAsync(CancellationToken.None));

        (await RowsAsync(analyst)).Should().Equal(before);
    }

    private static async Task<List<string>> RowsAsync(Analyst analyst)
    {
        await using var db = analyst.Database.NewContext();
        var grades = (await db.Grades.ToListAsync()).Select(g => $"{g.RecordId} {g.Field} {g.Fresh} {g.Stale} {g.StaleFrom} {g.EvidenceOn} {g.Trace}");
        var keys = (await db.FundingRounds.ToListAsync()).Select(r => $"{r.Id} {r.GradeKey} {r.StaleGradeKey} {r.StaleFrom}")
            .Concat((await db.Parties.ToListAsync()).Select(r => $"{r.Id} {r.GradeKey} {r.StaleGradeKey} {r.StaleFrom}"))
            .Concat((await db.Claims.ToListAsync()).Select(r => $"{r.Id} {r.GradeKey} {r.StaleGradeKey} {r.StaleFrom}"));
        return [.. grades.Concat(keys).Order(StringComparer.Ordinal)];
    }
}
