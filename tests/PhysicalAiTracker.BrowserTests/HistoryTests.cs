using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Disclosures;
using PhysicalAiTracker.BrowserTests.Support;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>An analyst removes a record and takes that back; merges two parties and finds the old address leading on.</summary>
public sealed class HistoryTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public Task A_history_shows_differences_and_a_state_comes_back() => SignedInAsync("rosa", new Look(1280), async page =>
    {
        await page.GotoAsync("/deals");
        await page.Locator("main a[href^='/deals/']").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Full history" }).ClickAsync();
        await Assertions.Expect(page.GetByText("First known,")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove", Exact = true }).ClickAsync();
        await page.GetByLabel("Why").FillAsync("Typed from the wrong article");
        await page.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Assertions.Expect(page.GetByText("We removed it,")).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Go back to version 1" }).ClickAsync();
        await Assertions.Expect(page.Locator("dl.change ins").First).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("Why").FillAsync("It was the right one after all");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take it back to version 1" }).ClickAsync();
        await Assertions.Expect(page.GetByText("We brought it back,")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("It was the right one after all")).ToBeVisibleAsync();
    });

    [Fact]
    public Task A_merged_address_leads_on() => SignedInAsync("mira", new Look(390, Scripts: true), async page =>
    {
        await page.GotoAsync("/merge");
        await page.GetByLabel("This record goes").FillAsync("periodic-labs");
        await page.GetByLabel("This record stays").FillAsync("world-labs");
        await page.GetByRole(AriaRole.Button, new() { Name = "Look at it" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What moves" })).ToBeVisibleAsync();
        await page.ShouldBeAccessibleAsync();
        await page.GetByLabel("Why").FillAsync("Entered twice");
        await page.GetByRole(AriaRole.Button, new() { Name = "Merge them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("We corrected: merged,")).ToBeVisibleAsync();

        await page.GotoAsync("/companies/periodic-labs");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/companies/world-labs$"));
    });

    private async Task SignedInAsync(string name, Look look, Func<IPage, Task> journey)
    {
        await site.App.AddUserAsync(name, EditorPage.Password);
        await site.VisitAsync("/account/sign-in", look, async page =>
        {
            await new EditorPage(page).SignInAsync(name, EditorPage.Password);
            await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
            await journey(page);
        });
    }
}
