using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Disclosures;

/// <summary>The workbench as a browser without scripts has it, and what its scripts ask for.</summary>
public sealed class WorkbenchTests
{
    private const string Quote = "announced a round of $12 billion that values it at $41 billion";

    [Theory, EachDatabase]
    public async Task Pasted_words_become_a_change_with_their_passage_that_is_a_suggestion_until_confirmed(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await Drafting.StartAsync(ana);
        form["words"] = $"  {Quote}";

        form = await form.PressAsync("words");
        form.Text.Should().Contain("could be");
        form = await form.PressAsync(Round(form));

        form["/changes/0/record"].Should().Be("funding-round");
        form.Text.Should().Contain("stands once in the text").And.Contain("Suggestion.").And.Contain("1 suggestion waits for your look");
        form["/changes/0/set/company"] = "Project Prometheus";
        form["/changes/0/set/amount"] = "$12 bn";
        form = await form.PressAsync("save");
        form.Names.Should().Contain("/changes/0/suggestion", "saves keep it");

        var refused = await form.PressAsync("publish");

        refused.Complaints.Should().ContainSingle().Which.Href.Should().Be("#/changes/0");
        refused.Complaints[0].Text.Should().Contain("nobody has confirmed");
        var confirmed = await refused.PressAsync("confirm:/changes/0");
        confirmed.Names.Should().NotContain("/changes/0/suggestion");
        (await confirmed.PressAsync("publish")).Text.Should().Contain("It is published.");
    }

    [Fact]
    public async Task A_form_that_leaves_the_suggestion_out_or_makes_one_up_confirms_nothing()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await ChosenAsync(ana);
        form.Untick("/changes/0/suggestion", form["/changes/0/suggestion"]);
        form.Smuggle("/changes/0/suggestion/summary", "<script>");
        form.Smuggle("/proposals/dismissed/-", "everything");

        var answer = await form.PressAsync("publish");

