using System.Text.Json.Nodes;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Pages;

/// <summary>What the seeds do not have: superseded and undated rounds, several placements, names that are markup.</summary>
public sealed class RichProfileTests
{
    [Fact]
    public async Task A_superseded_round_is_struck_and_counts_no_more()
    {
        await using var app = await AppWithAsync(
            """{ "record": "funding-round", "ref": "later", "set": { "company": "#robotics", "amount": "$25 m", "status": "announced", "announcedOn": "2026-06", "supersedes": "#round" }, "assertions": [{ "passage": { "exact": "Robots are many" } }] }""",
            """{ "record": "funding-round", "set": { "company": "#robotics", "amount": "$3 m", "stage": "seed" }, "assertions": [{ "passage": { "exact": "robots are few" } }] }""");

        var page = await Page.GetAsync(app, "/companies/example-robotics");

        page.Shown.Should().Contain("Capital, latest round $25 m").And.Contain("superseded by $25 m").And.Contain("Without a date, and so not in the timeline")
            .And.Contain("Seed round, $3 m");
        page.Html.Should().Contain("<tr class=\"superseded\">").And.Contain("<span class=\"struck\"><data value=\"20000000\"");
        (await Page.GetAsync(app, "/")).Shown.Should().Contain("no claim $25 m $3 m not closed 1 company");
    }

    [Fact]
    public async Task Claims_that_name_several_placements_stand_side_by_side()
    {
        await using var app = await AppWithAsync(Claim("control", "on-device"), Claim("training", "cloud"), Claim("training", "undisclosed"));

        var page = await Page.GetAsync(app, "/companies/example-robotics");

        page.Shown.Should().Contain("Runs on on-device 1 control single-source cloud 1 training single-source undisclosed 1 training single-source");
        (await Page.GetAsync(app, "/")).Shown.Should().Contain("on-device none raised $10 m not closed 1 company").And.Contain("cloud none raised $10 m not closed 1 company", "two placements share the round evenly, and undisclosed has none of it");
    }

    [Fact]
    public async Task Names_and_notes_are_text_and_never_markup()
    {
        const string evil = "<script>alert(1)</script>\\\"'&";
        await using var app = await AppWithAsync(
            $$"""{ "record": "party", "ref": "evil", "set": { "kind": "company", "name": "{{evil}}", "slug": "evil", "summary": "{{evil}}", "sectors": ["robotics"] }, "assertions": [{ "passage": { "exact": "Robots are many" }, "claimant": "{{evil}}", "note": "{{evil}}" }] }""",
            $$"""{ "record": "milestone", "set": { "party": "#evil", "kind": "pilot", "title": "{{evil}}", "on": "2026" }, "assertions": [{ "passage": { "exact": "robots are few" } }] }""");

        foreach (var path in new[] { "/companies/evil", "/companies", "/" })
        {
            var page = await Page.GetAsync(app, path);

            page.Html.Should().NotContain("<script>alert", path);
        }

        (await Page.GetAsync(app, "/companies/evil")).Text.Should().Contain("<script>alert(1)</script>\"'&");
    }

    [Fact]
    public async Task An_investor_shows_the_portfolio_and_who_is_beside()
    {
        await using var app = await AppWithAsync(
            Investor("alpha"), Investor("beta"),
            """{ "record": "party", "ref": "chips", "set": { "kind": "company", "name": "Chip Maker", "sellsCompute": ["accelerators"] }, "assertions": [{ "passage": { "exact": "Robots are many" } }] }""",
            """{ "record": "affiliation", "set": { "party": "#alpha", "kind": "shareholder", "organisation": "#chips" }, "assertions": [{ "passage": { "exact": "Robots are many" } }] }""",
            """{ "record": "funding-round", "set": { "company": "#robotics", "amount": "$9 m", "status": "closed", "participations": [{ "investor": "#alpha", "role": "lead" }, { "investor": "#beta" }] }, "assertions": [{ "passage": { "exact": "robots are few" } }] }""");

        var page = await Page.GetAsync(app, "/investors/alpha");

        page.TextOfPart("investments").Should().Contain("Example Robotics").And.Contain("$9 m").And.Contain("lead");
        page.TextOfPart("co-investors").Should().Contain("beta Example Robotics");
        page.TextOfPart("compute").Should().Contain("accelerators 1 by Chip Maker alpha: shareholder of Chip Maker");
        (await Page.GetAsync(app, "/investors")).Shown.Should().Contain("2 investors").And.Contain("alpha investment firm 1");
    }

    private static string Claim(string plane, string placement) =>
        $$"""{ "record": "claim", "set": { "company": "#robotics", "plane": "{{plane}}", "placement": "{{placement}}", "modality": "in-use" }, "assertions": [{ "passage": { "exact": "Robots are many" } }] }""";

    private static string Investor(string name) =>
        $$"""{ "record": "party", "ref": "{{name}}", "set": { "kind": "investment-firm", "name": "{{name}}" }, "assertions": [{ "passage": { "exact": "robots are few" } }] }""";

    private static async Task<TrackerApp> AppWithAsync(params string[] changes)
    {
        var app = new TrackerApp();
        using var pack = new Pack();
        foreach (var change in changes)
        {
            pack.Disclosure["changes"]!.AsArray().Add(JsonNode.Parse(change));
        }

        (await pack.ImportAsync(app.Database)).Problems.Should().BeEmpty();
        return app;
    }
}
