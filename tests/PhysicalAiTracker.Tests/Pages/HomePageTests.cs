using System.Net;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

public sealed class HomePageTests(SeededSite site) : IClassFixture<SeededSite>
{
    [Fact]
    public async Task Shows_what_is_known_of_where_each_company_runs()
    {
        var page = await site.GetAsync("/");

        page.Shown.Should().Contain("Company Training Simulation Planning Perception Control Tele\u00ADoperation Fleet learning Inference")
            .And.Contain("AMI Labs –no claim", "a company with capital and no claim has a row too");
        page.LinksTo("undisclosed").Should().Equal("/companies/project-prometheus#claims");
        page.Text.Should().Contain("Evidence for placement, Project Prometheus, inference").And.Contain("One main question still lacks a public answer from Prometheus");
    }

    [Fact]
    public async Task Sums_capital_by_placement_and_keeps_what_is_not_raised_apart()
    {
        var page = await site.GetAsync("/");

        page.Shown.Should().Contain("undisclosed none raised $10 bn not closed 1 company").And.Contain("no claim $2.3 bn 3 companies").And.Contain("on-device no round");
    }

    [Fact]
    public async Task Lists_the_open_questions_and_the_newest_disclosures()
    {
        var page = await site.GetAsync("/");

        page.Shown.Should().Contain("Do Project Prometheus's models run on edge hardware").And.Contain("no reply")
            .And.Contain("Project Prometheus and its field, as type0.ai tells it about April 2026");
    }

    [Fact]
    public async Task Says_so_where_nothing_is_known()
    {
        await using var app = new TrackerApp();

        var page = await Page.GetAsync(app, "/");

        page.Status.Should().Be(HttpStatusCode.OK);
        page.Shown.Should().Contain("Nothing is on record yet").And.Contain("No company is on record yet").And.Contain("No question is open").And.Contain("Nothing has been disclosed yet");
    }

    [Fact]
    public async Task Has_a_row_for_each_of_forty_companies()
    {
        await using var app = new TrackerApp();
        using var pack = new Pack();
        var changes = pack.Disclosure["changes"]!.AsArray();
        for (var number = 1; number <= 40; number++)
        {
            changes.Add(JsonNode.Parse($$"""
                { "record": "claim", "set": { "company": "#c{{number}}", "plane": "control", "placement": "{{(number % 2 == 0 ? "cloud" : "on-device")}}", "modality": "planned" },
                  "assertions": [{ "passage": { "exact": "Robots are many" } }] }
                """));
            changes.Add(JsonNode.Parse($$"""
                { "record": "party", "ref": "c{{number}}", "set": { "kind": "company", "name": "Robot Maker {{number}}" }, "assertions": [{ "passage": { "exact": "robots are few" } }] }
                """));
        }

        (await pack.ImportAsync(app.Database)).Problems.Should().BeEmpty();

        var page = await Page.GetAsync(app, "/");

        page.LinksTo("cloud").Should().HaveCount(20);
        page.LinksTo("on-device").Should().HaveCount(20);
        page.Shown.Should().Contain("Robot Maker 40").And.Contain("planned");
    }
}
