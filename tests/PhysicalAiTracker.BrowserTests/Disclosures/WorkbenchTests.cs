using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Disclosures;

/// <summary>The workbench as an analyst uses it: by mouse, by keys, by finger, and without scripts.</summary>
public sealed class WorkbenchTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<Look> Looks { get; } = new(Look.Desktop, Look.Phone with { Dark = true });

    [Theory, MemberData(nameof(Looks))]
    public async Task Selected_words_become_a_suggestion_with_their_passage(Look look)
    {
        await site.App.AddUserAsync(Name("sel", look), EditorPage.Password);
        await site.VisitAsync("/disclosures/new", look, async page =>
        {
            var editor = new EditorPage(page);
            await editor.StartAsync(Name("sel", look), $"Selected {look}");
            await editor.SelectWithMouseAsync("$12 billion that values it");

            await Expect(editor.Offers).ToBeVisibleAsync();
            await page.ShouldBeAccessibleAsync();
            await Screenshots.KeepAsync(page, $"workbench-menu-{look}");
            await editor.Offers.GetByRole(AriaRole.Button, new() { NameRegex = new("^Funding round") }).Last.ClickAsync();

            await Expect(editor.Card(0)).ToContainTextAsync("Suggestion.");
            await Expect(editor.At("/changes/0/assertions/0/passage/exact")).ToHaveValueAsync("$12 billion that values it");
            await Expect(editor.Card(0)).ToBeFocusedAsync();
            await Expect(page.Locator("mark.quoted").First).ToContainTextAsync("$12 billion");
            await page.ShouldBeAccessibleAsync();
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0);
            await Screenshots.KeepAsync(page, $"workbench-suggestion-{look}");

            await editor.Card(0).GetByRole(AriaRole.Link, new() { Name = "Show it in the text" }).ClickAsync();
            await Expect(page.Locator("mark.here").First).ToBeInViewportAsync();
            await page.Locator(".source-text .ev").First.ClickAsync();
            await Expect(editor.At("/changes/0/assertions/0")).ToBeFocusedAsync();
        });
    }

    [Fact]
    public Task What_the_text_proposes_is_taken_confirmed_checked_and_published() => PublishProposalAsync(Look.Desktop);

    [Fact]
    public Task The_same_on_a_phone() => PublishProposalAsync(Look.Phone);

    [Fact]
    public Task The_same_without_scripts() => PublishProposalAsync(Look.NoScript);

    [Fact]
    public async Task Without_scripts_words_are_pasted()
    {
        await site.App.AddUserAsync("paste", EditorPage.Password);
        await site.VisitAsync("/disclosures/new", Look.NoScript with { Width = 390 }, async page =>
        {
            var editor = new EditorPage(page);
            await editor.StartAsync("paste", "Pasted words");
            await editor.AskAboutAsync("words that are not there");
            await Expect(page.Locator(".flash")).ToContainTextAsync("does not stand in the text");
            await Expect(page.GetByLabel("Paste words of the text")).ToHaveValueAsync("words that are not there");
            await page.GetByLabel("Paste words of the text").FillAsync(EditorPage.Quote);
            await editor.PressAsync("What could this be?");
            await Screenshots.KeepAsync(page, "workbench-offer-noscript");

            await page.Locator("#offer").GetByRole(AriaRole.Button, new() { NameRegex = new("^Question") }).First.ClickAsync();

            await Expect(editor.At("/changes/0/assertions/0/passage/exact")).ToHaveValueAsync(EditorPage.Quote);
        });
    }

    [Fact]
    public async Task A_draft_saves_itself_and_is_there_after_a_reload()
    {
        await site.App.AddUserAsync("auto", EditorPage.Password);
        await site.VisitAsync("/disclosures/new", Look.Desktop, async page =>
        {
            var editor = new EditorPage(page);
            await editor.StartAsync("auto", "Saved by itself");
            await editor.PressAsync("Deal");
            var note = editor.At("/changes/0/set/note");
            // On the page that asks, not while it is on its way: what it sends may pass by a route that was made before it was there.
            await Expect(note).ToBeVisibleAsync();
            await page.RouteAsync("**/edit", route => route.Request.Method == "POST" ? route.AbortAsync() : route.ContinueAsync());

            await note.FillAsync("typed while the server was away");
            await Expect(page.Locator("[data-save-alert]")).ToContainTextAsync("no connection");
            await page.ShouldBeAccessibleAsync();
            await page.UnrouteAsync("**/edit");
            await Expect(editor.SaveState).ToContainTextAsync("UTC", new() { Timeout = 20_000 });
            await Expect(page.Locator("[data-save-alert]")).ToBeHiddenAsync();
            await page.ReloadAsync();

            await Expect(note).ToHaveValueAsync("typed while the server was away");
            await note.FillAsync("and a save by hand right behind it");
            await editor.PressAsync("Save draft");
            await Expect(page.Locator(".errors")).ToHaveCountAsync(0);
            await Expect(note).ToHaveValueAsync("and a save by hand right behind it");
        });
    }

    [Fact]
    public async Task What_is_typed_before_the_script_has_come_is_saved_too()
    {
        await site.App.AddUserAsync("early", EditorPage.Password);
        await site.VisitAsync("/disclosures/new", Look.Desktop, async page =>
        {
            var editor = new EditorPage(page);
            await editor.StartAsync("early", "Quick hands");
            await editor.PressAsync("Deal");
            await Expect(editor.At("/changes/0/set/note")).ToBeVisibleAsync();
            var come = new TaskCompletionSource();
            await page.RouteAsync("**/js/autosave*.js*", async route =>
            {
                await come.Task;
                await route.ContinueAsync();
            });

            await page.ReloadAsync(new() { WaitUntil = WaitUntilState.Commit });
            await editor.At("/changes/0/set/note").FillAsync("typed early");
            await page.RunAndWaitForResponseAsync(
                () =>
                {
                    come.SetResult();
                    return Task.CompletedTask;
                },
                answer => answer.Request.Method == "POST" && !answer.Url.Contains("Presence", StringComparison.Ordinal));

            await page.ReloadAsync();
            await Expect(editor.At("/changes/0/set/note")).ToHaveValueAsync("typed early");
        });
    }

    [Fact]
    public async Task Two_on_one_draft_are_told_of_each_other_and_lose_nothing()
    {
        await site.App.AddUserAsync("first", EditorPage.Password);
        await site.App.AddUserAsync("second", EditorPage.Password, "admin");
        await site.VisitAsync("/disclosures/new", Look.Desktop, async page =>
        {
            var mine = new EditorPage(page);
            await mine.StartAsync("first", "Two people");
            await mine.PressAsync("Deal");
            var address = page.Url.Split('#')[0];
            await site.VisitAsync("/account/sign-in", Look.Desktop, async other =>
            {
                var theirs = new EditorPage(other);
                await theirs.SignInAsync("second", EditorPage.Password);
                await other.GotoAsync(address);
                await Expect(theirs.Presence).ToContainTextAsync("first has this draft open too, since");
                await other.ShouldBeAccessibleAsync();
                // Theirs is in before mine is typed.
                await other.RunAndWaitForResponseAsync(() => theirs.At("/changes/0/set/note").FillAsync("theirs"), answer => answer.Request.Method == "POST" && !answer.Url.Contains("Presence", StringComparison.Ordinal));
                await Expect(theirs.SaveState).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^saved .* UTC$"));

                await mine.At("/changes/0/set/note").FillAsync("mine");

                await Expect(page.Locator("[data-save-alert]")).ToContainTextAsync("second saved this draft");
            });
            await mine.PressAsync("Save draft");
            await Expect(page.Locator(".errors")).ToContainTextAsync("second saved it");
            await Expect(page.Locator(".conflict")).ToContainTextAsync("theirs");
            await Expect(mine.At("/changes/0/set/note")).ToHaveValueAsync("mine");
            await page.ShouldBeAccessibleAsync();
        });
    }

    [Fact]
    public async Task Keys_alone_select_words_make_a_change_confirm_and_publish_it()
    {
        await site.App.AddUserAsync("keys", EditorPage.Password);
        await site.VisitAsync("/disclosures/new", Look.Desktop, async page =>
        {
            var editor = new EditorPage(page);
            await editor.StartAsync("keys", "By keys alone");
            // Shown by the script that knows the shortcuts.
            await Expect(page.Locator("[data-keys]")).ToBeVisibleAsync();
            await page.Keyboard.PressAsync("Alt+Shift+R");
            await Expect(page.Locator("[data-source-text]")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("ArrowRight");
            await page.Keyboard.PressAsync("Shift+ArrowRight");
            await page.Keyboard.PressAsync("Shift+ArrowRight");
            (await page.EvaluateAsync<string>("getSelection().toString().trim()")).Should().Be("Prometheus raises again");
            await page.Keyboard.PressAsync("Enter");
            await Expect(editor.Offers.GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Escape");
            await Expect(editor.Offers).ToBeHiddenAsync();
            await Expect(page.Locator("[data-source-text]")).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Enter");
            await Expect(editor.Offers.GetByRole(AriaRole.Button).First).ToBeFocusedAsync();
            var party = editor.Offers.GetByRole(AriaRole.Button, new() { NameRegex = new("^Party") }).Last;
            for (var step = 0; step < 20 && !await party.EvaluateAsync<bool>("button => button === document.activeElement"); step++)
            {
                await page.Keyboard.PressAsync("ArrowDown");
            }

            await page.Keyboard.PressAsync("Enter");
            await Expect(editor.Card(0)).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("Alt+Shift+Y");
            await Expect(page.Locator(".change-card.suggestion")).ToHaveCountAsync(0);
            await editor.At("/changes/0/set/name").FocusAsync();
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync("Raised Again Ltd");
            await editor.At("/changes/0/set/kind").FocusAsync();
            await page.Keyboard.TypeAsync("company");
            await page.Keyboard.PressAsync("Alt+Shift+L");
            await Expect(page.Locator("#check")).ToContainTextAsync("Nothing is wrong");
            await Expect(page.Locator("#check")).ToBeFocusedAsync();
            await page.Locator("#check").GetByRole(AriaRole.Button, new() { Name = "Publish" }).FocusAsync();
            await page.Keyboard.PressAsync("Enter");

            await Expect(page.Locator(".flash")).ToContainTextAsync("It is published.");
        });
    }

    [Fact]
    public async Task Shortcuts_can_be_turned_off()
    {
        await site.App.AddUserAsync("off", EditorPage.Password);
        await site.VisitAsync("/disclosures/new", Look.Desktop, async page =>
        {
            var editor = new EditorPage(page);
            await editor.StartAsync("off", "Without shortcuts");
            await page.GetByText("Keyboard", new() { Exact = true }).ClickAsync();
            await page.ShouldBeAccessibleAsync();
            await page.GetByLabel("Shortcuts on").UncheckAsync();
            await page.ReloadAsync();

            await page.Keyboard.PressAsync("Alt+Shift+R");

            await Expect(page.Locator("[data-source-text]")).Not.ToBeFocusedAsync();
        });
    }

    private async Task PublishProposalAsync(Look look)
    {
        var name = Name("prop", look);
        await site.App.AddUserAsync(name, EditorPage.Password);
        await site.VisitAsync("/disclosures/new", look, async page =>
        {
            var editor = new EditorPage(page);
            // A company of its own for each look: the second round with the same figures would be a duplicate of the first.
            var company = $"Acme{look.Width}{(look.Scripts ? "" : " Bare")} Robotics";
            await editor.StartAsync(name, $"Proposed {look}", $"""
                {company} raises money

                {company}, a robotics company, raised $120 million in a Series B round on 9 June 2026, the company said.
                """);
            await editor.PressAsync("Suggest from text");
            await ShouldBeGoodAsync("proposals");
            await page.Locator("button[value^='take:']").Last.ClickAsync();
            await Expect(page.Locator(".flash")).ToContainTextAsync("marked as a suggestion");
            await ShouldBeGoodAsync("taken");

            await editor.PressAsync("Publish");
            await Expect(page.Locator(".errors")).ToContainTextAsync("nobody has confirmed");
            await page.GetByRole(AriaRole.Button, new() { Name = "Confirm all" }).ClickAsync();
            await ShouldBeGoodAsync("check");
            await Expect(page.Locator("#check")).ToContainTextAsync("Nothing is wrong");
            await Expect(page.Locator("#check")).ToContainTextAsync("single-source");
            await editor.PressAsync("Publish");

            await Expect(page.Locator(".flash")).ToContainTextAsync("It is published.");

            async Task ShouldBeGoodAsync(string state)
            {
                if (look.Scripts)
                {
                    await page.ShouldBeAccessibleAsync();
                    (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0);
                }

                await Screenshots.KeepAsync(page, $"workbench-{state}-{look}");
            }
        });
    }

    private static string Name(string what, Look look) => $"{what}-{look}".Replace('-', '.');
}
