using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.BrowserTests.Support;

/// <summary>Pictures of pages in the ignored folder <c>artifacts/screenshots</c> of the repository.</summary>
public static partial class Screenshots
{
    private static readonly bool OfSteps = Environment.GetEnvironmentVariable("TRACKER_TEST_PICTURES") == "1";

    /// <summary>Keeps the page as <c>&lt;name&gt;.png</c>, over an older one of that name, where the environment asks for pictures; they take their time.</summary>
    /// <param name="wholePage">Otherwise what the window shows.</param>
    public static Task KeepAsync(IPage page, string name, bool wholePage = true) => OfSteps ? TakeAsync(page, name, wholePage) : Task.CompletedTask;

    /// <summary>Keeps the page of a test that fails.</summary>
    public static Task KeepFailureAsync(IPage page, string name) => TakeAsync(page, name, wholePage: true);

    private static async Task TakeAsync(IPage page, string name, bool wholePage)
    {
        var path = Repository.Path("artifacts", "screenshots", Unsafe().Replace(name, "_") + ".png");
        try
        {
            await page.ScreenshotAsync(new() { Path = path, FullPage = wholePage });
            Console.WriteLine($"Screenshot: {path}");
        }
        catch (PlaywrightException)
        {
            // The page is gone; what the test has to say about that counts more than its picture.
        }
    }

    [GeneratedRegex("[^A-Za-z0-9._-]+")]
    private static partial Regex Unsafe();
}
