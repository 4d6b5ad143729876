using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Disclosures;

/// <summary>An analyst's work from end to end, without scripts, on both databases.</summary>
public sealed class FormJourneyTests
{
    [Theory, EachDatabase]
    public async Task A_round_that_supersedes_another_is_entered_previewed_and_published(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);

        var form = await Drafting.StartAsync(ana);
        form = await form.PressAsync("add:funding-round");
        form["/changes/0/set/company"] = "Project Prometheus";
        form["/changes/0/set/amount"] = "12 bn";
        form["/changes/0/set/valuation"] = "$41 bn";
        form["/changes/0/set/status"] = "announced";
        form["/changes/0/set/supersedes"] = Drafting.RoundOffered(form, "$10 bn");
        form["/changes/0/assertions/0/passage/exact"] = "announced a round of $12 billion that values it at $41 billion";
        form = await form.PressAsync("preview");

        form.Complaints.Should().BeEmpty();
        form.Text.Should().Contain("As the profile of Project Prometheus will show it").And.Contain("superseded by $12 bn")
            .And.Contain("no currency was typed, USD is taken").And.Contain("stands once in the text");
        (await ana.Client.GetStringAsync("/api/v1/funding-rounds?company=project-prometheus")).Should().NotContain("12000000000", "a preview writes nothing");

        var published = await form.PressAsync("publish");

        published.Path.Should().MatchRegex("^/disclosures/[0-9a-f-]{36}$");
        published.Text.Should().Contain("It is published.").And.Contain("created").And.Contain("Project Prometheus: $12 bn round");
        var rounds = (await ana.Client.GetFromJsonAsync<JsonObject>("/api/v1/funding-rounds?company=project-prometheus"))!["items"]!.AsArray();
        rounds.Should().HaveCount(2);
        rounds.Single(r => r!["amount"]!["value"]!.GetValue<decimal>() == 12_000_000_000)!["supersedes"]!.ToJsonString().Should().Contain("10000000000");
        using var reader = new Visitor(app);
        (await FormPage.OpenAsync(reader, "/companies/project-prometheus")).Text.Should().Contain("superseded by").And.Contain("$12 bn");
        (await FormPage.OpenAsync(reader, published.Path)).Text.Should().Contain("Entered by").And.Contain("ana");
        (await FormPage.OpenAsync(reader, "/disclosures")).Text.Should().Contain("Prometheus raises again");
    }

    [Theory, EachDatabase]
    public async Task An_edit_that_was_overtaken_shows_both_and_keeps_what_was_typed(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var mine = await Drafting.EditAsync(ana, "project-prometheus");
        var theirs = await Drafting.EditAsync(ana, "project-prometheus", "Another text about Project Prometheus.");
        theirs["/changes/0/set/website"] = "https://theirs.example/";
        theirs["/changes/0/set/summary"] = "Their words.";
        (await theirs.PressAsync("publish")).Text.Should().Contain("It is published.");

        mine["/changes/0/set/website"] = "https://mine.example/";
        mine["/changes/0/set/slug"] = "prometheus-project";
        var conflict = await mine.PressAsync("publish");

        conflict.Complaints.Should().ContainSingle(c => c.Href == "#/changes/0" && c.Text.Contains("version 2 is current", StringComparison.Ordinal));
        conflict.Text.Should().Contain("Changed meanwhile.").And.Contain("https://theirs.example/");
        conflict["/changes/0/set/website"].Should().Be("https://mine.example/");
        conflict["take:/changes/0/set/website"].Should().Be("yours");
        conflict["take:/changes/0/set/summary"].Should().Be("current", "nobody here changed it");

        var rebased = await conflict.PressAsync("rebase:/changes/0");

        rebased["/changes/0/version"].Should().Be("2");
        rebased["/changes/0/set/summary"].Should().Be("Their words.");
        rebased["/changes/0/set/website"].Should().Be("https://mine.example/");
        (await rebased.PressAsync("publish")).Text.Should().Contain("made version 3");
        using var reader = new Visitor(app);
        (await reader.GetAsync("/companies/project-prometheus")).Headers.Location!.OriginalString.Should().Be("/companies/prometheus-project");
    }

    [Theory, EachDatabase]
    public async Task A_new_company_with_everything_around_it_is_one_disclosure(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await Drafting.StartAsync(ana, "Acme makes arms. Its arms plan on a computer in each cell, as the Wire reports. About 40 people work there in Berlin and Zurich.");
        form = await (await (await form.PressAsync("add:party")).PressAsync("add:claim")).PressAsync("add:observation");
        form = await (await form.PressAsync("row:/changes/0/set/places")).PressAsync("row:/changes/0/set/places");
        form = await form.PressAsync("origin");
        form["/changes/0/set/name"] = "Acme";
        form["/changes/0/set/kind"] = "company";
        form["/changes/0/set/places/1/place"] = "Berlin";
        form["/changes/0/set/places/1/country"] = "DE";
        form["/changes/0/set/sectors"] = "robotics\r\nphysical-ai\r\n";
        form.Tick("/changes/0/set/sellsCompute/-", "edge-silicon");
        form["/changes/0/assertions/0/passage/exact"] = "Acme makes arms";
        form["/changes/1/set/company"] = "Acme";
        form["/changes/1/set/plane"] = "planning";
        form["/changes/1/set/placement"] = "on-site";
        form["/changes/1/set/modality"] = "in-use";
        form["/changes/1/assertions/0/passage/exact"] = "plan on a computer in each cell";
        form["/changes/1/assertions/0/origin"] = "the-wire-arms";
        form["/changes/1/assertions/0/modality"] = "hedged";
        form["/changes/1/assertions/0/claimant"] = "Acme";
        form["/changes/2/set/party"] = "acme";
        form["/changes/2/set/metric"] = "headcount";
        form["/changes/2/set/quantity"] = "about 40";
        form["/changes/2/set/asOf"] = "2026-06~";
        form["/changes/2/assertions/0/passage/exact"] = "About 40 people work there";
        form["/origins/0/title"] = "Arms";
        form["/origins/0/publisher"] = "The Wire";
        var preview = await form.PressAsync("preview");

        preview.Complaints.Should().BeEmpty();
        preview.Names.Should().NotContain("/changes/0/set/places/1/place", "the blank row is gone");
        preview.Text.Should().Contain("no unit was typed, people is taken");
        (await preview.PressAsync("publish")).Text.Should().Contain("It is published.");
        var acme = await ana.Client.GetStringAsync("/api/v1/companies/acme?include=assertions");
        acme.Should().Contain("Berlin").And.Contain("edge-silicon").And.Contain("physical-ai");
        (await ana.Client.GetStringAsync("/api/v1/claims?company=acme&include=assertions")).Should().Contain("the-wire-arms").And.Contain("hedged");
        (await ana.GetAsync("/sources/the-wire-arms")).StatusCode.Should().Be(HttpStatusCode.OK);
    }
}
