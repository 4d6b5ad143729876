using System.Net;
using System.Net.Http.Json;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

public sealed class FormerSlugTests
{
    [Theory, EachDatabase]
    public async Task A_former_slug_leads_to_the_current_one_for_ever(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var company = await RestAnswer.OfAsync(await ana.GetAsync("/api/v1/companies/ami-labs"));
        var rename = Analyst.Document(Analyst.Json($$"""
            { 'record': 'party', 'id': 'ami-labs', 'version': {{company.Body["version"]}}, 'reason': 'we-corrected', 'set': { 'slug': 'ami' } }
            """));
        using var body = JsonContent.Create(rename);
        (await PublishTests.PostAsync(ana, body)).Status.Should().Be(HttpStatusCode.Created);

        var answer = await ana.GetAsync("/api/v1/companies/ami-labs?fields=name");

        answer.StatusCode.Should().Be(HttpStatusCode.MovedPermanently);
        answer.Headers.Location!.ToString().Should().Be("/api/v1/companies/ami?fields=name");
        (await ana.GetAsync("/api/v1/companies/ami-labs.atom")).Headers.Location!.ToString().Should().Be("/api/v1/companies/ami.atom");
        (await ana.GetAsync("/api/v1/people/ami-labs")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await RestAnswer.OfAsync(await ana.GetAsync("/api/v1/funding-rounds?company=ami-labs"))).Items.Should().ContainSingle("filters know former slugs");
    }
}
