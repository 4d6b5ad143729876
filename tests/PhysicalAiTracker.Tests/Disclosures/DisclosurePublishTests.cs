using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Disclosures.Analyst;

namespace PhysicalAiTracker.Tests.Disclosures;

public sealed class DisclosurePublishTests
{
    [Theory, EachDatabase]
    public async Task Records_come_with_evidence_and_a_first_revision(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);

        var outcome = await analyst.PublishAsync(Document(Company(), Round("Project Prometheus")));

        outcome.Problems.Should().BeEmpty();
        outcome.Changes.Select(change => (change.Effect, change.Version)).Should().Equal((ChangeEffect.Created, 1), (ChangeEffect.Created, 1));
        await using var db = analyst.Database.NewContext();
        var round = await db.FundingRounds.Include(r => r.Company).SingleAsync();
        round.Company.Slug.Should().Be("project-prometheus");
        round.Amount!.ToDisplay().Should().Be("$12 bn");
        (await db.Revisions.Select(r => new { r.Version, r.By }).ToListAsync()).Should().OnlyContain(r => r.Version == 1 && r.By == "ana").And.HaveCount(2);
        (await db.Assertions.Where(a => a.RecordId == round.Id).SelectMany(a => a.Values).Select(v => v.Field).ToListAsync())
            .Should().BeEquivalentTo("company", "amount", "valuation", "status");
    }

    [Theory, EachDatabase]
    public async Task A_figure_without_a_passage_is_refused_at_its_field(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var round = Round("project-prometheus", ", 'announcedOn': '2026-06-09', 'note': 'oversubscribed'");
        round["assertions"]![0]!["fields"] = new JsonArray("company", "amount", "valuation", "status");

        var outcome = await analyst.PublishAsync(Document(round));

        outcome.Problems.Select(p => p.Pointer).Should().BeEquivalentTo("/changes/0/set/announcedOn", "/changes/0/set/note");
    }

    [Theory, EachDatabase]
    public async Task A_denial_supports_no_figure(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var round = Round("project-prometheus");
        round["assertions"]![0]!["polarity"] = "denies";

        var outcome = await analyst.PublishAsync(Document(round));

        outcome.Problems.Should().Contain(p => p.Pointer == "/changes/0/set/amount" && p.Message.Contains("affirms", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_superseding_round_takes_the_place_of_the_old_one_in_every_sum(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var old = await OldRoundAsync(analyst);
        var before = await CapitalAsync(analyst);

        var outcome = await analyst.PublishAsync(Document(Round("project-prometheus", $", 'supersedes': '{old}'")));

        outcome.Problems.Should().BeEmpty();
        await using var db = analyst.Database.NewContext();
        var rounds = new FundingRoundQueries(db);
        (await rounds.FindAsync(old, CancellationToken.None))!.SupersededBy!.Amount!.Text.Should().Be("$12 bn");
        (await rounds.FindAsync(outcome.Changes[0].Id, CancellationToken.None))!.Supersedes!.Id.Should().Be(old);
        var after = await CapitalAsync(analyst);
        (after.Open - before.Open).Should().Be(-10_000_000_000m, "the ten billion are no longer counted as open");
        (after.Raised - before.Raised).Should().Be(12_000_000_000m, "the twelve billion are counted once");
    }

    [Theory, EachDatabase]
    public async Task A_round_is_superseded_once_and_never_in_a_circle(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var old = await OldRoundAsync(analyst);
        var first = await analyst.PublishAsync(Document(Round("project-prometheus", $", 'supersedes': '{old}'")));
        var again = Document(Round("project-prometheus", $", 'supersedes': '{old}'"));
        again["source"] = "prometheus-raises-again";

        var second = await analyst.PublishAsync(again);

        first.Problems.Should().BeEmpty();
        second.Problems.Should().ContainSingle(p => p.Pointer == "/changes/0/set/supersedes" && p.Message.Contains("already", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task An_edit_from_an_old_version_is_a_conflict_that_shows_the_current_one(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var edit = (int version, string amount) => Json($$"""
            { 'record': 'funding-round', 'id': '{{OldRoundAsync(analyst).Result}}', 'version': {{version}}, 'set': { 'amount': '{{amount}}' },
              'assertions': [{ 'passage': { 'exact': 'a round of $12 billion' } }] }
            """);
        (await analyst.PublishAsync(Document(edit(1, "$12 bn")))).Problems.Should().BeEmpty();
        var late = Document(edit(1, "$11 bn"));
        late["source"] = "prometheus-raises-again";

        var outcome = await analyst.PublishAsync(late);

        outcome.Accepted.Should().BeFalse();
        var conflict = outcome.Conflicts.Should().ContainSingle().Subject;
        (conflict.Pointer, conflict.StartedFrom, conflict.CurrentVersion).Should().Be(("/changes/0", 1, 2));
        conflict.Current["amount"]!.ToJsonString().Should().Contain("12000000000");
    }

    [Theory, EachDatabase]
    public async Task An_edit_must_carry_its_version(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);

        var outcome = await analyst.PublishAsync(Document(Json("{ 'record': 'party', 'id': 'project-prometheus', 'set': { 'website': 'https://prometheus.example/' } }")));

        outcome.Problems.Should().ContainSingle(p => p.Pointer == "/changes/0/version");
    }

    [Theory, EachDatabase]
    public async Task A_figure_taken_away_needs_a_reason_in_the_note(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var edit = (string note) => Document(Json($$"""{ 'record': 'party', 'id': 'project-prometheus', 'version': 1, 'set': { 'foundedOn': null }{{note}} }"""));

        (await analyst.PublishAsync(edit(""))).Problems.Should().ContainSingle(p => p.Pointer == "/changes/0/set/foundedOn" && p.Message.Contains("note", StringComparison.Ordinal));
        (await analyst.PublishAsync(edit(", 'note': 'The date was a misreading.'"))).Problems.Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Hostile_text_is_stored_as_text(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        var name = "<script>alert(1)</script> '; DROP TABLE Parties; -- \u202Eevil\u0000 {{7*7}} \uD83D\uDE00";
        var company = Company();
        company["set"]!["name"] = name;
        company["set"]!["slug"] = "hostile";
        var document = Document(company);
        document["title"] = name;

        var outcome = await analyst.PublishAsync(document);

        outcome.Problems.Should().BeEmpty();
        await using var db = analyst.Database.NewContext();
        (await db.Parties.SingleAsync()).Name.Should().Be(name.Replace("\0", "", StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_source_that_was_only_credited_may_be_entered_with_its_text(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var document = Document(Round("project-prometheus"));
        document["source"]!["slug"] = "observer-project-prometheus";

        var outcome = await analyst.PublishAsync(document);

        outcome.Problems.Should().BeEmpty();
        await using var db = analyst.Database.NewContext();
        var source = await db.Sources.Include(s => s.Snapshots).SingleAsync(s => s.Slug == "observer-project-prometheus");
        (source.Seen, source.Title, source.Snapshots.Count).Should().Be((true, "Prometheus raises again", 1));
    }

    [Theory, EachDatabase]
    public async Task A_source_that_has_a_text_is_not_entered_again(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        (await analyst.PublishAsync(WithUrl("https://www.example.org/a/?utm_source=x"))).Problems.Should().BeEmpty();

        var outcome = await analyst.PublishAsync(WithUrl("http://example.org/a#top"));

        outcome.Problems.Should().Contain(p => p.Pointer == "/source/url" && p.Message.Contains("/sources/prometheus-raises-again", StringComparison.Ordinal));

        static JsonObject WithUrl(string url)
        {
            var document = Document(Company());
            document["source"]!["url"] = url;
            return document;
        }
    }

    [Theory, EachDatabase]
    public async Task Importing_the_seeds_again_leaves_an_analysts_edit_alone(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider, seeded: true);
        var edit = Json("{ 'record': 'party', 'id': 'project-prometheus', 'version': 1, 'set': { 'website': 'https://prometheus.example/' } }");
        (await analyst.PublishAsync(Document(edit))).Problems.Should().BeEmpty();

        var report = await analyst.InScopeAsync<SeedImporter, ImportReport>(importer => importer.ImportAsync(Seeds.Article, CancellationToken.None));

        report.Problems.Should().BeEmpty();
        report.Counts.Should().OnlyContain(count => count.Created == 0 && count.Changed == 0);
        await using var db = analyst.Database.NewContext();
        (await db.Parties.SingleAsync(p => p.Slug == "project-prometheus")).Website.Should().Be("https://prometheus.example/");
    }

    private static async Task<Guid> OldRoundAsync(Analyst analyst)
    {
        await using var db = analyst.Database.NewContext();
        return (await db.FundingRounds.SingleAsync(r => r.Company.Slug == "project-prometheus")).Id;
    }

    private static async Task<(decimal Open, decimal Raised)> CapitalAsync(Analyst analyst)
    {
        var report = await analyst.InScopeAsync<CapitalQueries, CapitalReport>(capital => capital.ReportAsync(new CapitalOptions(), CancellationToken.None));
        return (report.Total.Open.Usd, report.Total.Raised.Usd);
    }
}
