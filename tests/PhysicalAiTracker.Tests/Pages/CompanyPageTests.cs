using System.Net;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class CompanyPageTests(SeededSite site) : IClassFixture<SeededSite>
{
    private const string Address = "/companies/project-prometheus";

    [Fact]
    public async Task Tells_the_figures_with_what_bounds_them()
    {
        var page = await site.GetAsync(Address);

        page.Shown.Should().Contain("Capital, latest round $10 bn 1 single-source in progress 1").And.Contain("Valuation $38 bn 1 single-source pre- or post-money not stated 1")
            .And.Contain("Headcount more than 120 1 single-source as of about Apr 2026 1").And.Contain("Runs on not disclosed 1 inference single-source").And.Contain("Founded Nov 2025 1")
            .And.Contain("Places San Francisco, London, Zurich 1 expanding");
        page.Html.Should().Contain("<data value=\"10000000000\" title=\"USD 10,000,000,000\">$10 bn</data>");
    }

    [Fact]
    public async Task Tells_the_rest_of_what_the_source_says()
    {
        var page = await site.GetAsync(Address);

        page.TextOfPart("claims").Should().Contain("inference").And.Contain("No claim for training, simulation, planning, perception, control, teleoperation, fleet learning.");
        page.TextOfPart("deals").Should().Contain("Acquired General Agents").And.Contain("price not stated");
        page.TextOfPart("people").Should().Contain("Co-founder Jeff Bezos, since Nov 2025").And.Contain("Hired from").And.Contain("OpenAI").And.Contain("Google X");
        page.TextOfPart("questions").Should().Contain("no reply").And.Contain("declined").And.Contain("regulatory filing");
        page.TextOfPart("sources").Should().Contain("type0.ai");
        page.TextOfPart("revisions").Should().Contain("Version 1");
    }

    [Fact]
    public async Task Opens_behind_each_value_who_says_so_and_leads_to_the_passage()
    {
        var page = await site.GetAsync(Address);

        page.Html.Should().Contain("class=\"ev hedged\"").And.Contain("for status, the latest round, hedged\"");
        page.Text.Should().Contain("“").And.NotContain("no evidence").And.Contain(
            "about to close a round of $10 billion, at a valuation of $38 billion states amount $10 bn Publisher type0.ai, about Apr 2026 C Origin Business Insider Claimant not named Wording stated");
        var passage = page.LinksTo("Read in source").First();
        var reader = await site.GetAsync(passage);
        reader.Status.Should().Be(HttpStatusCode.OK);
        reader.Html.Should().Contain($"id=\"{passage.Split('#')[1]}\"");
    }

    [Theory]
    [InlineData("affiliations", "co-founder of Project Prometheus")]
    [InlineData("observations", "headcount")]
    public async Task Leads_to_the_history_of_what_has_no_page_of_its_own(string collection, string title)
    {
        var page = await site.GetAsync(Address);
        using var client = site.App.CreateClient();
        var records = JsonNode.Parse(await client.GetStringAsync($"/api/v1/{collection}?{(collection == "affiliations" ? "either" : "party")}=project-prometheus"))!["items"]!.AsArray();

        var histories = page.LinksTo("History of this record").ToList();

        histories.Should().Contain(records.Select(record => $"/history/{record!["id"]}"));
        var all = await Task.WhenAll(records.Select(record => site.GetAsync($"/history/{record!["id"]}")));
        all.Should().OnlyContain(history => history.Status == HttpStatusCode.OK);
        all.Select(history => history.Shown).Should().Contain(text => text.Contains(title, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Draws_what_has_a_date_and_gives_the_figures_in_words_too()
    {
        var page = await site.GetAsync(Address);

        page.Html.Should().Contain("<title id=\"timeline\">Round reported about Apr 2026, $10 bn, in progress</title>")
            .And.Contain("<title id=\"series-headcount\">Headcount: more than 120, about Apr 2026</title>");
    }

    [Fact]
    public async Task Names_a_backer_whose_round_nobody_stated_and_counts_no_round()
    {
        var page = await site.GetAsync("/companies/physical-intelligence");

        page.TextOfPart("rounds").Should().Contain("No funding round is on record").And.Contain("Backers, round not stated Jeff Bezos");
    }

    [Theory]
    [InlineData("/companies/jeff-bezos", "/people/jeff-bezos")]
    [InlineData("/investors/jeff-bezos", "/people/jeff-bezos")]
    [InlineData("/people/project-prometheus", Address)]
    [InlineData("/investors/project-prometheus", Address)]
    [InlineData("/companies/bessemer-venture-partners", "/investors/bessemer-venture-partners")]
    [InlineData("/companies/project-prometheus/", Address)]
    public async Task Redirects_from_where_a_party_is_not(string asked, string address)
    {
        var page = await site.GetAsync(asked);

        page.Status.Should().Be(HttpStatusCode.MovedPermanently);
        page.MovedTo.Should().Be(address);
    }

    [Fact]
    public async Task Redirects_from_a_former_slug()
    {
        await using var app = new TrackerApp { Seeded = true };
        using (var db = app.Database.NewContext())
        {
            db.FormerSlugs.Add(new FormerSlug { Kind = RecordKind.Party, Slug = "prometheus-once", RecordId = db.Parties.Single(p => p.Slug == "project-prometheus").Id });
            db.SaveChanges();
        }

        var page = await Page.GetAsync(app, "/companies/prometheus-once");

        page.Status.Should().Be(HttpStatusCode.MovedPermanently);
        page.MovedTo.Should().Be(Address);
    }

    [Theory]
    [InlineData("/companies/nobody")]
    [InlineData("/people/00000000-0000-0000-0000-000000000000")]
    [InlineData("/investors/%3Cscript%3E")]
    public async Task Answers_with_a_search_where_there_is_nobody(string path)
    {
        var page = await site.GetAsync(path);

        page.Status.Should().Be(HttpStatusCode.NotFound);
        page.Html.Should().Contain("role=\"search\"").And.NotContain("<script>");
    }
}
