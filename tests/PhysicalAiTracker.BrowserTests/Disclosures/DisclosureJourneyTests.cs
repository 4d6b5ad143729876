using System.Text.Json;
using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Support;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Disclosures;

/// <summary>An analyst adds “Project Prometheus, June 2026” with the mouse, and everybody finds it.</summary>
public sealed class DisclosureByMouseTests(Site site) : DisclosureJourneyTests(site, Look.Desktop), IClassFixture<Site>;

/// <summary>The same without scripts: the quote is pasted.</summary>
public sealed class DisclosureWithoutScriptsTests(Site site) : DisclosureJourneyTests(site, Look.NoScript), IClassFixture<Site>;

/// <summary>The same on a phone in the dark.</summary>
public sealed class DisclosureOnAPhoneTests(Site site) : DisclosureJourneyTests(site, Look.Phone with { Dark = true }), IClassFixture<Site>;

/// <summary>The journey; each look takes a site of its own, because a round is superseded once.</summary>
public abstract class DisclosureJourneyTests(Site site, Look look)
{
    private const string Title = "Project Prometheus, June 2026";

    [Fact]
    public async Task A_round_is_added_from_a_pasted_text_and_found_everywhere()
    {
        await site.App.AddUserAsync("ana", EditorPage.Password);
        await site.VisitAsync("/disclosures/new", look, AddAsync);
        await site.VisitAsync("/companies/project-prometheus", look, FindAsync);
    }

    private async Task AddAsync(IPage page)
    {
        var editor = new EditorPage(page);
        await editor.SignInAsync("ana", EditorPage.Password);
        await editor.EnterSourceAsync(Title);
        await editor.AddRoundAsync();
        var quote = editor.At("/changes/0/assertions/0/passage/exact");
        if (look is { Scripts: true, Width: > 600 })
        {
            await quote.FocusAsync();
            await editor.SelectWithMouseAsync(EditorPage.Quote);
            await page.GetByRole(AriaRole.Button, new() { Name = "Use selection" }).ClickAsync();
            await Expect(quote).ToHaveValueAsync(EditorPage.Quote);
        }
        else
        {
            await quote.FillAsync(EditorPage.Quote);
        }

        await editor.PressAsync("Preview");

        await Expect(page.Locator(".errors")).ToHaveCountAsync(0);
        await Expect(page.Locator(".preview")).ToContainTextAsync("superseded by $12 bn");
        await Expect(page.Locator(".source-text mark")).ToHaveTextAsync(EditorPage.Quote);
        await Screenshots.KeepAsync(page, $"disclosure-preview-{look}");

        await editor.PressAsync("Publish");

        await Expect(page.Locator(".flash")).ToContainTextAsync("It is published.");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Project Prometheus: $12 bn round" })).ToBeVisibleAsync();
        await Screenshots.KeepAsync(page, $"disclosure-published-{look}");
    }

    /// <summary>Somebody without an account: profile, evidence, reader, REST, sums.</summary>
    private static async Task FindAsync(IPage page)
    {
        var rounds = page.Locator("#rounds");
        await Expect(rounds.Locator("tr.superseded")).ToContainTextAsync("$10 bn");
        await Expect(rounds.Locator("tr.superseded")).ToContainTextAsync("superseded by");
        await Expect(page.Locator(".key-facts")).ToContainTextAsync("$12 bn");
        await Expect(page.Locator(".key-facts")).Not.ToContainTextAsync("$10 bn");
        await Expect(page.Locator(".key-facts")).Not.ToContainTextAsync("$22 bn");

        await page.GotoAsync("/sources");
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).First.ClickAsync();
        await Expect(page.Locator("mark").First).ToContainTextAsync(EditorPage.Quote);

        await page.GotoAsync("/");
        // Of companies whose placement is undisclosed there is one: what it raised is the new round, and nothing of it is open any more.
        var undisclosed = page.Locator("table.bars tr", new() { Has = page.Locator(".placement.undisclosed") });
        await Expect(undisclosed).ToContainTextAsync("$12 bn");
        await Expect(undisclosed).Not.ToContainTextAsync("$10 bn");
        await Expect(undisclosed).Not.ToContainTextAsync("$22 bn");

        var answer = await page.APIRequest.GetAsync("/api/v1/funding-rounds?company=project-prometheus");
        var items = (await answer.JsonAsync())!.Value.GetProperty("items").EnumerateArray().ToList();
        items.Should().HaveCount(2);
        Amount(items.Single(item => item.GetProperty("supersedes").ValueKind != JsonValueKind.Null)).Should().Be(12_000_000_000m);
    }

    private static decimal Amount(JsonElement round) => round.GetProperty("amount").GetProperty("value").GetDecimal();
}
