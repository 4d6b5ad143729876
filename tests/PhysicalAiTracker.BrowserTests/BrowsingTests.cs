using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Support;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>Evidence and filters by keyboard, with scripts and without, wide and narrow.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class BrowsingTests(Site site)
{
    [Theory]
    [InlineData(1280, true)]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public Task A_mark_opens_its_evidence_and_leads_to_the_passage(int width, bool scripts) =>
        site.VisitAsync("/companies/project-prometheus", new Look(width, Scripts: scripts), async page =>
        {
            var mark = page.GetByRole(AriaRole.Button, new() { Name = "Evidence 1 for founded" });
            await mark.FocusAsync();
            await page.Keyboard.PressAsync("Enter");

            var card = page.GetByRole(AriaRole.Dialog, new() { Name = "Evidence for founded" });
            await Assertions.Expect(card).ToBeVisibleAsync();
            await Assertions.Expect(card).ToContainTextAsync("In November 2025 Bezos co-founded Project Prometheus");
            var box = (await card.BoundingBoxAsync())!;
            box.X.Should().BeGreaterThanOrEqualTo(0);
            (box.X + box.Width).Should().BeLessThanOrEqualTo(width);

            await page.Keyboard.PressAsync("Escape");
            await Assertions.Expect(card).ToBeHiddenAsync();
            await mark.ClickAsync();
            await card.GetByRole(AriaRole.Link, new() { Name = "Read in source" }).ClickAsync();
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sources/type0-bezos-prometheus#passage-"));
            await Assertions.Expect(page.Locator(":target")).ToBeVisibleAsync();
        });

    [Theory]
    [InlineData(1280)]
    [InlineData(390)]
    public Task A_mark_of_a_list_opens_its_evidence_beside_it(int width) => site.VisitAsync("/funding-rounds?company=project-prometheus", new Look(width), async page =>
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Evidence 1 for amount") }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var card = page.GetByRole(AriaRole.Dialog, new() { NameRegex = new("^Evidence for amount") });
        await Assertions.Expect(card).ToBeVisibleAsync();
        await Assertions.Expect(card).ToContainTextAsync("about to close a round of $10 billion");
        var box = (await card.BoundingBoxAsync())!;
        box.X.Should().BeGreaterThanOrEqualTo(0);
        (box.X + box.Width).Should().BeLessThanOrEqualTo(width);
        await page.ShouldBeAccessibleAsync();

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(card).ToBeHiddenAsync();
        var mark = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Evidence 1 for amount") });
        await Assertions.Expect(mark).ToBeFocusedAsync();
        await mark.ClickAsync();
        await card.GetByRole(AriaRole.Link, new() { Name = "Read in source" }).First.ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/sources/.*#passage-"));
    });

    [Fact]
    public Task A_mark_of_a_list_leads_to_its_evidence_without_scripts() => site.VisitAsync("/funding-rounds?company=project-prometheus", Look.NoScript, async page =>
    {
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Evidence 1 for amount") }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Evidence for amount");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("about to close a round of $10 billion");
    });

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public Task The_filters_narrow_the_list(int width, bool scripts) => site.VisitAsync("/companies", new Look(width, Scripts: scripts), async page =>
    {
        if (width < 600)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Filters" }).ClickAsync();
        }

        await page.GetByLabel("undisclosed").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("1 company", new() { Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Project Prometheus", Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter: Placement: undisclosed" }).ClickAsync();
        await Assertions.Expect(page.GetByText("15 companies", new() { Exact = true })).ToBeVisibleAsync();
    });
}
