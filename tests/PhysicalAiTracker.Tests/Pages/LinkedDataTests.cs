using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Insights.Grades;
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
            ((int)rating["worstRating"]!).Should().Be(1, "a reader of ClaimReview takes nothing less");
            ((int)rating["bestRating"]!).Should().Be(Enum.GetValues<Grade>().Length);
            var claim = claims.Single(claim => review["url"]!.ToString().EndsWith((string)claim["page"]!, StringComparison.Ordinal));
            var grade = (string)claim["grade"]!;
            rating["alternateName"]!.ToString().Replace(' ', '-').Should().BeEquivalentTo(grade);
            ((int)rating["ratingValue"]!).Should().Be((int)Enum.Parse<Grade>(grade.Replace("-", ""), ignoreCase: true) + 1);
            review["itemReviewed"]!["appearance"]!.AsArray().Should().NotBeEmpty();
        }
    }

    [Theory, EachDatabase]
    public async Task The_page_of_a_claim_has_the_review_that_the_profile_has(DatabaseProvider provider)
    {
        var reviews = (await GraphAsync(provider, "/companies/physical-intelligence")).Where(item => (string)item["@type"]! == "ClaimReview").ToList();

        foreach (var review in reviews.Take(2))
        {
            (await GraphAsync(provider, new Uri((string)review["url"]!).AbsolutePath)).Should().ContainSingle().Which.ToJsonString().Should().Be(review.ToJsonString());
        }
    }

    [Fact]
    public async Task A_review_names_who_affirms_the_claim_and_where()
    {
        await using var app = await AppWithAsync();
        var claim = (await GraphAsync(app, "/companies/acme")).Single(item => (string)item["@type"]! == "ClaimReview");

        var authors = claim["itemReviewed"]!["author"]!.AsArray().Select(author => author!.ToJsonString());

        authors.Should().BeEquivalentTo(
            """{"@type":"Organization","@id":"http://localhost/companies/acme","name":"Acme"}""",
            """{"@type":"Person","@id":"http://localhost/people/ada","name":"Ada"}""",
            """{"name":"A bystander"}""",
            """{"@type":"Organization","name":"The Servo Review"}""");
        claim["itemReviewed"]!["appearance"]!.AsArray().Select(source => source!["name"]!.ToString()).Should().Equal("Affirmed");
    }

    [Fact]
    public async Task To_have_founded_a_company_is_not_to_work_there()
    {
        await using var app = await AppWithAsync();

        var ada = (await GraphAsync(app, "/people/ada"))[0];
        var acme = (await GraphAsync(app, "/companies/acme"))[0];

        ada["@reverse"]!["founder"]!.AsArray().Select(organisation => organisation!["@id"]!.ToString()).Should().Equal("http://localhost/companies/acme");
        ada["worksFor"]!.AsArray().Select(organisation => organisation!["@id"]!.ToString()).Should().Equal("http://localhost/companies/other");
        acme["founder"]!.AsArray().Select(person => person!["@id"]!.ToString()).Should().Equal("http://localhost/people/ada");
    }

    [Fact]
    public async Task What_is_unknown_is_left_out()
    {
        await using var app = await AppWithAsync();

        // Of Other nothing is known beside a place in no country, and a claim that one source without a publisher denies.
        var graph = await GraphAsync(app, "/companies/other");

        graph[0]["location"]!.ToJsonString().Should().Be("""[{"@type":"Place","name":"At sea"}]""");
        graph[1]["itemReviewed"]!.ToJsonString().Should().Be("""{"@type":"Claim"}""");
    }

    [Fact]
    public async Task A_claim_that_nobody_speaks_for_is_not_reviewed()
    {
        await using var app = await AppWithAsync();
        var claim = (string)(await RestAnswer.OfAsync(await app.CreateClient().GetAsync("/api/v1/claims?company=acme"))).Items.Single()["page"]!;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().Assertions.ExecuteDeleteAsync();
        }

        (await Page.GetAsync(app, claim)).Html.Should().Contain("</main>").And.NotContain("ld+json");
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

    /// <summary>Acme, which Ada founded while she works for Other; its claim has four voices in one source and is denied in another. Of Other next to nothing is known.</summary>
    private static async Task<TrackerApp> AppWithAsync()
    {
        var app = new TrackerApp();
        await app.PublishAsync("""
            { 'title': 'Affirmed',
              'source': { 'title': 'Affirmed', 'kind': 'article', 'publisher': 'The Servo Review', 'snapshot': { 'kind': 'full-text', 'text': 'It runs on the robot. So says Acme. So says Ada. So says a bystander.' } },
              'changes': [
                { 'record': 'party', 'ref': 'acme', 'set': { 'kind': 'company', 'name': 'Acme' }, 'assertions': [{ 'passage': { 'exact': 'It runs on the robot' } }] },
                { 'record': 'party', 'ref': 'other', 'set': { 'kind': 'company', 'name': 'Other', 'places': [{ 'place': 'At sea' }] }, 'assertions': [{ 'passage': { 'exact': 'It runs on the robot' } }] },
                { 'record': 'party', 'ref': 'ada', 'set': { 'kind': 'person', 'name': 'Ada' }, 'assertions': [{ 'passage': { 'exact': 'So says Ada' } }] },
                { 'record': 'affiliation', 'set': { 'party': '#ada', 'kind': 'co-founder', 'organisation': '#acme' }, 'assertions': [{ 'passage': { 'exact': 'So says Ada' } }] },
                { 'record': 'affiliation', 'set': { 'party': '#ada', 'kind': 'executive', 'organisation': '#other' }, 'assertions': [{ 'passage': { 'exact': 'So says Ada' } }] },
                { 'record': 'claim', 'set': { 'company': '#acme', 'plane': 'control', 'placement': 'on-device', 'modality': 'in-use' },
                  'assertions': [
                    { 'passage': { 'exact': 'It runs on the robot' } },
                    { 'claimant': '#acme', 'passage': { 'exact': 'So says Acme' } },
                    { 'claimant': '#ada', 'passage': { 'exact': 'So says Ada' } },
                    { 'claimant': 'A bystander', 'passage': { 'exact': 'So says a bystander' } }] },
                { 'record': 'claim', 'set': { 'company': '#other', 'plane': 'control', 'placement': 'cloud', 'modality': 'in-use' }, 'assertions': [{ 'passage': { 'exact': 'It runs on the robot' } }] }] }
            """);
        var claims = (await RestAnswer.OfAsync(await app.CreateClient().GetAsync("/api/v1/claims"))).Items;
        // A record enters with what affirms it: the one of Other keeps its denial alone.
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var denied = (Guid)claims.Single(claim => (string)claim["placement"]! == "cloud")["id"]!;
            await scope.ServiceProvider.GetRequiredService<TrackerDbContext>().Assertions.Where(said => said.RecordId == denied).ExecuteDeleteAsync();
        }

        await app.PublishAsync($"{{ 'title': 'Denied', 'source': {{ 'title': 'Denied', 'kind': 'article', 'snapshot': {{ 'kind': 'full-text', 'text': 'It does not.' }} }}, 'changes': [{string.Join(", ", claims.Select(claim =>
            $"{{ 'record': 'claim', 'id': '{claim["id"]}', 'version': 1, 'assertions': [{{ 'values': {{ 'placement': '{claim["placement"]}' }}, 'polarity': 'denies', 'passage': {{ 'exact': 'It does not' }} }}] }}"))}] }}");
        return app;
    }

    private Task<IReadOnlyList<JsonObject>> GraphAsync(DatabaseProvider provider, string path) => GraphAsync(api.App(provider), path);

    private static async Task<IReadOnlyList<JsonObject>> GraphAsync(TrackerApp app, string path)
    {
        var block = Block().Match((await Page.GetAsync(app, path)).Html).Groups["json"].Value;
        block.Should().NotContain(":null");
        var json = JsonNode.Parse(block)!;
        json["@context"]!.ToString().Should().Be("https://schema.org");
        return [.. json["@graph"]!.AsArray().Select(item => item!.AsObject())];
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(?<json>.*?)</script>")]
    private static partial Regex Block();
}
