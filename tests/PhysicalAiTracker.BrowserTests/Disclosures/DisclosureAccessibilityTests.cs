using PhysicalAiTracker.BrowserTests.Support;
using PhysicalAiTracker.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Disclosures;

/// <summary>Every page of the form, in its states, for everybody: wide and narrow, light and dark.</summary>
public sealed class DisclosureAccessibilityTests(Site site) : IClassFixture<Site>
{
    /// <summary>Both widths and both colour schemes, without every pair of them: a walk through all states takes its time.</summary>
    public static TheoryData<Look> Looks { get; } = new(Look.Desktop, Look.Phone with { Dark = true });

    [Theory, MemberData(nameof(Looks))]
    public async Task Each_page_of_a_draft_is_accessible(Look look)
    {
        var name = $"analyst-{look}".Replace('-', '.');
        await site.App.AddUserAsync(name, EditorPage.Password);
        await site.VisitAsync("/disclosures/new", look, async page =>
        {
            var editor = new EditorPage(page);
            await editor.SignInAsync(name, EditorPage.Password);
            await ShouldBeGoodAsync("new");

            await editor.PressAsync("Go on to the changes");
            await Expect(page.Locator(".errors")).ToBeVisibleAsync();
            await ShouldBeGoodAsync("new-wrong");

            await editor.EnterSourceAsync($"A text read by {name}");
            await ShouldBeGoodAsync("editor-empty");

            foreach (var kind in new[] { "Party", "Funding round", "Deal", "Affiliation", "Claim", "Observation", "Milestone", "Question" })
            {
                await editor.PressAsync(kind);
            }

            await editor.PressAsync("Add a row to places");
            await editor.PressAsync("Add a credited source");
            await editor.At("/changes/0/set/name").FillAsync($"Acme {look.Width} {look.Dark}");
            await ShouldBeGoodAsync("editor-all-kinds");

            await editor.PressAsync("Publish");
            await Expect(page.Locator(".errors")).ToBeVisibleAsync();
            await ShouldBeGoodAsync("editor-wrong");

            await editor.PressAsync("Discard");
            await ShouldBeGoodAsync("discard");
            await page.GotoAsync("/disclosures");
            await ShouldBeGoodAsync("list");
            await page.Locator(".entries a[href^='/disclosures/']").Last.ClickAsync();
            await ShouldBeGoodAsync("disclosure");

            async Task ShouldBeGoodAsync(string state)
            {
                await page.ShouldBeAccessibleAsync();
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, "the page {0} is no wider than the window", state);
                await Screenshots.KeepAsync(page, $"{state}-{look}");
            }
        });
    }
}
