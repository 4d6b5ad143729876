using System.Net;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class CompanyListTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Theory]
    [InlineData("placement=undisclosed", "Project Prometheus")]
    [InlineData("plane=inference&placement=undisclosed", "Project Prometheus")]
    [InlineData("sector=spatial-intelligence", "World Labs")]
    [InlineData("country=CH", "Project Prometheus")]
    [InlineData("q=aws", "Amazon Web Services")]
    [InlineData("q=prometheus", "Project Prometheus")]
    [InlineData("investor=jeff-bezos", "Periodic Labs", "Physical Intelligence")]
    [InlineData("has=claim,question", "Project Prometheus")]
    [InlineData("sellsCompute=cloud&sort=-name", "Microsoft", "Google", "Amazon Web Services", "Amazon")]
    public async Task Finds_what_the_address_asks_for(string query, params string[] names)
    {
        var page = await site.GetAsync("/companies?" + query);

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Shown.Should().Contain(names.Length == 1 ? "1 company" : $"{names.Length} companies");
        Rows(page).Should().Equal(names);
    }

    [Fact]
    public async Task Pages_through_all_companies_once()
    {
        var seen = new List<string>();
        for (var path = "/companies?limit=4"; path is not null;)
        {
            var page = await site.GetAsync(path);
            seen.AddRange(Rows(page));
            path = page.LinksTo("Next page").SingleOrDefault();
        }

        seen.Should().HaveCount(15).And.OnlyHaveUniqueItems().And.StartWith("Amazon").And.EndWith("World Labs");
    }

    [Fact]
    public async Task Keeps_the_filters_in_form_and_chips_and_takes_each_away()
    {
        var page = await site.GetAsync("/companies?placement=undisclosed&placement=cloud&sort=-updated");

        page.Html.Should().Contain("value=\"undisclosed\" checked").And.Contain("name=\"sort\" value=\"-updated\"").And.Contain("aria-sort=\"descending\"");
        page.LinksTo("Placement: cloud").Should().Equal("/companies?sort=-updated&placement=undisclosed");
        page.LinksTo("Clear all").Should().Equal("/companies?sort=-updated");
        page.LinksTo("JSON").Should().Equal("/api/v1/companies?placement=undisclosed,cloud&sort=-updated");
    }

    [Fact]
    public async Task Says_what_is_left_out_and_keeps_it_when_the_form_is_sent()
    {
        var page = await site.GetAsync("/companies?placement!=undisclosed,cloud&missing=website&has=claim");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.LinksTo("Placement: not cloud").Should().Equal("/companies?missing=website&has=claim&placement!=undisclosed");
        page.LinksTo("Not on record: website").Should().Equal("/companies?placement!=undisclosed,cloud&has=claim");
        page.LinksTo("JSON").Should().Equal("/api/v1/companies?placement!=undisclosed,cloud&missing=website&has=claim");
        page.Html.Should().Contain("<input type=\"hidden\" name=\"placement!\" value=\"undisclosed,cloud\">").And.Contain("value=\"website\" checked");
    }

    [Theory]
    [InlineData("q!=aws", "“q!” is no parameter of this list")]
    [InlineData("placement!=nowhere", "“nowhere” is none of the values of placement")]
    [InlineData("missing=shoes", "“shoes” is none of the values of missing")]
    [InlineData("placement=nowhere", "“nowhere” is none of the values of placement")]
    [InlineData("plcement=cloud", "“plcement” is no parameter of this list")]
    [InlineData("sort=size", "“size” is no order of this list")]
    [InlineData("limit=0", "“0” is no whole number from 1 to 200")]
    [InlineData("cursor=abc", "is no cursor of this query")]
    [InlineData("investor=nobody", "no party has the slug or id “nobody”")]
    public async Task Says_what_it_cannot_use_and_what_could_stand_there(string query, string message)
    {
        var page = await site.GetAsync("/companies?" + query);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Shown.Should().Contain("This list cannot be shown as asked").And.Contain(message).And.Contain("Show all companies");
        Rows(page).Should().BeEmpty();
    }

    [Fact]
    public async Task Shows_what_was_typed_as_text()
    {
        var page = await site.GetAsync("/companies?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&%3Cb%3E=1&investor=%3Cimg%20src=x%3E");

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Html.Should().NotContain("<script>alert").And.NotContain("<img").And.NotContain("<b>=").And.Contain("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"");
    }

    [Fact]
    public async Task Says_so_where_nothing_matches()
    {
        var page = await site.GetAsync("/companies?placement=hybrid");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Shown.Should().Contain("No company matches these filters.");
    }

    [Fact]
    public async Task Lists_who_invested_and_who_is_a_person()
    {
        (await site.GetAsync("/investors")).Shown.Should().Contain("1 investor").And.Contain("Jeff Bezos person 2");
        (await site.GetAsync("/people")).Shown.Should().Contain("3 people").And.Contain("Fei-Fei Li");
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/companies")]
    [InlineData("/companies/project-prometheus")]
    [InlineData("/people/jeff-bezos")]
    public async Task Carries_no_style_and_no_script_of_its_own(string path)
    {
        var page = await site.GetAsync(path);

        page.Html.Should().NotContain(" style=").And.NotContain("<style").And.NotContain(" onclick=").And.NotContain("<script>");
    }

    private static IEnumerable<string> Rows(Page page) =>
        System.Text.RegularExpressions.Regex.Matches(page.Html, "<th scope=\"row\"><a href=\"/companies/[^\"]+\">([^<]+)</a>").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));
}
