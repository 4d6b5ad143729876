using System.Net;
using System.Text.Json;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>Pages of claims, deals and questions, the search, and what all pages of records share.</summary>
public sealed class RecordPagesTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task Claims_narrow_to_a_plane_and_placement_of_one_claim()
    {
        (await site.GetAsync("/claims?plane=inference&placement=undisclosed")).Shown.Should().Contain("1 claim ").And.Contain("Project Prometheus");
        (await site.GetAsync("/claims?plane=control&placement=undisclosed")).Shown.Should().Contain("No claim matches these filters");
    }

    [Fact]
    public async Task An_undisclosed_placement_is_told_from_no_claim()
    {
        var page = await site.App.GetFirstOfAsync("/claims?placement=undisclosed");

        page.Shown.Should().Contain("Project Prometheus: inference, undisclosed").And.Contain("That is a finding, and differs from no claim at all");
    }

    [Fact]
    public async Task The_list_of_rounds_tells_how_many_of_its_entries_count_as_no_round()
    {
        (await site.GetAsync("/funding-rounds?company=physical-intelligence")).Shown.Should().Contain("1 round ").And.MatchRegex("Backings whose round no source states, [0-9]+ on record");
    }

    [Fact]
    public async Task A_deal_tells_both_sides_how_far_it_is_and_who_says_so()
    {
        var page = await site.App.GetFirstOfAsync("/deals");

        page.Shown.Should().Contain("Project Prometheus and General Agents: acquisition").And.Contain("completed").And.Contain("it bought General Agents");
    }

    [Fact]
    public async Task A_question_tells_what_would_settle_it_what_to_watch_who_was_asked_and_its_age()
    {
        await using var app = new TrackerApp { Seeded = true, Clock = new TestClock(DateTimeOffset.UtcNow.AddDays(12)) };

        var page = await Page.GetAsync(app, "/questions");

        page.Shown.Should().Contain("2 questions").And.Contain("An infrastructure disclosure in a regulatory filing").And.Contain("Earnings call: ")
            .And.Contain("no reply").And.Contain("12 days ago");
    }

    [Theory]
    [InlineData("questions")]
    [InlineData("sources")]
    public async Task What_is_asked_for_by_id_has_one_address(string collection)
    {
        using var client = site.App.CreateClient();
        using var json = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/{collection}?fields=id,slug"));
        var item = json.RootElement.GetProperty("items")[0];

        var page = await site.GetAsync($"/{collection}/{item.GetProperty("id")}");

        page.Status.Should().Be(HttpStatusCode.MovedPermanently);
        page.MovedTo.Should().Be($"/{collection}/{item.GetProperty("slug")}");
    }

    [Fact]
    public async Task Who_is_called_so_is_found_before_texts_whose_title_begins_so()
    {
        var shown = (await site.GetAsync("/search?q=bezos")).Shown;

        shown.IndexOf("Jeff Bezos person", StringComparison.Ordinal).Should().BePositive().And.BeLessThan(shown.IndexOf("Bezos Built AWS", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_analysts_are_led_to_the_form()
    {
        await using var app = new TrackerApp { Seeded = true };
        var claim = (await Page.GetAsync(app, "/claims")).FirstLink("/claims/[0-9a-f-]{36}");
        using var analyst = await Visitor.SignedInAsync(app);

        (await Page.GetAsync(app, claim)).Html.Should().NotContain("/disclosures/new");
        (await analyst.Client.GetStringAsync(claim)).Should().Contain($"/disclosures/new?record=claim&amp;id={claim.Split('/')[^1]}");
    }

    [Theory]
    [InlineData("prometheus", "Project Prometheus company")]
    [InlineData("bezos", "Jeff Bezos person")]
    [InlineData("bessemer", "investment firm")]
    [InlineData("bezos&kind=source", "Found 1")]
    [InlineData("zzz", "Nothing has “zzz”")]
    public async Task A_search_finds_whoever_has_the_name_and_all_that_has_the_words(string words, string found) =>
        (await site.GetAsync($"/search?q={words}")).Shown.Should().Contain(found);

    [Theory]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/sources?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/funding-rounds?company=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task What_is_asked_is_text_and_never_markup(string path)
    {
        var page = await site.GetAsync(path);

        page.Html.Should().NotContain("<script>alert").And.Contain("alert(1)");
    }
}
