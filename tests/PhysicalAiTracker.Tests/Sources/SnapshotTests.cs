using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Pages;
using PhysicalAiTracker.Tests.Support;
using static PhysicalAiTracker.Tests.Disclosures.Analyst;

namespace PhysicalAiTracker.Tests.Sources;

/// <summary>A text changes; what was quoted from it stays proved, or says that it is not.</summary>
public sealed class SnapshotTests
{
    private const string First = "Acme makes arms.\n\nIts arms plan on a computer in each cell. It employs about 40 people.\n\nThe pilot runs in Ulm.";
    private const string Second = "News of June.\n\nAcme makes arms.\n\nIts arms plan in a cloud. The pilot runs in Ulm.\n\nIn winter: The pilot runs in Ulm. It employs about 40 people.";

    [Theory, EachDatabase]
    public async Task A_new_text_anchors_every_passage_anew(DatabaseProvider provider)
    {
        await using var analyst = await QuotedAsync(provider);

        var outcome = await AddAsync(analyst, Second);

        outcome.Should().BeOfType<SnapshotOutcome.Added>().Which.Changed.Should().Be(2);
        var standings = (await analyst.InScopeAsync<SnapshotQueries, SourcePassages?>(q => q.PassagesAsync("acme-news", CancellationToken.None)))!.Passages;
        standings.Select(s => (s.Passage.Exact, s.Passage.State, s.Moved)).Should().BeEquivalentTo(new[]
        {
            ("Its arms plan on a computer in each cell", PassageState.Missing, false),
            ("The pilot runs in Ulm", PassageState.Ambiguous, false),
            ("Acme makes arms", PassageState.Intact, true),
            ("It employs about 40 people", PassageState.Intact, true),
        });
        standings[0].Near.Should().Contain("arms plan in a cloud", "a hint for the analyst, who must quote it himself");
        await using var db = analyst.Database.NewContext();
        var moved = await db.PassageAnchors.Where(a => a.Passage.Exact == "Acme makes arms").SingleAsync();
        Second[moved.Start!.Value..moved.End!.Value].Should().Be("Acme makes arms");
        (await db.Passages.Where(p => p.Exact == "Acme makes arms").Select(p => p.Start).SingleAsync()).Should().Be(0, "the passage keeps its place in its own text");
        (await db.Snapshots.OrderBy(s => s.CapturedAt).LastAsync()).By.Should().Be("ana");
    }

    [Theory, EachDatabase]
    public async Task A_text_that_comes_back_brings_its_passages_back(DatabaseProvider provider)
    {
        await using var analyst = await QuotedAsync(provider);
        await AddAsync(analyst, Second);

        await AddAsync(analyst, First + "\n\nCorrected.");

        await using var db = analyst.Database.NewContext();
        (await db.Passages.Select(p => p.State).ToListAsync()).Should().OnlyContain(state => state == PassageState.Intact);
        (await db.PassageAnchors.CountAsync()).Should().Be(8, "each later text keeps what was found in it");
    }

    [Theory, EachDatabase]
    public async Task A_text_that_goes_back_to_an_earlier_one_becomes_the_newest_again(DatabaseProvider provider)
    {
        await using var analyst = await QuotedAsync(provider);
        await AddAsync(analyst, Second);
        (await AddAsync(analyst, Second)).Should().BeOfType<SnapshotOutcome.Refused>("it stands there already");

        (await AddAsync(analyst, First)).Should().BeOfType<SnapshotOutcome.Added>().Which.Changed.Should().Be(2);

        await using var db = analyst.Database.NewContext();
        (await db.Passages.Select(p => p.State).ToListAsync()).Should().OnlyContain(state => state == PassageState.Intact);
        (await db.Snapshots.OrderBy(s => s.CapturedAt).Select(s => s.Text).ToListAsync()).Should().Equal(First, Second, First);
        var document = Analyst.Document(Json("{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Beta' }, 'assertions': [{ 'passage': { 'exact': 'News of June' } }] }"));
        document["source"] = new JsonObject { ["slug"] = "acme-news", ["snapshot"] = new JsonObject { ["kind"] = "full-text", ["text"] = Second } };
        (await analyst.PublishAsync(document)).Problems.Should().BeEmpty();
        (await db.Snapshots.CountAsync()).Should().Be(4, "a disclosure may bring an earlier text as the newest too");
        (await db.Passages.AsNoTracking().CountAsync(p => p.State == PassageState.Missing)).Should().Be(1);
        await analyst.InScopeAsync<SnapshotQueries, bool>(async q =>
        {
            (await q.PassagesAsync("acme-news", CancellationToken.None))!.Passages.Should().HaveCount(5);
            return true;
        });
    }

