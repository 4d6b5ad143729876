using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Disclosures;
using PhysicalAiTracker.BrowserTests.Support;
using PhysicalAiTracker.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace PhysicalAiTracker.BrowserTests.Contradictions;

/// <summary>An analyst explains an open contradiction; new evidence opens it again.</summary>
public sealed class ContradictionOnADesktopTests(Site site) : ContradictionJourneyTests(site, Look.Desktop), IClassFixture<Site>;

/// <summary>The same without scripts, on a phone's width.</summary>
public sealed class ContradictionWithoutScriptsTests(Site site) : ContradictionJourneyTests(site, Look.Phone with { Scripts = false }), IClassFixture<Site>;

/// <summary>The journey; each look takes a site of its own, because it writes.</summary>
public abstract class ContradictionJourneyTests(Site site, Look look)
{
    private const string Title = "Voltaic, founded";

    [Fact]
    public async Task A_contradiction_is_explained_and_reopened()
    {
        await site.App.AddUserAsync("ana", EditorPage.Password);
        await using var ledger = new Ledger(site.App);
        var company = await ledger.CompanyAsync("Voltaic", ", 'foundedOn': '2025-11'");
        await ledger.EnterAsync("Work began in May 2024.", "2026-06-18", Ledger.Says("party", company, "{ 'foundedOn': '2024-05' }"));

        await site.VisitAsync("/contradictions", look, ExplainAsync);

        await ledger.EnterAsync("The register names May 2024.", "2026-07-01", Ledger.Says("party", company, "{ 'foundedOn': '2024-05' }"));
        await site.VisitAsync("/contradictions", look, async page =>
        {
            await page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
            await Expect(page.Locator("main")).ToContainTextAsync("overtaken by new evidence");
            await Expect(page.Locator("main")).ToContainTextAsync("2 origins on 2 pages");
        });
    }

    private async Task ExplainAsync(IPage page)
    {
        await page.GotoAsync("/account/sign-in");
        await new EditorPage(page).SignInAsync("ana", EditorPage.Password);
        await page.GotoAsync("/contradictions");
        await CheckAsync(page);
        await page.GetByRole(AriaRole.Link, new() { Name = Title }).ClickAsync();
        await Expect(page.Locator("main")).ToContainTextAsync("have no day in common");
        await CheckAsync(page);

        await page.GetByLabel("Explanation, to explain").SelectOptionAsync("different-scope");
        await page.GetByLabel("Note", new() { Exact = true }).FillAsync("Work began before the company did.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rule", Exact = true }).ClickAsync();

        await Expect(page.Locator(".flash")).ToContainTextAsync("The ruling was taken");
        await Screenshots.KeepAsync(page, $"contradiction-{look}");
        await page.GotoAsync("/contradictions");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Title })).ToHaveCountAsync(0);
    }

    /// <summary>Axe needs scripts; that nothing scrolls sideways is checked in any look that has them.</summary>
    private async Task CheckAsync(IPage page)
    {
        if (look.Scripts)
        {
            await page.ShouldBeAccessibleAsync();
        }
    }
}
