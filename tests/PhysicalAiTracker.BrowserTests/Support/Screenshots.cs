using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.BrowserTests.Support;

/// <summary>Pictures of pages in the ignored folder <c>artifacts/screenshots</c> of the repository.</summary>
public static partial class Screenshots
{
    /// <summary>Keeps the page as <c>&lt;name&gt;.png</c>, over an older one of that name.</summary>
    /// <param name="wholePage">Otherwise what the window shows.</param>
    public static async Task KeepAsync(IPage page, string name, bool wholePage = true)
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
