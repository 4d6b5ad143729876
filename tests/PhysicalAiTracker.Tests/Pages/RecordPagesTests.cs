using System.Net;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>Pages of claims, deals and questions, and what all pages of records share.</summary>
public sealed class RecordPagesTests
{
    [Fact]
    public async Task Claims_narrow_to_a_plane_and_placement_of_one_claim()
    {
        await using var app = new TrackerApp { Seeded = true };

        (await app.ReadAsync("/claims?plane=inference&placement=undisclosed")).Should().Contain("1 claim ").And.Contain("Project Prometheus");
        (await app.ReadAsync("/claims?plane=control&placement=undisclosed")).Should().Contain("No claim matches these filters");
    }

    [Fact]
    public async Task An_undisclosed_placement_is_told_from_no_claim()
    {
        await using var app = new TrackerApp { Seeded = true };

        var text = await app.ReadAsync(await app.FirstLinkAsync("/claims?placement=undisclosed", "/claims/[0-9a-f-]{36}"));

        text.Should().Contain("Project Prometheus: inference, undisclosed").And.Contain("That is a finding, and differs from no claim at all");
    }

    [Fact]
    public async Task A_deal_tells_both_sides_and_that_no_price_is_known()
    {
        await using var app = new TrackerApp { Seeded = true };

        var text = await app.ReadAsync(await app.FirstLinkAsync("/deals", "/deals/[0-9a-f-]{36}"));

        text.Should().Contain("Project Prometheus and General Agents: acquisition").And.Contain("completed").And.Contain("it bought General Agents");
    }

    [Fact]
    public async Task A_question_tells_what_would_settle_it_what_to_watch_who_was_asked_and_its_age()
    {
        var clock = new TestClock(DateTimeOffset.UtcNow.AddDays(12));
        await using var app = new TrackerApp { Seeded = true, Clock = clock };

        var text = await app.ReadAsync("/questions");

        text.Should().Contain("2 questions").And.Contain("An infrastructure disclosure in a regulatory filing").And.Contain("Earnings call: ")
            .And.Contain("no reply").And.Contain("12 days ago");
    }

    [Fact]
    public async Task A_question_asked_for_by_id_has_one_address()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var visitor = new Visitor(app);
        var list = await visitor.Client.GetStringAsync("/api/v1/questions?fields=id,slug");
        using var json = System.Text.Json.JsonDocument.Parse(list);
        var question = json.RootElement.GetProperty("items")[0];

        using var answer = await visitor.GetAsync($"/questions/{question.GetProperty("id")}");

        answer.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.ToString().Should().Be($"/questions/{question.GetProperty("slug")}");
    }

    [Fact]
    public async Task Only_analysts_are_led_to_the_form()
    {
        await using var app = new TrackerApp { Seeded = true };
        var claim = await app.FirstLinkAsync("/claims", "/claims/[0-9a-f-]{36}");
        using var analyst = await Visitor.SignedInAsync(app, Roles.Analyst);

        (await app.ReadAsync(claim)).Should().NotContain("Edit");
        (await analyst.Client.GetStringAsync(claim)).Should().Contain($"/disclosures/new?record=claim&amp;id={claim.Split('/')[^1]}");
    }

    [Fact]
    public async Task A_search_finds_companies_people_and_sources()
    {
        await using var app = new TrackerApp { Seeded = true };

        (await app.ReadAsync("/search?q=prometheus")).Should().Contain("Companies 1").And.Contain("Project Prometheus");
        (await app.ReadAsync("/search?q=bezos")).Should().Contain("People 1").And.Contain("Sources 1");
        (await app.ReadAsync("/search?q=zzz")).Should().Contain("Nothing begins with “zzz”");
        (await app.ReadAsync("/search")).Should().NotContain("Nothing begins");
    }

    [Theory]
    [InlineData("/search?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/sources?q=%3Cscript%3Ealert(1)%3C/script%3E")]
    [InlineData("/funding-rounds?company=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")]
    public async Task What_is_asked_is_text_and_never_markup(string path)
    {
        await using var app = new TrackerApp();

        using var answer = await app.CreateClient().GetAsync(new Uri(path, UriKind.Relative));

        (await answer.Content.ReadAsStringAsync()).Should().NotContain("<script>alert").And.Contain("alert(1)");
    }
}
