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

    /// <summary>The pages with most on them are looked at in every way.</summary>
    private static readonly string[] Richest = ["/", "/companies/project-prometheus", "/funding-rounds", "/sources/type0-bezos-prometheus"];

    /// <summary>What each mark is in whose middle is beside the content of its cell of a table: a mark that went to a line of its own stands before it, where nobody sees it.</summary>
    private const string MarksAstray = """
        [...document.querySelectorAll(":is(td, th) .ev")].filter(mark => mark.checkVisibility()).filter(mark => {
            const cell = mark.closest("td, th"), box = cell.getBoundingClientRect(), style = getComputedStyle(cell), own = mark.getBoundingClientRect();
            const middle = (own.left + own.right) / 2;
            return middle < box.left + parseFloat(style.paddingLeft) || middle > box.right || own.top < box.top - 1 || own.bottom > box.bottom + 1;
        }).map(mark => mark.closest("td, th").innerText.trim())
        """;

    public static TheoryData<string> EachPath { get; } = new(Paths);

    public static TheoryData<string> EachListed { get; } = new(Listed);

    private static IEnumerable<Look> Looks => Of(Look.All);

    private static IEnumerable<Look> Crossed => Of(Look.Crossed);

    [Theory]
    [MemberData(nameof(EachPath))]
    public Task A_page_is_accessible_and_fits(string path) =>
        site.VisitAsync(path, Look.Desktop, page => ShouldBeFineAsync(page, Richest.Contains(path) ? Looks : Crossed));

    [Theory]
    [MemberData(nameof(EachListed))]
    public Task A_record_s_page_is_accessible_and_fits(string kind) => site.VisitAsync("/about", Look.Desktop, async page =>
    {
        var answer = await page.APIRequest.GetAsync($"/api/v1/{kind}?limit=1");
        var item = (await answer.JsonAsync())!.Value.GetProperty("items")[0];
        await page.GotoAsync(item.TryGetProperty("page", out var address) ? address.GetString()! : item.GetProperty("url").GetString()!["/api/v1".Length..]);
        await ShouldBeFineAsync(page, Crossed);
    });

    [Theory]
    [InlineData("/companies/figure")]
    [InlineData("/questions/prometheus-edge-or-cloud")]
    public Task A_record_leads_to_its_history_which_is_accessible_and_fits(string path) => site.VisitAsync(path, Look.Desktop, async page =>
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Full history" }).ClickAsync();
        await Assertions.Expect(page.GetByText("First known")).ToBeVisibleAsync();
        await ShouldBeFineAsync(page, Crossed);
    });

    [Fact]
    public Task The_evidence_behind_a_list_is_accessible_and_fits() => site.VisitAsync("/claims", Look.Desktop, async page =>
    {
        await page.GotoAsync((await page.Locator("a.ev.contested").First.GetAttributeAsync("href"))!);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Evidence for");
        await ShouldBeFineAsync(page, Looks);
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

    private static IEnumerable<Look> Of(TheoryData<Look> looks) => looks.Cast<object[]>().Select(row => (Look)row[0]);

    /// <summary>Looks at the page as it is loaded in every one of the ways.</summary>
    private static async Task ShouldBeFineAsync(IPage page, IEnumerable<Look> looks)
    {
        foreach (var look in looks)
        {
            await page.LookAsync(look);
            await page.ShouldBeAccessibleAsync();
            var overflow = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
            overflow.Should().BeLessThanOrEqualTo(0, "a page never scrolls sideways ({0})", look);
            (await page.EvaluateAsync<string[]>(MarksAstray)).Should().BeEmpty("a mark of evidence stands in its cell ({0})", look);
        }
    }
}
