using PhysicalAiTracker.BrowserTests.Support;
using Xunit.Sdk;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>The checks themselves: a check that never fails proves nothing.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class AccessibilityTests(Site site)
{
    [Theory]
    [InlineData("<input id=amount>", "label", "#amount")]
    [InlineData("<p id=faint style='color:#bbb;background:#fff'>Hard to read</p>", "color-contrast", "#faint")]
    [InlineData("<p><a href=/a id=a style='display:inline-block;width:9px;height:9px;background:#000' aria-label=a></a><a href=/b style='display:inline-block;width:9px;height:9px;background:#000' aria-label=b></a></p>", "target-size", "#a")]
    public Task A_violation_fails_with_its_rule_and_element(string html, string rule, string element) =>
        site.VisitAsync("/", Look.Desktop, async page =>
        {
            // Away from the site, whose content security policy refuses these styles.
            await page.GotoAsync("about:blank");
            await page.SetContentAsync($"<!doctype html><html lang=en><title>Test</title><main>{html}</main>");

            var check = () => page.ShouldBeAccessibleAsync();

            (await check.Should().ThrowAsync<XunitException>()).WithMessage($"*{rule}*{element}*");
        });
}
