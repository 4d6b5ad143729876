using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.BrowserTests.Support;
using PhysicalAiTracker.Core.Importing.Filings;
using PhysicalAiTracker.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>What a company announced beside what it filed.</summary>
public sealed class FilingTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task What_was_filed_stands_on_the_profile_and_the_round_with_its_passages()
    {
        await using (var scope = site.App.Services.CreateAsyncScope())
        {
            var import = new FilingImport(Repository.Path("docs/importing/form-d"), DryRun: false, Skip: false, Batch: null, MostProblems: 10);
            (await scope.ServiceProvider.GetRequiredService<FormDImporter>().ImportAsync(import, null, CancellationToken.None)).Problems.Should().BeEmpty();
        }

        await site.VisitAsync("/companies/gripwell-robotics-inc", Look.Desktop, async page =>
        {
            var table = page.GetByRole(Microsoft.Playwright.AriaRole.Region, new() { Name = "Announced and filed" });
            await Expect(table).ToContainTextAsync("$24.5 m");
            foreach (var look in Look.Crossed.Cast<object[]>().Select(row => (Look)row[0]))
            {
                await page.LookAsync(look);
                await page.ShouldBeAccessibleAsync();
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, "the table scrolls, not the page");
                await Screenshots.KeepAsync(page, $"filed-{look}");
            }

            await table.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameRegex = new("(?i)evidence") }).First.ClickAsync();
            await Expect(page.Locator("[popover]:popover-open")).ToContainTextAsync("<totalAmountSold>24500000</totalAmountSold>");
        });
    }
}