    [Theory]
    [InlineData(First, "text", "character by character")]
    [InlineData(" \n ", "text", "There is no text")]
    public async Task A_text_that_is_none_or_known_is_refused(string text, string field, string reason)
    {
        await using var analyst = await QuotedAsync(DatabaseProvider.Sqlite);

        (await AddAsync(analyst, text)).Should().BeOfType<SnapshotOutcome.Refused>().Which.Should().Match<SnapshotOutcome.Refused>(r => r.Field == field && r.Reason.Contains(reason));
    }

    [Theory, EachDatabase]
    public async Task A_disclosure_may_bring_a_new_text_of_a_known_source(DatabaseProvider provider)
    {
        await using var analyst = await QuotedAsync(provider);
        var document = Analyst.Document(Json("""
            { 'record': 'party', 'set': { 'kind': 'company', 'name': 'Beta' }, 'assertions': [{ 'passage': { 'exact': 'News of June' } }] }
            """));
        document["source"] = new JsonObject { ["slug"] = "acme-news", ["snapshot"] = new JsonObject { ["kind"] = "full-text", ["text"] = Second } };

        (await analyst.PublishAsync(document)).Problems.Should().BeEmpty();

        await using var db = analyst.Database.NewContext();
        (await db.Snapshots.CountAsync()).Should().Be(2);
        (await db.Passages.CountAsync(p => p.State == PassageState.Missing)).Should().Be(1);
    }

    [Theory]
    [InlineData("ten %", "Profit rose ", " this year.", "Staff fell ten % last year.", PassageState.Ambiguous)]
    [InlineData("rose ten %", "Profit ", " this year.", "Profit rose ten % in all.", PassageState.Intact)]
    [InlineData("the arms plan on a computer", "x ", " y", "Now the arms plan on a computer.", PassageState.Intact)]
    [InlineData("the arms plan on a computer", "x ", " y", "Now the arms plan on computers.", PassageState.Missing)]
    public void A_quote_is_known_by_its_words_and_those_around_it(string exact, string prefix, string suffix, string text, PassageState state) =>
        Reanchoring.Find(text, new TextQuote(exact, prefix, suffix), stoodOnce: true).State.Should().Be(state);

