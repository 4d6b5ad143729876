using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Disclosures;
using PhysicalAiTracker.BrowserTests.Support;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>An analyst goes through pairs that may be one: merges the first, says of the second that they are two.</summary>
public sealed class DuplicatesTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<Look, string, string> Looks { get; } = new()
    {
        { Look.Desktop, "Servotron", "Palmyra" },
        { Look.Phone with { Dark = true }, "Axlewood", "Brimstone" },
    };

    [Theory, MemberData(nameof(Looks))]
    public async Task One_pair_is_merged_and_one_judged_different_for_good(Look look, string twice, string two)
    {
        var name = $"dora.{look}".Replace('-', '.');
        await site.App.AddUserAsync(name, EditorPage.Password);
        await using var ledger = new Ledger(site.App);
        foreach (var company in new[] { twice, $"{twice} AI", two, $"{two} Labs" })
        {
            await ledger.CompanyAsync(company);
        }

        await site.VisitAsync("/duplicates?kind=party", look, async page =>
        {
            await new EditorPage(page).SignInAsync(name, EditorPage.Password);
            var pairs = page.Locator("article.pair");
            var (same, different) = (pairs.Filter(new() { HasText = $"{twice} AI" }), pairs.Filter(new() { HasText = $"{two} Labs" }));
            await Expect(same).ToContainTextAsync("of 100");
            await ShouldBeGoodAsync("open");

            await different.GetByLabel("Why they are different").FillAsync("A foundry and a toy maker.");
            await different.GetByRole(AriaRole.Button, new() { NameRegex = new("^They are different") }).ClickAsync();
            await Expect(page.Locator(".flash")).ToBeVisibleAsync();
            await Expect(different).ToHaveCountAsync(0);
            await ShouldBeGoodAsync("judged");
            await ledger.InScopeAsync<Derivation, Rebuilt>(derivation => derivation.RebuildAsync(CancellationToken.None));
            await page.GotoAsync("/duplicates");
            await Expect(same).ToHaveCountAsync(1);
            await Expect(different).ToHaveCountAsync(0);
            await page.Locator("a.chip", new() { HasText = "Different" }).ClickAsync();
            await Expect(different).ToContainTextAsync($"Judged different by {name}");
            await Expect(different).ToContainTextAsync("A foundry and a toy maker.");
            await ShouldBeGoodAsync("different");

            await page.GotoAsync("/duplicates");
            await same.GetByRole(AriaRole.Link, new() { NameRegex = new("^Merge ") }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What moves" })).ToBeVisibleAsync();
            await ShouldBeGoodAsync("merge");
            await page.GetByLabel("Why").FillAsync("One company, entered twice.");
            await page.GetByRole(AriaRole.Button, new() { Name = "Merge them" }).ClickAsync();
            await Expect(page.Locator(".flash")).ToContainTextAsync("The two records are one now");
            await page.GotoAsync("/duplicates");
            await Expect(same).ToHaveCountAsync(0);

            async Task ShouldBeGoodAsync(string state)
            {
                await Screenshots.KeepAsync(page, $"duplicates-{state}-{look}");
                await page.ShouldBeAccessibleAsync();
                (await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth")).Should().BeLessThanOrEqualTo(0, "the page {0} is no wider than the window", state);
            }
        });
    }
}
