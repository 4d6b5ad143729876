using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Pages;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Sources;

/// <summary>Copies of one wire story are one origin, once an analyst says so.</summary>
public sealed class LikenessTests
{
    private const string Wire = """
        Acme of Ulm raised twenty million euros for robot arms that plan their own movements, the company told the wire on Monday. The round was led by a
        fund of the region, and three earlier backers took part again. Acme employs forty people and wants to double that within a year, its founder said.
        The arms sort parts in two plants near Stuttgart, and a third plant is to follow before the summer, according to people who know the plans.
        """;

    [Theory, EachDatabase]
    public async Task Two_copies_and_the_story_become_one_origin(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        await AddAsync(analyst, "wire", Wire);
        await AddAsync(analyst, "daily", "Ulm. " + Wire.Replace("Monday", "Monday morning", StringComparison.Ordinal) + " Reported by the wire.");
        await AddAsync(analyst, "weekly", Wire.ToUpperInvariant().Replace(", ", " – ", StringComparison.Ordinal) + " The weekly adds that rain is expected over the weekend in the south.");
        await AddAsync(analyst, "other", "Beta of Bremen builds ships that find their way by themselves. It has not said who pays for that, nor where its models run when a ship is at sea.");

        (await OfAsync(analyst, "wire")).Select(l => (l.Other.Slug, l.State)).Should().BeEquivalentTo([("daily", LikenessState.Suggested), ("weekly", LikenessState.Suggested)]);
        (await OfAsync(analyst, "other")).Should().BeEmpty();
        (await ConfirmAsync(analyst, "daily", "wire")).Should().BeNull();
        (await OfAsync(analyst, "weekly")).Should().HaveCount(2);
        (await ConfirmAsync(analyst, "weekly", "daily")).Should().BeNull();

        await using var db = analyst.Database.NewContext();
        var origins = await Origins.LoadAsync(db, CancellationToken.None);
        var ids = await db.Sources.ToDictionaryAsync(s => s.Slug, s => s.Id);
        origins.Of(ids["weekly"]).Should().Be(ids["wire"]).And.Be(origins.Of(ids["daily"])).And.Be(origins.Of(ids["wire"]));
        origins.Of(ids["other"]).Should().Be(ids["other"]);
        (await OfAsync(analyst, "wire")).Should().ContainSingle("of one origin already, the third pair is not asked").Which.By.Should().Be("ana");
        (await ConfirmAsync(analyst, "wire", "weekly")).Should().NotBeNull();
    }

