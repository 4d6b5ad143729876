using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.AsOf;

/// <summary>What was decided and what was judged, and all that follows from it, as of a day.</summary>
public sealed class AsOfBeliefTests
{
    private const string Tomorrow = "2026-05-06";

    [Theory, EachDatabase]
    public async Task A_ruling_holds_from_its_day_on(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider);
        using var db = past.App.Database.NewContext();
        var open = await db.Contradictions.AsNoTracking().Where(c => c.State == ContradictionState.Open).OrderBy(c => c.Id).FirstAsync();
        var count = (int)(await past.JsonAsync("/api/v1/contradictions?state=open"))["total"]!;
        await past.WithAsync<RulingCommands>(async rulings => (await rulings.RuleAsync(
            open.Id, new RulingRequest("explained", "different-scope", null, "I looked.", $"{open.Fingerprint[..16]}-0"), new Submitter("ana", null, Imported: false), CancellationToken.None)).Accepted.Should().BeTrue());
        past.Advance(TimeSpan.FromDays(2));

        (await StateAsync(Past.Yesterday)).Should().Be(("open", 0));
        (await StateAsync(Past.Today)).Should().Be(("explained", 1));
        ((int)(await past.JsonAsync($"/api/v1/contradictions?state=open&asOf={Past.Yesterday}"))["total"]!).Should().Be(count);
        ((int)(await past.JsonAsync($"/api/v1/contradictions?state=open&asOf={Past.Today}"))["total"]!).Should().Be(count - 1);
        (await past.PageAsync($"/?asOf={Past.Yesterday}")).Shown.Should().Contain($"{count} open contradiction");
        (await past.PageAsync($"/contradictions/{open.Id}?asOf={Past.Today}")).Shown.Should().Contain("I looked.");

        async Task<(string?, int)> StateAsync(string day)
        {
            var item = await past.JsonAsync($"/api/v1/contradictions/{open.Id}?asOf={day}");
            return ((string?)item["state"], item["rulings"]!.AsArray().Count);
        }
    }

    [Theory, EachDatabase]
    public async Task A_source_and_the_grades_on_it_are_as_it_was_judged_then(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider, Past.CorrectTheRoundAsync);
        await past.JudgeAsync("later-report", "A later report, renamed", "A");
        past.Advance(TimeSpan.FromDays(1));
        await past.JudgeAsync("later-report", "A later report", "E");
        past.Advance(TimeSpan.FromDays(1));

        (await SourceAsync($"?asOf={Past.Yesterday}")).Should().Be(("A later report", null));
        (await SourceAsync($"?asOf={Past.Today}")).Should().Be(("A later report, renamed", "A"));
        (await SourceAsync($"?asOf={Tomorrow}")).Should().Be(("A later report", "E"));
        (await PointsAsync(Past.Yesterday)).Should().Be(1, "nobody had judged it");
        (await PointsAsync(Past.Today)).Should().Be(4);
        (await PointsAsync(Tomorrow)).Should().Be(0);

        async Task<(string?, string?)> SourceAsync(string query)
        {
            var source = await past.JsonAsync("/api/v1/sources/later-report" + query);
            return ((string?)source["title"], (string?)source["reliability"]);
        }

        async Task<int> PointsAsync(string day)
        {
            var round = (await past.JsonAsync($"/api/v1/funding-rounds?company=project-prometheus&include=assertions&asOf={day}"))["items"]!.AsArray().Single(r => (string?)r!["status"] == "in-progress")!;
            var amount = round["grades"]!.AsArray().Single(g => (string?)g!["field"] == "amount")!;
            return (int)amount["origins"]![0]!["points"]!;
        }
    }

    [Theory, EachDatabase]
    public async Task A_rewrite_is_an_origin_of_its_own_until_the_day_it_is_confirmed(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider, async past =>
        {
            await past.WithAsync<DisclosureCommands>(async commands =>
            {
                foreach (var slug in new[] { "wire", "daily" })
                {
                    (await commands.PublishAsync(Copy(slug), new Submitter("ana", null, Imported: false), null, CancellationToken.None)).Problems.Should().BeEmpty();
                }
            });
        });
        await past.WithAsync<LikenessCommands>(async likeness => (await likeness.ConfirmAsync("daily", "wire", new Actor(null, "ana"), null, CancellationToken.None)).Should().BeNull());
        past.Advance(TimeSpan.FromDays(1));

        ((await past.JsonAsync($"/api/v1/sources/daily?asOf={Past.Yesterday}"))["origin"]).Should().BeNull();
        ((string?)(await past.JsonAsync($"/api/v1/sources/daily?asOf={Past.Today}"))["origin"]!["slug"]).Should().Be("wire");
        (await past.PageAsync($"/sources/daily?asOf={Past.Yesterday}")).Html.Should().Contain("Its own origin");
        (await past.PageAsync($"/sources/daily?asOf={Past.Today}")).Html.Should().Contain("which is its own origin");
        using var db = past.App.Database.NewContext();
        (await db.FormerSources.SingleAsync()).State.Should().NotContain("origin");
    }

    [Theory, EachDatabase]
    public async Task Sums_are_those_of_the_day(DatabaseProvider provider)
    {
        await using var past = await Past.MakeAsync(provider, Past.CorrectTheRoundAsync);

        var (then, now) = (await CapitalAsync($"?asOf={Past.Between}"), await CapitalAsync(""));

        (now - then).Should().Be(2_000_000_000m, "ten billion became twelve");
        (await CapitalAsync($"?asOf={Past.Corrected}")).Should().Be(now);
        (await past.PageAsync($"/insights?asOf={Past.Between}")).Shown.Should().NotBe((await past.PageAsync($"/insights?asOf={Past.Corrected}")).Shown);

        async Task<decimal> CapitalAsync(string query) => (await past.JsonAsync("/api/v1/insights/capital" + query))["total"]!["open"]!["usd"]!.GetValue<decimal>();
    }

    private static JsonObject Copy(string slug) => JsonNode.Parse($$"""
        { "title": "{{slug}}",
          "source": { "slug": "{{slug}}", "kind": "article", "title": "Title of {{slug}}",
            "snapshot": { "kind": "full-text", "text": "Acme of Ulm raised twenty million euros for robot arms that plan their own movements, the company told the wire on Monday. It will double its staff within a year, says {{slug}}.\n" } },
          "changes": [ { "record": "party", "set": { "kind": "company", "name": "Acme of {{slug}}" }, "assertions": [ { "passage": { "exact": "Acme of Ulm raised" } } ] } ] }
        """)!.AsObject();
}
