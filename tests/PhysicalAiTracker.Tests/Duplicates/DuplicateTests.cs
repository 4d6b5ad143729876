using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.History;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Duplicates;

/// <summary>What is likely entered twice is found with every change, judged, and found the same by a rebuild.</summary>
public sealed class DuplicateTests
{
    [Theory, EachDatabase]
    public async Task A_party_entered_twice_is_found_with_the_reasons(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var (one, other) = (await CompanyAsync(analyst, "Figure AI, Inc.", "https://www.figure.example/about"), await CompanyAsync(analyst, "Figure", "http://figure.example"));
        await CompanyAsync(analyst, "General Agents");
        await CompanyAsync(analyst, "General Motors");

        var pair = (await ListAsync(analyst)).Should().ContainSingle().Subject;

        new[] { pair.First.Name.Id, pair.Second.Name.Id }.Should().BeEquivalentTo([one, other]);
        pair.Points.Should().Contain(p => p.Rule == "name" && p.Value == 75).And.Contain(p => p.Rule == "website" && p.Value == 40 && p.Text.Contains("figure.example"));
        pair.Score.Should().Be(100);
        pair.Obstacle.Should().BeNull();
        await analyst.MergeAsync(other, one);
        (await ListAsync(analyst)).Should().BeEmpty("one is left");
        await analyst.UndoAsync(other);
        (await ListAsync(analyst)).Should().ContainSingle();
    }

    [Theory, EachDatabase]
    public async Task Parties_of_two_kinds_are_told_why_they_cannot_be_merged(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        await CompanyAsync(analyst, "Lux Capital");
        await CompanyAsync(analyst, "LUX Capital", slug: "lux-two", kind: "investment-firm");

        var pair = (await ListAsync(analyst)).Should().ContainSingle().Subject;

        pair.Points.Should().Contain(p => p.Rule == "kind" && p.Value == -30);
        pair.Obstacle.Should().Contain("an investment firm").And.Contain("correct the kind");
    }

    [Theory, EachDatabase]
    public async Task Rounds_of_one_company_alike_in_amount_and_date_are_found_unless_one_supersedes_the_other(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var company = await CompanyAsync(analyst, "Figure");
        await RoundAsync(analyst, company, "'amount': '$675 m', 'announcedOn': '2024-02-29', 'stage': 'series-b'");
        var euros = await RoundAsync(analyst, company, "'amount': { 'value': 620000000, 'currency': 'EUR', 'usd': 675000000, 'usdRateOn': '2024-02-29' }, 'reportedOn': '2024-02'");
        await RoundAsync(analyst, company, "'amount': '$70 m', 'announcedOn': '2023-05-24', 'stage': 'series-a'");

        var pair = (await ListAsync(analyst)).Should().ContainSingle().Subject;

        pair.Kind.Should().Be(DuplicateKind.FundingRound);
        pair.Points.Should().Contain(p => p.Rule == "amount" && p.Value == 40 && p.Text.Contains("two currencies"));
        var later = await RoundAsync(analyst, company, $"'amount': '$680 m', 'announcedOn': '2024-03', 'supersedes': '{euros}'");
        (await ListAsync(analyst)).Select(p => new HashSet<Guid> { p.First.Name.Id, p.Second.Name.Id }).Should().Contain(ids => ids.Contains(later))
            .And.NotContain(ids => ids.Contains(later) && ids.Contains(euros), "a round and what supersedes it are known to be one");
        (await AllAsync(analyst)).Should().Equal(await RebuiltAsync(analyst));
    }

    [Theory, EachDatabase]
    public async Task A_pair_judged_different_stays_away_until_a_stronger_reason_comes(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var one = await CompanyAsync(analyst, "Figure AI");
        var other = await CompanyAsync(analyst, "Figure");
        var pair = (await ListAsync(analyst)).Single();

        (await JudgeAsync(analyst, pair, "A magazine, not the maker of robots.")).Problem.Should().BeNull();

        (await ListAsync(analyst)).Should().BeEmpty();
        var judged = (await ListAsync(analyst, "different")).Should().ContainSingle().Subject;
        judged.Judgement!.Should().Match<DuplicateJudgementItem>(j => j.By == "ana" && j.Note!.StartsWith("A magazine"));
        (await AllAsync(analyst)).Should().Equal(await RebuiltAsync(analyst), "a rebuild keeps judgements");

        await ChangeAsync(analyst, other, "'sectors': ['publishing']");
        await ChangeAsync(analyst, other, "'foundedOn': '1988'");
        (await ListAsync(analyst)).Should().BeEmpty("nothing new speaks for them being one");

        await ChangeAsync(analyst, one, "'website': 'https://figure.example'", evidence: "");
        await ChangeAsync(analyst, other, "'website': 'https://figure.example'", evidence: "");
        var again = (await ListAsync(analyst)).Should().ContainSingle("they have one website now").Subject;
        again.Overtaken!.By.Should().Be("ana");
        (await JudgeAsync(analyst, pair, "Late.")).TooLate.Should().BeTrue("the pair is another than the one looked at");
    }

