using System.Text;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace PhysicalAiTracker.BrowserTests.Support;

/// <summary>Checks of a page with axe.</summary>
public static class Accessibility
{
    private static readonly AxeRunOptions Wcag22DoubleA = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        },
        // The only rule of WCAG 2.2 AA; axe leaves it off unless asked for.
        Rules = new Dictionary<string, RuleOptions> { ["target-size"] = new() { Enabled = true } },
        // What passes is not described: on a page of a thousand cells that is much of the work.
        ResultTypes = [ResultType.Violations],
    };

    /// <summary>Fails with every violation of WCAG 2.2, levels A and AA, and the elements that violate it.</summary>
    /// <exception cref="TimeoutException">Axe waits on the page's timers: it cannot check a look without scripts.</exception>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        // What is scrolled under a bar that stays on top is no small target: all is seen from the top.
        await page.EvaluateAsync("scrollTo(0, 0)");
        var result = await page.RunAxe(Wcag22DoubleA).WaitAsync(TimeSpan.FromSeconds(180));
        if (result.Violations.Length > 0)
        {
            throw new XunitException($"{page.Url} breaks WCAG 2.2 AA:\n{Describe(result.Violations)}");
        }
    }

    private static string Describe(IEnumerable<AxeResultItem> violations)
    {
        var text = new StringBuilder();
        foreach (var violation in violations)
        {
            text.AppendLine($"{violation.Id} ({violation.Impact}): {violation.Help}");
            foreach (var node in violation.Nodes)
            {
                text.AppendLine($"  {node.Target}  {node.Html}");
                text.AppendLine($"    {string.Join("; ", node.Any.Concat(node.All).Concat(node.None).Select(check => check.Message))}");
            }
        }

        return text.ToString();
    }
}
