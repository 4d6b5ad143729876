using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PhysicalAiTracker.BrowserTests.Support;

/// <summary>Pictures of pages in the ignored folder <c>artifacts/screenshots</c> of the repository.</summary>
public static partial class Screenshots
{
    /// <summary>Keeps the whole page as <c>&lt;name&gt;.png</c>, over an older one of that name.</summary>
    public static async Task KeepAsync(IPage page, string name)
    {
        var path = Path.Combine(Root(), "artifacts", "screenshots", Unsafe().Replace(name, "_") + ".png");
        try
        {
            await page.ScreenshotAsync(new() { Path = path, FullPage = true });
            Console.WriteLine($"Screenshot: {path}");
        }
        catch (PlaywrightException)
        {
            // The page is gone; what the test has to say about that counts more than its picture.
        }
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "PhysicalAiTracker.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return directory.FullName;
    }

    [GeneratedRegex("[^A-Za-z0-9._-]+")]
    private static partial Regex Unsafe();
}