    [Theory, EachDatabase]
    public async Task A_judgement_is_taken_back_and_goes_on_over_a_merge(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var one = await CompanyAsync(analyst, "Figure AI");
        await CompanyAsync(analyst, "Figure");
        await JudgeAsync(analyst, (await ListAsync(analyst)).Single(), null);
        var third = await CompanyAsync(analyst, "Figure AI", slug: "figure-ai-two");
        await JudgeAsync(analyst, (await ListAsync(analyst)).Single(p => p.Score < 100), "The same as before.");

        (await analyst.MergeAsync(one, third)).Problems.Should().BeEmpty();
        (await ListAsync(analyst)).Should().BeEmpty("what was said of the one that went holds for the one it became");
        var pair = (await ListAsync(analyst, "different")).Should().ContainSingle().Subject;

        var outcome = await analyst.InScopeAsync<DuplicateCommands, DuplicateOutcome>(c => c.WithdrawAsync(pair.Id, pair.Version, Submitter(analyst), CancellationToken.None));

        outcome.Problem.Should().BeNull();
        (await ListAsync(analyst)).Should().ContainSingle().Which.Judgement.Should().BeNull();
        (await AllAsync(analyst)).Should().Equal(await RebuiltAsync(analyst));
    }

    [Theory, EachDatabase]
    public async Task A_judgement_on_a_record_that_was_merged_holds_without_another(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var one = await CompanyAsync(analyst, "Figure AI");
        await CompanyAsync(analyst, "Figure");
        await JudgeAsync(analyst, (await ListAsync(analyst)).Single(), null);
        var third = await CompanyAsync(analyst, "Robots of Sunnyvale");

        (await analyst.MergeAsync(one, third)).Problems.Should().BeEmpty();

        (await ListAsync(analyst)).Should().BeEmpty();
        (await ListAsync(analyst, "different")).Should().ContainSingle().Which.First.Name.Id.Should().NotBe(one);
    }

    [Theory, EachDatabase]
    public async Task A_rebuild_finds_what_every_change_found(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        await analyst.EnterTwiceAsync();
        var found = await AllAsync(analyst);
        found.Should().Contain(line => line.Contains("name"), "Jeff and Jeffrey Bezos are likely one");

        (await RebuiltAsync(analyst)).Should().Equal(found);
    }

    internal static async Task<Guid> CompanyAsync(Analyst analyst, string name, string? website = null, string? slug = null, string kind = "company")
    {
        var more = (website is null ? "" : $", 'website': '{website}'") + (slug is null ? "" : $", 'slug': '{slug}'");
        return await EnterAsync(analyst, $"{{ 'record': 'party', 'set': {{ 'kind': '{kind}', 'name': '{name}'{more} }}, 'assertions': [{{ 'passage': {{ 'exact': 'Project Prometheus' }} }}] }}");
    }

    internal static Task<Guid> RoundAsync(Analyst analyst, Guid company, string more) =>
        EnterAsync(analyst, $"{{ 'record': 'funding-round', 'set': {{ 'company': '{company}', {more} }}, 'assertions': [{{ 'passage': {{ 'exact': 'The talks of April' }} }}] }}");

    private static async Task ChangeAsync(Analyst analyst, Guid party, string set, string evidence = "{ 'passage': { 'exact': 'the round was oversubscribed' } }") => await EnterAsync(
        analyst, $"{{ 'record': 'party', 'id': '{party}', 'version': {await analyst.VersionAsync(party)}, 'reason': 'we-corrected', 'set': {{ {set} }}, 'assertions': [{evidence}] }}");

    private static async Task<Guid> EnterAsync(Analyst analyst, string change)
    {
        var document = Analyst.Document(Analyst.Json(change));
        document["source"]!["title"] = $"Source {Guid.CreateVersion7()}";
        var outcome = await analyst.PublishAsync(document);
        outcome.Problems.Should().BeEmpty();
        return outcome.Changes[0].Id;
    }

    private static async Task<IReadOnlyList<DuplicateItem>> ListAsync(Analyst analyst, string state = "open")
    {
        var result = await analyst.InScopeAsync<DuplicatePairQueries, ListResult<DuplicateItem>>(queries => queries.ListAsync(
            new ListRequest(new Dictionary<string, IReadOnlyList<string>> { ["state"] = [state] }), CancellationToken.None));
        result.Problems.Should().BeEmpty();
        return result.Page!.Items;
    }

    private static Submitter Submitter(Analyst analyst) => new(analyst.Who.Name, analyst.Who.UserId, Imported: false);

    private static Task<DuplicateOutcome> JudgeAsync(Analyst analyst, DuplicateItem pair, string? note) => analyst.InScopeAsync<DuplicateCommands, DuplicateOutcome>(
        commands => commands.JudgeAsync(pair.Id, pair.Version, note, Submitter(analyst), CancellationToken.None));

    private static async Task<List<string>> AllAsync(Analyst analyst)
    {
        await using var db = analyst.Database.NewContext();
        var pairs = await db.DuplicatePairs.AsNoTracking().ToListAsync();
        var hashes = await db.PartyHashes.AsNoTracking().ToListAsync();
        return [.. pairs.Select(p => $"{p.Id} {p.FirstId} {p.SecondId} {p.Score} {p.State} {p.Points}").Concat(hashes.Select(h => $"{h.PartyId} {h.Hash}")).Order(StringComparer.Ordinal)];
    }

    private static async Task<List<string>> RebuiltAsync(Analyst analyst)
    {
        await analyst.InScopeAsync<Derivation, Rebuilt>(derivation => derivation.RebuildAsync(CancellationToken.None));
        return await AllAsync(analyst);
    }
}