    [Theory, EachDatabase]
    public async Task What_was_refused_stays_refused_when_all_is_derived_afresh(DatabaseProvider provider)
    {
        await using var analyst = new Analyst(provider);
        await AddAsync(analyst, "wire", Wire);
        await AddAsync(analyst, "daily", Wire + " Reported by the wire.");
        (await analyst.InScopeAsync<LikenessCommands, string?>(c => c.RefuseAsync("daily", "wire", new Actor(null, "ana"), "They met him both.", CancellationToken.None))).Should().BeNull();
        await AddAsync(analyst, "weekly", Wire + " More of this next week.");
        var before = await RowsAsync(analyst);

        await analyst.InScopeAsync<LikenessDerivation, bool>(async d =>
        {
            await d.RebuildAsync(CancellationToken.None);
            return true;
        });

        (await RowsAsync(analyst)).Should().Equal(before).And.HaveCount(3).And.ContainSingle(row => row.EndsWith("Refused ana", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Origins_may_not_go_in_a_circle()
    {
        await using var analyst = new Analyst(DatabaseProvider.Sqlite);
        await AddAsync(analyst, "wire", Wire);
        var document = Document("daily", "Other words about Acme.");
        document["source"]!["origin"] = "agency";
        document["origins"] = new JsonArray(new JsonObject { ["slug"] = "agency", ["title"] = "Agency", ["kind"] = "article", ["seen"] = false, ["origin"] = "daily" });

        var outcome = await analyst.PublishAsync(document);

        outcome.Accepted.Should().BeFalse();
        outcome.Problems.Should().Contain(p => p.Pointer.EndsWith("/origin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Analysts_confirm_on_the_page_of_the_source_which_shows_the_chain()
    {
        await using var app = new TrackerApp();
        await app.PublishAsync(Document("wire", Wire).ToJsonString());
        await app.PublishAsync(Document("daily", Wire + " Reported by the wire.").ToJsonString());
        using var ana = await Visitor.SignedInAsync(app);
        using var visitor = new Visitor(app);

        (await visitor.Client.GetStringAsync("/sources/daily")).Should().NotContain("Texts like this one").And.Contain("Its own origin");
        (await ana.Client.GetStringAsync("/sources/daily")).Should().Contain("Texts like this one");
        (await ana.PostFormAsync("/sources/daily", "/sources/daily/likeness", ("other", "wire"), ("judgement", "rewrites"), ("note", "<b>Same words</b>"))).StatusCode.Should().Be(HttpStatusCode.Redirect);

        (await visitor.Client.GetStringAsync("/sources/daily")).Should().Contain("Rewrites").And.Contain("which is its own origin");
        (await ana.Client.GetStringAsync("/sources/daily")).Should().Contain("One origin").And.Contain("&lt;b&gt;Same words");
        (await ana.PostFormAsync("/sources/daily", "/sources/daily/likeness", ("other", "wire"), ("judgement", "apart"))).StatusCode.Should().Be(HttpStatusCode.UnprocessableEntity);
        (await visitor.PostAsync("/sources/daily/likeness", ("other", "wire"), ("judgement", "apart"))).StatusCode.Should().NotBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Punctuation_capitals_and_line_breaks_do_not_count()
    {
        var likeness = Shingles.Of(Wire).With(Shingles.Of(Wire.ToUpperInvariant().Replace('\n', ' ').Replace(",", " —", StringComparison.Ordinal)));

        (likeness.Jaccard, likeness.Containment).Should().Be((1, 1));
        Shingles.Of("four words are few").Count.Should().Be(0);
    }

    private static JsonObject Document(string slug, string text) => new()
    {
        ["title"] = slug,
        ["source"] = new JsonObject
        {
            ["slug"] = slug, ["title"] = $"Title {slug}", ["kind"] = "article", ["textIsPublic"] = true, ["snapshot"] = new JsonObject { ["kind"] = "full-text", ["text"] = text },
        },
        ["changes"] = new JsonArray(new JsonObject
        {
            ["record"] = "party",
            ["set"] = new JsonObject { ["kind"] = "company", ["name"] = $"Company of {slug}" },
            ["assertions"] = new JsonArray(new JsonObject { ["passage"] = new JsonObject { ["exact"] = text.Trim()[..16] } }),
        }),
    };

    private static async Task AddAsync(Analyst analyst, string slug, string text) => (await analyst.PublishAsync(Document(slug, text))).Problems.Should().BeEmpty();

    private static Task<IReadOnlyList<LikenessItem>> OfAsync(Analyst analyst, string slug) =>
        analyst.InScopeAsync<LikenessQueries, IReadOnlyList<LikenessItem>>(q => q.OfSourceAsync(slug, CancellationToken.None));

    private static Task<string?> ConfirmAsync(Analyst analyst, string rewriter, string original) =>
        analyst.InScopeAsync<LikenessCommands, string?>(c => c.ConfirmAsync(rewriter, original, new Actor(null, "ana"), null, CancellationToken.None));

    private static async Task<List<string>> RowsAsync(Analyst analyst)
    {
        await using var db = analyst.Database.NewContext();
        return [.. (await db.SourceLikenesses.OrderBy(l => l.FirstId).ThenBy(l => l.SecondId).ToListAsync()).Select(l => $"{l.FirstId} {l.SecondId} {l.Jaccard} {l.Containment} {l.State} {l.By}")];
    }
}
