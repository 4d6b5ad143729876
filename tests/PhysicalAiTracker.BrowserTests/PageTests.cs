using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Support;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>Every page with all packs, wide and narrow, light and dark: nothing that axe objects to, and nothing to scroll sideways.</summary>
[Collection(ReadOnlyFullSite.Name)]
public sealed class PageTests(FullSite site)
{
    private static readonly string[] Paths =
    [
        "/", "/companies", "/companies?placement=undisclosed&plane=inference", "/companies?q=nobody", "/companies/project-prometheus", "/companies/physical-intelligence", "/companies/figure", "/people",
        "/investors", "/investors/jeff-bezos", "/investors/bessemer-venture-partners", "/people/jeff-bezos", "/funding-rounds", "/funding-rounds?sort=-amount&limit=2", "/claims", "/deals", "/questions",
        "/questions/prometheus-edge-or-cloud", "/sources", "/sources/type0-bezos-prometheus", "/sources/observer-project-prometheus", "/sources/figure-helix", "/about", "/contradictions", "/contradictions?state=explained", "/search?q=bezos",
        "/disclosures", "/account/sign-in", "/companies/nobody",
        "/insights", "/insights/capital", "/insights/capital/rounds?placement=cloud&measure=raised", "/insights/interests", "/insights/dependencies", "/insights/stale", "/insights/questions",
    ];

    /// <summary>Kinds whose pages have no slug, by the collection that lists them.</summary>
    private static readonly string[] Listed = ["funding-rounds", "claims", "deals", "contradictions", "disclosures"];

    /// <summary>The pages with most on them are looked at in every way; the others in both widths and both themes, one of each.</summary>
    private static readonly string[] Richest = ["/", "/companies/project-prometheus", "/funding-rounds", "/sources/type0-bezos-prometheus"];

    public static IEnumerable<object[]> Visits =>
        from path in Paths
        from look in Looks
        where Richest.Contains(path) || IsCrossed((Look)look)
        select new[] { path, look };

    public static IEnumerable<object[]> ItemVisits =>
        from kind in Listed
        from look in Looks
        where IsCrossed((Look)look)
        select new[] { kind, look };

    public static IEnumerable<object[]> HistoryVisits =>
        from path in new[] { "/companies/figure", "/questions/prometheus-edge-or-cloud" }
        from look in Looks
        where IsCrossed((Look)look)
        select new[] { path, look };

    private static IEnumerable<object> Looks => Look.All.Cast<object[]>().Select(row => row[0]);

    /// <summary>Wide and light, or narrow and dark.</summary>
    private static bool IsCrossed(Look look) => look.Dark == (look.Width < 600);

    [Theory]
    [MemberData(nameof(Visits))]
    public Task A_page_is_accessible_and_fits(string path, Look look) => site.VisitAsync(path, look, ShouldBeFineAsync);

    [Theory]
    [MemberData(nameof(ItemVisits))]
    public Task A_record_s_page_is_accessible_and_fits(string kind, Look look) => site.VisitAsync("/about", look, async page =>
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/{kind}?limit=1");
        var item = (await answer.JsonAsync())!.Value.GetProperty("items")[0];
        await page.GotoAsync(item.TryGetProperty("page", out var address) ? address.GetString()! : item.GetProperty("url").GetString()!["/api/v1".Length..]);
        await ShouldBeFineAsync(page);
    });

    [Theory]
    [MemberData(nameof(HistoryVisits))]
    public Task A_record_leads_to_its_history_which_is_accessible_and_fits(string path, Look look) => site.VisitAsync(path, look, async page =>
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Full history" }).ClickAsync();
        await Assertions.Expect(page.GetByText("First known")).ToBeVisibleAsync();
        await ShouldBeFineAsync(page);
    });

    [Theory]
    [MemberData(nameof(Look.All), MemberType = typeof(Look))]
    public Task Evidence_opens_beside_its_value_and_is_accessible(Look look) => site.VisitAsync("/companies/project-prometheus", look, async page =>
    {
        var mark = page.GetByRole(AriaRole.Button, new() { NameRegex = new("(?i)evidence.*amount") }).First;
        await mark.FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        var card = page.Locator("[popover]:popover-open");
        await Assertions.Expect(card).ToContainTextAsync("about to close a round of $10 billion");
        await Assertions.Expect(card).ToContainTextAsync("type0.ai");
        await page.ShouldBeAccessibleAsync();
        await card.GetByRole(AriaRole.Link, new() { NameRegex = new("(?i)read") }).First.ClickAsync();
        page.Url.Should().Contain("/sources/type0-bezos-prometheus#");
    });

    [Fact]
    public Task Evidence_opens_without_scripts() => site.VisitAsync("/companies/project-prometheus", Look.NoScript, async page =>
    {
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("(?i)evidence.*amount") }).First.ClickAsync();

        await Assertions.Expect(page.Locator("[popover]:popover-open")).ToContainTextAsync("about to close a round of $10 billion");
    });

    private static async Task ShouldBeFineAsync(IPage page)
    {
        await page.ShouldBeAccessibleAsync();
        var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        overflow.Should().BeLessThanOrEqualTo(0, "a page never scrolls sideways");
    }
}
