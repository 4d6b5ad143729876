using System.Text;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace PhysicalAiTracker.BrowserTests.Support;

/// <summary>Checks of a page with axe.</summary>
public static class Accessibility
{
    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// The rules run in the page, and only what they object to leaves it: the package's own way describes each element for each rule, in and
    /// out of the browser, which takes two to six times as long.
    /// </summary>
    private const string Violations = """
        async () => {
            const { violations } = await axe.run(document, {
                runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
                // The only rule of WCAG 2.2 AA; axe leaves it off unless asked for.
                rules: { "target-size": { enabled: true } },
                resultTypes: ["violations"],
            });
            return JSON.stringify(violations.map(({ id, impact, help, nodes }) => ({
                id, impact, help,
                nodes: nodes.map(({ target, html, any, all, none }) => ({ target: target.flat().join(" "), html, messages: [...any, ...all, ...none].map(check => check.message) })),
            })));
        }
        """;

    /// <summary>Fails with every violation of WCAG 2.2, levels A and AA, and the elements that violate it. A page in a frame is not looked into; there is none.</summary>
    /// <exception cref="TimeoutException">Axe waits on the page's timers: it cannot check a look without scripts.</exception>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        // What is scrolled under a bar that stays on top is no small target: all is seen from the top.
        await page.EvaluateAsync("scrollTo(0, 0)");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        var answer = await page.EvaluateAsync<string>(Violations).WaitAsync(TimeSpan.FromSeconds(180));
        var violations = JsonSerializer.Deserialize<IReadOnlyList<Violation>>(answer, JsonSerializerOptions.Web)!;
        if (violations.Count > 0)
        {
            throw new XunitException($"{page.Url} breaks WCAG 2.2 AA:\n{Describe(violations)}");
        }
    }

    private static string Describe(IEnumerable<Violation> violations)
    {
        var text = new StringBuilder();
        foreach (var violation in violations)
        {
            text.AppendLine($"{violation.Id} ({violation.Impact}): {violation.Help}");
            foreach (var node in violation.Nodes)
            {
                text.AppendLine($"  {node.Target}  {node.Html}");
                text.AppendLine($"    {string.Join("; ", node.Messages)}");
            }
        }

        return text.ToString();
    }

    private sealed record Violation(string Id, string Impact, string Help, IReadOnlyList<Element> Nodes);

    private sealed record Element(string Target, string Html, IReadOnlyList<string> Messages);
}
