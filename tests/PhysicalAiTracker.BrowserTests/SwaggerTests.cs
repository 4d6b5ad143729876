using Microsoft.Playwright;
using PhysicalAiTracker.BrowserTests.Support;

namespace PhysicalAiTracker.BrowserTests;

/// <summary>The page that the API is tried on: served by us alone, within the content security policy.</summary>
[Collection(ReadOnlySite.Name)]
public sealed class SwaggerTests(Site site)
{
    [Fact]
    public Task A_reader_finds_an_operation_and_tries_it() => site.VisitAsync("/swagger", Look.Desktop, async page =>
    {
        var operation = page.Locator("#operations-funding-rounds-list-funding-rounds");
        await operation.Locator(".opblock-summary-control").ClickAsync();
        await operation.GetByText("The company that raises.").First.WaitForAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Try it out" }).ClickAsync();
        await operation.GetByRole(AriaRole.Button, new() { Name = "Execute" }).ClickAsync();

        var answer = operation.Locator(".live-responses-table .highlight-code");
        await answer.WaitForAsync();
        (await answer.InnerTextAsync()).Should().Contain("project-prometheus");
    });
}