        answer.Complaints.Should().Contain(c => c.Text.Contains("nobody has confirmed", StringComparison.Ordinal));
        answer.Html.Should().NotContain("&lt;script&gt;");
        answer.Names.Should().Contain("/changes/0/suggestion");
    }

    [Fact]
    public async Task What_is_dropped_is_gone_and_what_is_typed_over_is_the_persons_own()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await ChosenAsync(ana);

        var dropped = await form.PressAsync("drop:/changes/0");

        dropped.Names.Should().NotContain("/changes/0/record");
        dropped.Text.Should().NotContain("suggestion waits");
    }

    [Fact]
    public async Task Proposals_are_listed_taken_and_dismissed_for_good()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await (await Drafting.StartAsync(ana)).PressAsync("suggest");
        var offered = Buttons(form, "take:");
        offered.Should().NotBeEmpty();
        form.Text.Should().Contain("Suggested from the text").And.Contain("Rule:");

        form = await form.PressAsync(offered[0]);
        form.Text.Should().Contain("marked as a suggestion until you confirm");
        Buttons(form, "take:").Should().NotContain(offered[0]);
        form.Html.Should().Contain("suggested-note");
        form = await form.PressAsync("drop-all");
        form = await form.PressAsync("suggest");

        Buttons(form, "take:").Should().NotContain(offered[0], "what was dropped does not return by itself");
        form = await form.PressAsync("restore");
        Buttons(form, "take:").Should().Contain(offered[0]);
        form = await form.PressAsync(offered[0].Replace("take:", "dismiss:", StringComparison.Ordinal));
        Buttons(form, "take:").Should().NotContain(offered[0]);
    }

    [Theory]
    [InlineData("take:no-such-proposal")]
    [InlineData("dismiss:<b>")]
    [InlineData("choose:1:5:no-such-offer")]
    [InlineData("choose:99999999999:5:x")]
    [InlineData("choose:x")]
    [InlineData("confirm:/changes/44")]
    [InlineData("drop:/")]
    [InlineData("same:/changes/0:not-an-id")]
    [InlineData("words")]
    public async Task What_is_not_on_offer_does_nothing_and_loses_nothing(string action)
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await (await Drafting.StartAsync(ana)).PressAsync("add:deal");
        form["/changes/0/set/note"] = "kept";

        var answer = await form.SendAsync(action);

        answer.StatusCode.Should().Be(HttpStatusCode.Redirect);
        var next = await FormPage.OpenAsync(ana, form.Path.Split('?')[0]);
        next["/changes/0/set/note"].Should().Be("kept");
        next.Names.Should().NotContain("/changes/1/record");
    }

    [Theory]
    [InlineData("start=0&end=99999999", "Select words")]
    [InlineData("start=-4&end=10", "Select words")]
    [InlineData("start=20&end=10", "Select words")]
    [InlineData("start=0&end=4000", "2,000 characters are the most")]
    public async Task A_selection_that_is_none_or_too_long_is_told(string query, string told)
    {
        await using var app = new TrackerApp();
        using var ana = await Visitor.SignedInAsync(app);
        var form = await Drafting.StartAsync(ana, string.Concat(Enumerable.Repeat("Words without end. ", 400)));

        var answer = await ana.GetAsync($"{form.Path}?handler=Offers&{query}");

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync()).Should().Contain(told);
    }

    [Fact]
    public async Task A_draft_with_a_hundred_changes_takes_no_suggestion()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await Drafting.StartAsync(ana);
        for (var index = 0; index < 100; index++)
        {
            form.Smuggle($"/changes/{index}/record", "deal");
        }

        form["words"] = Quote;
        form = await form.PressAsync("words");
        form = await form.PressAsync(Buttons(form, "choose:")[0]);

        form.Text.Should().Contain("A form takes 100 changes");
        (await form.PressAsync("suggest")).Names.Count(name => name.EndsWith("/record", StringComparison.Ordinal)).Should().Be(100);
    }

    [Theory, EachDatabase]
    public async Task A_draft_saves_itself_and_tells_who_was_quicker(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Clock = new TestClock(new DateTimeOffset(2026, 6, 9, 12, 3, 0, TimeSpan.Zero)) };
        using var ana = await Visitor.SignedInAsync(app);
        using var eve = await Visitor.SignedInAsync(app, Roles.Admin, "eve");
        var form = await (await Drafting.StartAsync(ana)).PressAsync("add:deal");
        var theirs = await FormPage.OpenAsync(eve, form.Path);
        form["/changes/0/set/note"] = "typed";

        var saved = await form.SendAsync("keep");

        saved.StatusCode.Should().Be(HttpStatusCode.OK);
        var told = await saved.Content.ReadFromJsonAsync<JsonObject>();
        told!["at"]!.ToString().Should().Be("12:03 UTC");
        told["version"]!.GetValue<int>().Should().Be(int.Parse(form["draft"], System.Globalization.CultureInfo.InvariantCulture) + 1);
        (await FormPage.OpenAsync(ana, form.Path))["/changes/0/set/note"].Should().Be("typed");
        theirs["/changes/0/set/note"] = "other";
        var late = await theirs.SendAsync("keep");
        late.StatusCode.Should().Be(HttpStatusCode.Conflict);
        (await late.Content.ReadFromJsonAsync<JsonObject>())!["by"]!.ToString().Should().Be("ana");
        var both = await theirs.PressAsync("save");
        both.Text.Should().Contain("ana saved it").And.Contain("typed");
        both["/changes/0/set/note"].Should().Be("other");
        await ana.PostFormAsync(form.Path.Replace("/edit", "/discard", StringComparison.Ordinal));
        (await form.SendAsync("keep")).StatusCode.Should().Be(HttpStatusCode.Gone);
    }

    [Theory, EachDatabase]
    public async Task A_draft_and_its_suggestions_outlive_the_server(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await Drafting.StartAsync(ana);
        form["words"] = Quote;
        form = await form.PressAsync("words");
        form = await form.PressAsync(Round(form));
        form["/changes/0/set/note"] = "typed";
        await form.SendAsync("keep");
        await app.Services.GetRequiredService<IHost>().StopAsync();

        await using var again = new TrackerApp
        {
            Provider = provider,
            Settings = new Dictionary<string, string> { ["Data:Directory"] = app.Database.DataDirectory, ["Database:ConnectionString"] = app.Database.ConnectionString ?? "" },
        };
        using var later = new Visitor(again);
        await later.SignInAsync("ana");

        var draft = await FormPage.OpenAsync(later, form.Path);
        draft["/changes/0/set/note"].Should().Be("typed");
        draft.Text.Should().Contain("1 suggestion waits for your look");
    }

    [Fact]
    public async Task Two_on_one_draft_see_each_other_without_scripts()
    {
        await using var app = new TrackerApp { Clock = new TestClock(new DateTimeOffset(2026, 6, 9, 12, 3, 0, TimeSpan.Zero)) };
        using var ana = await Visitor.SignedInAsync(app);
        using var eve = await Visitor.SignedInAsync(app, Roles.Admin, "eve");
        var form = await Drafting.StartAsync(ana);

        var theirs = await FormPage.OpenAsync(eve, form.Path);
        theirs.Text.Should().Contain("ana has this draft open too, since 12:03 UTC").And.Contain("Draft of ana. Saved last by ana at 12:03 UTC");
        theirs["/title"] = "Eve's title";
        await theirs.PressAsync("save");

        (await FormPage.OpenAsync(ana, form.Path)).Text.Should().Contain("eve has this draft open too").And.Contain("Saved last by eve");
        var beat = await ana.PostFormAsync(form.Path, $"{form.Path}?handler=Presence", ("draft", form["draft"]));
        (await beat.Content.ReadAsStringAsync()).Should().Contain("eve saved this draft at 12:03 UTC, after you opened it");
        using var bob = await Visitor.SignedInAsync(app, name: "bob");
        (await bob.PostFormAsync("/disclosures/new", $"{form.Path}?handler=Presence")).StatusCode.Should().Be(HttpStatusCode.NotFound);
        (await bob.GetAsync($"{form.Path}?handler=Offers&start=0&end=5")).StatusCode.Should().Be(HttpStatusCode.NotFound);
    }

    [Theory, EachDatabase]
    public async Task The_check_list_tells_passages_suggestions_contradictions_and_grades(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);
        var form = await ChosenAsync(ana);
        form["/changes/0/set/company"] = "Project Prometheus";
        form["/changes/0/set/amount"] = "$12 bn";

        var check = await form.PressAsync("check");

        check.Text.Should().Contain("Passages: 1 of 1 proved").And.Contain("1 suggestion waits to be confirmed").And.Contain("Nothing is wrong").And.Contain("will change")
            .And.Contain("Project Prometheus: $12 bn round").And.Contain("single-source");
        var confirmed = await check.PressAsync("confirm-all");
        confirmed.Text.Should().Contain("No suggestion waits to be confirmed").And.Contain("Before you hand it on");
        confirmed.Complaints.Should().BeEmpty();
    }

    [Fact]
    public async Task Passages_in_the_text_and_evidence_lead_to_each_other()
    {
        await using var app = new TrackerApp { Seeded = true };
        using var ana = await Visitor.SignedInAsync(app);

        var form = await ChosenAsync(ana);

        form.Html.Should().Contain("id=\"at/changes/0/assertions/0\"").And.Contain("href=\"#at/changes/0/assertions/0\"").And.Contain("href=\"#/changes/0/assertions/0\"");
        var text = Regex.Match(form.Html, "data-source-text[^>]*>(.*?)</div>", RegexOptions.Singleline).Groups[1].Value;
        WebUtility.HtmlDecode(Regex.Replace(text, "<[^>]*>", "")).Should().Be(Analyst.Text.ReplaceLineEndings("\n"), "places are counted in it");
    }

    /// <summary>A draft with one suggested funding round.</summary>
    private static async Task<FormPage> ChosenAsync(Visitor visitor)
    {
        var form = await Drafting.StartAsync(visitor);
        form["words"] = Quote;
        form = await form.PressAsync("words");
        return await form.PressAsync(Round(form));
    }

    /// <summary>The offer of a funding round.</summary>
    private static string Round(FormPage form) => WebUtility.HtmlDecode(Regex.Match(form.Html, "value=\"(choose:[^\"]+)\"><strong>Funding round").Groups[1].Value);

    private static List<string> Buttons(FormPage form, string verb) =>
        [.. Regex.Matches(form.Html, $"value=\"({verb}[^\"]+)\"").Select(match => WebUtility.HtmlDecode(match.Groups[1].Value))];
}
