using System.Net;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>What the filters of the other lists find in the seeds, on either database.</summary>
[Collection(SeededApi.Name)]
public sealed class FilterTests(SeededApi api)
{
    [Theory]
    [InlineData("companies?sector=robotics", "slug", "physical-intelligence")]
    [InlineData("companies?sector=robotics,spatial-intelligence", "slug", "physical-intelligence", "world-labs")]
    [InlineData("companies?country=CH", "slug", "project-prometheus")]
    [InlineData("companies?sellsCompute=cloud&q=am", "slug", "amazon", "amazon-web-services")]
    [InlineData("companies?q=aws", "slug", "amazon-web-services")]
    [InlineData("companies?placement=undisclosed", "slug", "project-prometheus")]
    [InlineData("companies?placement=undisclosed&plane=training", "slug")]
    [InlineData("companies?investor=jeff-bezos", "slug", "periodic-labs", "physical-intelligence")]
    [InlineData("companies?has=question", "slug", "project-prometheus")]
    [InlineData("companies?has=claim&missing=website", "slug", "project-prometheus")]
    [InlineData("companies?has!=funding-round,claim,question&sellsCompute=cloud&sellsCompute!=accelerators", "slug", "amazon", "amazon-web-services", "google", "microsoft")]
    [InlineData("companies?has=funding-round&investor!=jeff-bezos", "slug", "ami-labs", "project-prometheus", "world-labs")]
    [InlineData("sources?kind=article&reliability=C&missing=author", "slug", "type0-bezos-prometheus")]
    [InlineData("sources?kind=article&reliability=C&publisher!=type0.ai", "slug")]
    [InlineData("people?q=lecun", "slug", "yann-lecun")]
    [InlineData("investors?kind=person", "slug", "jeff-bezos")]
    [InlineData("investors?kind=investment-firm", "slug")]
    [InlineData("investors?company=periodic-labs", "slug", "jeff-bezos")]
    [InlineData("deals?party=general-agents&kind=acquisition", "closedOn", "2025")]
    [InlineData("deals?target=project-prometheus", "closedOn")]
    [InlineData("deals?datedFrom=2025-12&datedTo=2026", "closedOn", "2025")]
    [InlineData("deals?priceUsdMin=0", "closedOn")]
    [InlineData("affiliations?party=jeff-bezos&kind=co-founder", "from", "2025-11")]
    [InlineData("affiliations?organisation=openai", "kind", "hired-from")]
    [InlineData("affiliations?either=amazon", "kind", "founder", "parent-of")]
    [InlineData("claims?company=project-prometheus", "placement", "undisclosed")]
    [InlineData("claims?plane=control", "placement", "on-site")]
    [InlineData("claims?modality=in-use&placement=cloud", "plane", "inference")]
    [InlineData("claims?host=amazon-web-services", "plane")]
    [InlineData("observations?party=project-prometheus", "metric", "headcount")]
    [InlineData("observations?metric=market-size", "subject", "Manufacturing, worldwide", "Software")]
    [InlineData("observations?asOfFrom=2026-04-30&asOfTo=2026-05&metric=spend", "metric", "spend")]
    [InlineData("observations?asOfTo=2026-03", "metric")]
    [InlineData("milestones?party=physical-intelligence&onFrom=2026-04-15", "kind", "model-release")]
    [InlineData("questions?status=open&plane=inference", "slug", "prometheus-edge-or-cloud")]
    [InlineData("questions?status=resolved", "slug")]
    [InlineData("sources?kind=article&reliability=C", "slug", "type0-bezos-prometheus")]
    [InlineData("sources?publisher=Observer", "slug", "observer-project-prometheus")]
    [InlineData("sources?publishedFrom=2026-04-15&publishedTo=2026-04-20", "slug", "type0-bezos-prometheus")]
    [InlineData("sources?publishedFrom=2026-05", "slug")]
    [InlineData("sources?q=bezos", "slug", "type0-bezos-prometheus")]
    [InlineData("disclosures?source=type0-bezos-prometheus", "by", "import")]
    [InlineData("disclosures?source=observer-project-prometheus", "by")]
    public async Task A_filter_finds_what_fits_and_nothing_else(string path, string member, params string[] expected)
    {
        foreach (var provider in Enum.GetValues<DatabaseProvider>())
        {
            var list = await api.GetAsync(provider, path);

            list.Status.Should().Be(HttpStatusCode.OK, list.Text);
            list.Items.Select(item => (string?)item[member]).Should().BeEquivalentTo(expected, $"of {provider}");
            ((int)list.Body["total"]!).Should().Be(expected.Length);
        }
    }
}
