using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Disclosures;
using PhysicalAiTracker.BrowserTests.Support;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>A source's text changes: an analyst enters the new one, and a visitor reads both side by side.</summary>
public sealed class ReaderTests(Site site) : IClassFixture<Site>
{
    private const string Address = "/sources/type0-bezos-prometheus";

    [Fact]
    public async Task Two_texts_are_read_side_by_side()
    {
        await site.App.AddUserAsync("nora", EditorPage.Password);
        await site.VisitAsync("/account/sign-in", Look.Desktop, async page =>
        {
            await new EditorPage(page).SignInAsync("nora", EditorPage.Password);
            await page.WaitForURLAsync(url => !url.Contains("sign-in", StringComparison.Ordinal));
            await page.GotoAsync(Address + "/snapshots/new");
            await page.GetByLabel("The text is").SelectOptionAsync("brief");
            await page.GetByLabel("Text", new() { Exact = false }).Last.FillAsync("In November 2025 Bezos co-founded Project Prometheus.\n\nNothing else stands here any more.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Add the text" }).ClickAsync();
            await page.GotoAsync(Address + "/passages");
            await Assertions.Expect(page.GetByText("missing").First).ToBeVisibleAsync();
            await page.ShouldBeAccessibleAsync();
        });

        foreach (var look in new[] { Look.Desktop, Look.Phone with { Dark = true } })
        {
            await site.VisitAsync(Address, look, async page =>
            {
                await page.GetByRole(AriaRole.Link, new() { Name = "side by side" }).First.ClickAsync();
                await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Two texts side by side" })).ToBeVisibleAsync();
                await Assertions.Expect(page.Locator(".compared .new", new() { HasText = "Nothing else stands here any more" })).ToBeVisibleAsync();
                await Assertions.Expect(page.Locator(".compared ins").First).ToBeVisibleAsync();
                await Assertions.Expect(page.Locator(".compared del").First).ToBeVisibleAsync();
                await page.ShouldBeAccessibleAsync();
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")).Should().BeLessThanOrEqualTo(0);
            });
        }
    }
}
