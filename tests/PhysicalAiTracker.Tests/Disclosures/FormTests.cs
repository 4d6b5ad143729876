using System.Net;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Disclosures;

public sealed class FormTests
{
    [Fact]
    public async Task Each_problem_stands_at_its_field_and_nothing_typed_is_lost()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await (await Drafting.StartAsync(ana)).PressAsync("add:funding-round");
        form = await form.PressAsync("row:/changes/0/set/participations");
        form["/changes/0/set/company"] = "Nobody Inc";
        form["/changes/0/set/amount"] = "ten <b>bn</b>";
        form["/changes/0/set/participations/0/vehicle"] = "Bezos Expeditions";
        form["/changes/0/assertions/0/passage/exact"] = "round";
        form["/changes/0/assertions/0/note"] = "\n  kept as typed";

        var answer = await form.PressAsync("publish");

        answer.Complaints.Select(c => c.Href).Should().Contain(
            ["#/changes/0/set/company", "#/changes/0/set/amount", "#/changes/0/set/participations/0/investor", "#/changes/0/assertions/0/passage/exact"]);
        answer.Complaints.Should().Contain(c => c.Text.StartsWith("1. Funding round, evidence 1, quote: ", StringComparison.Ordinal) && c.Text.Contains("4 times", StringComparison.Ordinal));
        foreach (var (href, _) in answer.Complaints)
        {
            answer.Html.Should().Contain($"id=\"{href[1..]}\"", "each line of the summary leads to a place on the page");
        }