    [Fact]
    public async Task Analysts_add_a_text_and_everybody_reads_both_where_the_text_is_public()
    {
        await using var app = new TrackerApp();
        await app.PublishAsync(Document(isPublic: true).ToJsonString());
        using var ana = await Visitor.SignedInAsync(app);
        using var visitor = new Visitor(app);

        var hostile = Second + "\n\n<script>alert(1)</script>";
        var answer = await ana.PostFormAsync("/sources/acme-news/snapshots/new", ("kind", "full-text"), ("text", hostile));

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        (await ana.Client.GetStringAsync("/sources/acme-news/passages")).Should().Contain("2 changed or vanished").And.Contain("Most like it now");
        (await visitor.GetAsync("/sources/acme-news/passages")).StatusCode.Should().Be(HttpStatusCode.Redirect, "it is for analysts");
        var (older, newer) = await SnapshotsAsync(app);
        var compared = await visitor.Client.GetStringAsync($"/sources/acme-news?snapshot={newer}&against={older}");
        compared.Should().Contain("<ins>").And.Contain("<del>").And.Contain("[missing]").And.Contain("moved]").And.Contain("&lt;script&gt;").And.NotContain("<script>alert");
        var reader = await visitor.Client.GetStringAsync("/sources/acme-news");
        reader.Should().Contain("Changed or vanished since it was quoted").And.Contain("it stands at another place here");
        (await visitor.Client.GetStringAsync($"/sources/acme-news?snapshot={older}")).Should().Contain("An earlier text");
        (await visitor.GetAsync($"/sources/acme-news?snapshot={Guid.Empty}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task No_door_lets_out_a_text_that_is_not_public()
    {
        const string Secret = "a secret end that nobody quoted";
        await using var app = new TrackerApp();
        await app.PublishAsync(Document(isPublic: false, First + "\n\nWords and words and words and words and words and words before " + Secret).ToJsonString());
        using var ana = await Visitor.SignedInAsync(app);
        await ana.PostFormAsync("/sources/acme-news/snapshots/new", ("kind", "full-text"), ("text", Second + "\n\nWords and words and words and words and words and words, still before " + Secret));
        using var visitor = new Visitor(app);
        var (older, newer) = await SnapshotsAsync(app);
        var disclosure = JsonNode.Parse(await visitor.Client.GetStringAsync("/api/v1/disclosures"))!["items"]![0]!["id"]!.GetValue<string>();

        foreach (var door in new[]
        {
            "/sources/acme-news", $"/sources/acme-news?snapshot={older}", $"/sources/acme-news?snapshot={newer}&against={older}", "/sources", "/companies/acme",
            $"/disclosures/{disclosure}", "/disclosures", "/search?q=secret", "/api/v1/sources", "/api/v1/sources/acme-news", "/api/v1/disclosures", $"/api/v1/disclosures/{disclosure}",
            "/api/v1/companies/acme", "/api/v1/companies?include=assertions", "/api/v1/observations?include=assertions",
            "/sources/acme-news/passages", "/sources/acme-news/snapshots/new", "/sources/acme-news/likeness", "/disclosures/new",
        })
        {
            (await (await visitor.GetAsync(door)).Content.ReadAsStringAsync()).Should().NotContain(Secret, $"{door} is open to everybody");
        }

        (await visitor.GetAsync($"/sources/acme-news?snapshot={newer}&against={older}")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await ana.Client.GetStringAsync($"/sources/acme-news?snapshot={newer}&against={older}")).Should().Contain(Secret, "analysts see all");
    }

    private static JsonObject Document(bool isPublic, string text = First) => Json($$"""
        { 'title': 'Acme', 'source': { 'slug': 'acme-news', 'title': 'Acme news', 'kind': 'article', 'textIsPublic': {{(isPublic ? "true" : "false")}},
            'snapshot': { 'kind': 'full-text', 'text': '{{text.Replace("\n", "\\n", StringComparison.Ordinal)}}' } },
          'changes': [{ 'record': 'party', 'set': { 'kind': 'company', 'name': 'Acme' }, 'assertions': [{ 'passage': { 'exact': 'Acme makes arms' } },
            { 'passage': { 'exact': 'Its arms plan on a computer in each cell' } }, { 'passage': { 'exact': 'It employs about 40 people' } }, { 'passage': { 'exact': 'The pilot runs in Ulm' } }] }] }
        """);

    private static async Task<Analyst> QuotedAsync(DatabaseProvider provider)
    {
        var analyst = new Analyst(provider);
        (await analyst.PublishAsync(Document(isPublic: true))).Problems.Should().BeEmpty();
        return analyst;
    }

    private static Task<SnapshotOutcome> AddAsync(Analyst analyst, string text) =>
        analyst.InScopeAsync<SnapshotCommands, SnapshotOutcome>(commands => commands.AddAsync("acme-news", "full-text", text, new Actor(null, "ana"), CancellationToken.None));

    private static async Task<(Guid Older, Guid Newer)> SnapshotsAsync(TrackerApp app)
    {
        await using var db = app.Database.NewContext();
        var ids = await db.Snapshots.OrderBy(s => s.CapturedAt).ThenBy(s => s.Id).Select(s => s.Id).ToListAsync();
        return (ids[0], ids[^1]);
    }
}
