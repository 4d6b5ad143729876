using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Support;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>Reading an earlier day.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class AsOfTests(Site site)
{
    [Fact]
    public Task A_day_is_told_kept_and_left_again() => site.VisitAsync("/companies", new Look(390), async page =>
    {
        var today = DateTime.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await page.GetByLabel("As of").FillAsync(today);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show this day" }).ClickAsync();

        var banner = page.GetByRole(AriaRole.Complementary, new() { Name = "Earlier day" });
        await Assertions.Expect(banner).ToContainTextAsync("As the tracker believed at the end of");
        await page.ShouldBeAccessibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Project Prometheus", Exact = true }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex($"/companies/project-prometheus\\?asOf={today}$"));
        await Assertions.Expect(banner).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "See now" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/companies/project-prometheus$"));
    });
}