        answer["/changes/0/set/amount"].Should().Be("ten <b>bn</b>");
        answer["/changes/0/set/participations/0/vehicle"].Should().Be("Bezos Expeditions");
        answer["/changes/0/assertions/0/note"].Should().Be("\n  kept as typed");
        answer.Html.Should().NotContain("<b>bn</b>").And.Contain("<details open", "the words around an ambiguous quote are asked for");
        (await FormPage.OpenAsync(ana, answer.Path.Split('?')[0]))["/changes/0/set/company"].Should().Be("Nobody Inc", "the draft was saved");
    }

    [Fact]
    public async Task A_problem_without_an_input_of_its_own_goes_to_the_nearest_one()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var form = await (await Drafting.StartAsync(ana)).PressAsync("add:party");
        form["/changes/0/set/name"] = "Acme";
        form["/changes/0/set/kind"] = "company";
        form["/changes/0/set/sectors"] = "robotics\nNot A Slug";
        form["/changes/0/assertions/0/passage/exact"] = "Prometheus raises again";
        form.Smuggle("/changes/0/set/evil", "x");
        form.Smuggle("/changes/0/assertions/0/passage/page", "x");
        form.Smuggle("/colour", "red");

        var answer = await form.PressAsync("preview");

        answer.Complaints.Should().Contain(c => c.Href == "#/changes/0/set/sectors" && c.Text.Contains("Not A Slug", StringComparison.Ordinal));
        answer.Complaints.Should().Contain(c => c.Href == "#/changes/0" && c.Text.Contains("is no field", StringComparison.Ordinal));
        answer.Complaints.Should().Contain(c => c.Href == "#/changes/0/assertions/0" && c.Text.Contains("no member", StringComparison.Ordinal));
        answer.Complaints.Should().Contain(c => c.Href == "#main" && c.Text.Contains("no member", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_field_of_every_kind_has_an_input(RecordKind kind)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);

        var form = await (await Drafting.StartAsync(ana)).PressAsync($"add:{Words.Of(kind)}");

        foreach (var field in RecordSchemas.Of(kind).Fields)
        {
            form.Html.Should().Contain($"id=\"/changes/0/set/{field.Name}\"");
            if (field.Shape is ItemsShape items)
            {
                form = await form.PressAsync($"row:/changes/0/set/{field.Name}");
                form.Names.Should().Contain(items.Fields.Select(part => $"/changes/0/set/{field.Name}/0/{part.Name}"));
            }
        }
    }

    public static TheoryData<RecordKind> Kinds => [.. Enum.GetValues<RecordKind>()];

    [Fact]
    public async Task A_source_with_a_known_address_is_refused_with_a_link_to_it()
    {
        await using var app = new TrackerApp { Seeded = true };
        await using var db = app.Database.NewContext();
        var known = await db.Sources.FirstAsync(s => s.Url != null && s.Snapshots.Count > 0);
        using var ana = await Visitor.SignedInAsync(app);
        var form = await FormPage.OpenAsync(ana, "/disclosures/new");
        form["/source/title"] = "The same";
        form["/source/kind"] = "article";
        form["/source/url"] = known.Url!.Replace("https://www.", "http://", StringComparison.Ordinal) + "?utm_source=x#top";
        form["/source/snapshot/text"] = "Typed at length.";

        var answer = await form.PressAsync("create");

        answer.Status.Should().Be(HttpStatusCode.UnprocessableEntity);
        answer.Complaints.Should().ContainSingle(c => c.Href == "#/source/url");
        answer.Html.Should().Contain($"href=\"/sources/{known.Slug}\"");
        answer["/source/snapshot/text"].Should().Be("Typed at length.");
        answer.Html.Should().Contain($"<input type=\"hidden\" name=\"known\" value=\"{known.Slug}\">", "it can be used at once");
    }

    [Fact]
    public async Task A_known_source_is_found_by_its_title_and_used_with_its_text()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var found = await FormPage.OpenAsync(ana, "/disclosures/new?q=bezos+built");
        found.Html.Should().Contain("value=\"type0-bezos-prometheus\"");

        var answer = await ana.PostFormAsync("/disclosures/new", ("known", "type0-bezos-prometheus"), ("do", "use"));

        (await FormPage.OpenAsync(ana, answer.Headers.Location!.OriginalString)).Text.Should().Contain("In November 2025 Bezos co-founded Project Prometheus");
    }

    [Fact]
    public async Task A_source_that_others_credited_is_entered_with_its_text()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);

        var answer = await ana.PostFormAsync("/disclosures/new", ("known", "observer-project-prometheus"), ("do", "use"));

        var form = await FormPage.OpenAsync(ana, answer.Headers.Location!.OriginalString);
        form["/source/slug"].Should().Be("observer-project-prometheus");
        form["/source/snapshot/text"] = "The Observer's own text.";
        (await form.PressAsync("create")).Text.Should().Contain("The Observer's own text.");
    }

    [Fact]
    public async Task A_tab_that_is_behind_shows_both_and_loses_nothing()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var one = await (await Drafting.StartAsync(ana)).PressAsync("add:deal");
        var two = await FormPage.OpenAsync(ana, one.Path);
        one["/changes/0/set/note"] = "from the first tab";
        await one.PressAsync("save");

        two["/changes/0/set/note"] = "from the second tab";
        var answer = await two.PressAsync("publish");

        answer.Status.Should().Be(HttpStatusCode.Conflict);
        answer.Text.Should().Contain("saved elsewhere meanwhile").And.Contain("from the first tab");
        answer["/changes/0/set/note"].Should().Be("from the second tab");
        (await answer.PressAsync("save"))["/changes/0/set/note"].Should().Be("from the second tab", "the person has seen both and chose");
    }

    [Fact]
    public async Task What_is_typed_into_a_discarded_draft_becomes_a_new_one()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var form = await (await Drafting.StartAsync(ana)).PressAsync("add:deal");
        var other = await FormPage.OpenAsync(ana, form.Path);
        var question = await other.PressAsync("discard");
        question.Text.Should().Contain("Keep it");
        (await ana.PostFormAsync(question.Path)).Headers.Location!.OriginalString.Should().Be("/disclosures");

        form["/changes/0/set/note"] = "hard work";
        var kept = await form.PressAsync("save");

        kept.Path.Should().NotBe(form.Path);
        kept["/changes/0/set/note"].Should().Be("hard work");
    }

    [Fact]
    public async Task A_button_pressed_twice_publishes_once()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var form = await (await Drafting.StartAsync(ana)).PressAsync("add:party");
        form["/changes/0/set/name"] = "Acme";
        form["/changes/0/set/kind"] = "company";
        form["/changes/0/assertions/0/passage/exact"] = "Prometheus raises again";

        var first = await form.SendAsync("publish");
        var second = await form.SendAsync("publish");

        second.Headers.Location.Should().Be(first.Headers.Location);
        await using var db = app.Database.NewContext();
        (await db.Parties.CountAsync(), await db.Disclosures.CountAsync()).Should().Be((1, 1));
    }

    [Fact]
    public async Task A_form_takes_a_hundred_changes_and_says_so()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var form = await Drafting.StartAsync(ana);
        for (var index = 0; index < 100; index++)
        {
            form.Smuggle($"/changes/{index}/record", "deal");
        }

        var full = await form.PressAsync("add:deal");

        full.Text.Should().Contain("A form takes 100 changes");
        full.Smuggle("/changes/100/record", "deal");
        var refused = await full.SendAsync("save");
        refused.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("100 changes at most");
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_told_and_kept_and_a_body_that_is_too_large_gets_a_page()
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var form = await FormPage.OpenAsync(ana, "/disclosures/new");
        form["/source/snapshot/text"] = new string('x', 1_000_001);

        var answer = await form.PressAsync("create");

        answer.Complaints.Should().Contain(c => c.Href == "#/source/snapshot/text" && c.Text.Contains("1,000,000 are the most", StringComparison.Ordinal));
        answer["/source/snapshot/text"].Should().HaveLength(1_000_001);
        form["/source/snapshot/text"] = new string('x', 9 * 1024 * 1024);
        var refused = await form.SendAsync("create");
        refused.StatusCode.Should().Be(HttpStatusCode.RequestEntityTooLarge);
        (await refused.Content.ReadAsStringAsync()).Should().Contain("At most 8 MB can be sent at once");
    }

    [Fact]
    public async Task Dissent_is_entered_beside_what_the_change_sets()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await (await Drafting.StartAsync(ana)).PressAsync("add:funding-round");
        form["/changes/0/set/company"] = "project-prometheus";
        form["/changes/0/set/amount"] = "$12 bn";
        form["/changes/0/assertions/0/passage/exact"] = "announced a round of $12 billion";
        form = await form.PressAsync("evidence:/changes/0");
        form["/changes/0/assertions/1/passage/exact"] = "The talks of April about ten billion";
        form["value:/changes/0/assertions/1"] = "amount";
        form = await form.PressAsync("value:/changes/0/assertions/1");
        form["/changes/0/assertions/1/values/amount"] = "$10 bn";
        form.Untick("/changes/0/assertions/1/fields/-", "*");

        (await form.PressAsync("publish")).Text.Should().Contain("It is published.");

        var rounds = await ana.Client.GetStringAsync("/api/v1/funding-rounds?company=project-prometheus&include=assertions");
        rounds.Should().Contain("The talks of April about ten billion").And.Contain("\"adopted\":false");
    }

    [Fact]
    public async Task A_record_that_is_looked_for_in_vain_is_told_at_its_input()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await Drafting.StartAsync(ana);
        form["find"] = "Nobody Inc";
        form = await form.PressAsync("find");
        form["find"].Should().Be("Nobody Inc");
        form.Text.Should().Contain("No record has this name");

        form["find"] = "General Agents";
        form = await form.PressAsync("find");

        form["/changes/0/set/name"].Should().Be("General Agents");
        form["/changes/0/version"].Should().Be("1");
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_not_published()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);

        var answer = await (await Drafting.EditAsync(ana, "general-agents")).PressAsync("publish");

        answer.Text.Should().Contain("there is nothing to publish");
        answer.Path.Should().Contain("/edit");
    }
}
