using System.Net;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

[Collection(SeededApi.Name)]
public sealed class SearchApiTests(SeededApi api)
{
    [Theory, EachDatabase]
    public async Task What_is_found_answers_at_its_url_and_its_page(DatabaseProvider provider)
    {
        var found = await api.GetAsync(provider, "search?q=prometheus&limit=100");

        found.Status.Should().Be(HttpStatusCode.OK, found.Text);
        ((string?)found.Items[0]["url"]).Should().Be("/api/v1/companies/project-prometheus");
        ((int)found.Body["total"]!).Should().Be(found.Items.Count);
        ((bool)found.Body["totalIsExact"]!).Should().BeTrue();
        foreach (var item in found.Items)
        {
            var answer = await RestAnswer.OfAsync(await api.Client(provider).GetAsync((string)item["url"]!));
            answer.Status.Should().Be(HttpStatusCode.OK);
            ((string?)answer.Body["id"]).Should().Be((string?)item["id"]);
            if ((string?)item["page"] is { } page)
            {
                (await api.Client(provider).GetAsync(page)).StatusCode.Should().Be(HttpStatusCode.OK, page);
            }
        }
    }

    [Theory]
    [InlineData("search", "q")]
    [InlineData("search?q=", "q")]
    [InlineData("search?q=a&colour=red", "colour")]
    [InlineData("search?q=a&limit=101", "limit")]
    [InlineData("search?q=a&kind=robot", "kind")]
    [InlineData("search?q=a+b+c+d+e+f+g+h+i+j+k+l+m", "q")]
    [InlineData("companies?q=a+b+c+d+e+f+g+h+i+j+k+l+m", "q")]
    [InlineData("sources?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "q")]
    public async Task What_cannot_be_used_is_named(string path, string parameter)
    {
        var answer = await api.GetAsync(path);

        answer.Status.Should().Be(HttpStatusCode.BadRequest);
        answer.Refused.Should().Equal(parameter);
    }

    [Theory]
    [InlineData("/search?q=robot&kind=bogus", "kind: “bogus” is none of the values of kind")]
    [InlineData("/search?q=robot&colour=red", "colour: “colour” is no parameter here")]
    [InlineData("/search?q=a+b+c+d+e+f+g+h+i+j+k+l+m", "q: has 13 words; 12 are the most")]
    public async Task A_page_says_what_it_cannot_use(string path, string told)
    {
        var page = await Page.GetAsync(api.App(), path);

        page.Status.Should().Be(HttpStatusCode.BadRequest);
        page.Text.Should().Contain(told);
    }

    [Fact]
    public async Task A_page_leads_to_the_same_for_programs()
    {
        var page = await Page.GetAsync(api.App(), "/search?q=prometheus&kind=company&kind=funding-round");

        var path = page.LinksTo("JSON").Should().ContainSingle().Subject;
        var answer = await RestAnswer.OfAsync(await api.Client().GetAsync(path.Replace("&amp;", "&", StringComparison.Ordinal)));
        answer.Items.Select(item => item["kind"]!.ToString()).Distinct().Should().BeEquivalentTo("company", "funding-round");
        page.Text.Should().Contain($"Found {answer.Body["total"]}");
    }

    [Fact]
    public async Task A_wrong_kind_is_told_the_right_ones() => (await api.GetAsync("search?q=a&kind=robot")).Allowed("kind").Should().Equal(SearchKinds.All);

    [Theory, EachDatabase]
    public async Task An_earlier_day_has_its_own_words(DatabaseProvider provider)
    {
        (await api.GetAsync(provider, "search?q=prometheus&asOf=2020-01-01")).Items.Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task The_page_marks_the_words(DatabaseProvider provider)
    {
        var page = await (await api.Client(provider).GetAsync("/search?q=promet&kind=company")).Content.ReadAsStringAsync();

        page.Should().Contain("<a href=\"/companies/project-prometheus\" dir=\"auto\">Project <mark>Prometheus</mark></a>");
    }
}
