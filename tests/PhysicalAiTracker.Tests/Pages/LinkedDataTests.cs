using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>Profiles say in the words of schema.org who somebody is, and how well the claims are borne out.</summary>
[Collection(FullApi.Name)]
public sealed partial class LinkedDataTests(FullApi api)
{
    [Theory, EachDatabase]
    public async Task A_company_is_an_organisation_with_reviews_of_its_claims(DatabaseProvider provider)
    {
        var graph = await GraphAsync(provider, "/companies/physical-intelligence");
        var claims = (await api.GetAsync(provider, "claims?company=physical-intelligence&limit=200")).Items;

        var company = graph.Single(item => (string)item["@type"]! == "Organization");
        company["name"]!.ToString().Should().Be("Physical Intelligence");
        company["@id"]!.ToString().Should().Be("http://localhost/companies/physical-intelligence");
        company["knowsAbout"]!.AsArray().Should().NotBeEmpty();
        var reviews = graph.Where(item => (string)item["@type"]! == "ClaimReview").ToList();
        reviews.Select(review => review["url"]!.ToString()).Should().BeEquivalentTo(claims.Select(claim => $"http://localhost{claim["page"]}"));
        foreach (var review in reviews)
        {
            var rating = review["reviewRating"]!;
            ((int)rating["ratingValue"]!).Should().BeInRange((int)rating["worstRating"]!, (int)rating["bestRating"]!);
            var claim = claims.Single(claim => review["url"]!.ToString().EndsWith((string)claim["page"]!, StringComparison.Ordinal));
            rating["alternateName"]!.ToString().Replace(' ', '-').Should().BeEquivalentTo((string)claim["grade"]!);
            review["itemReviewed"]!["appearance"]!.AsArray().Should().NotBeEmpty();
        }
    }

    [Theory]
    [InlineData("/people/jeff-bezos", "Person")]
    [InlineData("/companies/project-prometheus", "Organization")]
    public async Task Each_profile_says_what_it_is_about(string path, string type)
    {
        (await GraphAsync(DatabaseProvider.Sqlite, path))[0]["@type"]!.ToString().Should().Be(type);
    }

    [Fact]
    public async Task No_text_ends_the_element()
    {
        await using var app = new TrackerApp();
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var commands = scope.ServiceProvider.GetRequiredService<Core.Disclosures.DisclosureCommands>();
            var document = Insights.World.Document("Made up", "2026-04", [Insights.World.Company("</script><script>alert(1)</script> & <!--")]);
            (await commands.PublishAsync(document, new Core.Disclosures.Submitter("ana", null, Imported: false), null, CancellationToken.None)).Problems.Should().BeEmpty();
        }

        var slug = (string)(await RestAnswer.OfAsync(await app.CreateClient().GetAsync("/api/v1/companies"))).Items.Single()["slug"]!;
        var html = (await Page.GetAsync(app, $"/companies/{slug}")).Html;

        html.Should().NotContain("<script>alert");
        JsonNode.Parse(Block().Match(html).Groups["json"].Value)!["@graph"]![0]!["name"]!.ToString().Should().StartWith("</script>");
    }

    private async Task<IReadOnlyList<JsonObject>> GraphAsync(DatabaseProvider provider, string path)
    {
        var page = await Page.GetAsync(api.App(provider), path);
        var json = JsonNode.Parse(Block().Match(page.Html).Groups["json"].Value)!;
        json["@context"]!.ToString().Should().Be("https://schema.org");
        return [.. json["@graph"]!.AsArray().Select(item => item!.AsObject())];
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<json>.*?)</script>")]
    private static partial Regex Block();
}
