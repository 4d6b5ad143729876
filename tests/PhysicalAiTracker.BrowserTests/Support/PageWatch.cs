using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PhysicalAiTracker.BrowserTests.Support;

/// <summary>Collects what a visitor would not see but a browser complains about, on every page of a context.</summary>
public sealed class PageWatch
{
    private readonly ConcurrentQueue<string> _complaints = new();

    private PageWatch()
    {
    }

    /// <summary>In the order in which they came; empty when all is well.</summary>
    public IReadOnlyCollection<string> Complaints => _complaints;

    /// <param name="context">The context to watch from now on.</param>
    /// <param name="address">The only address that its pages may ask.</param>
    public static PageWatch On(IBrowserContext context, string address)
    {
        var watch = new PageWatch();
        context.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address + "/", StringComparison.Ordinal) && request.Url.StartsWith("http", StringComparison.Ordinal))
            {
                watch._complaints.Enqueue($"asked another host: {request.Url}");
            }
        };
        context.Response += (_, response) =>
        {
            // A page may be a 404 or a 409 on purpose, and so may what a script asks; what a page is made of must be there.
            if (response.Status >= (response.Request.ResourceType is "document" or "fetch" ? 500 : 400))
            {
                watch._complaints.Enqueue($"{response.Status} for {response.Url}");
            }
        };
        context.Console += (_, message) =>
        {
            if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                watch._complaints.Enqueue($"console: {message.Text}");
            }
        };
        context.WebError += (_, error) => watch._complaints.Enqueue($"script: {error.Error}");
        return watch;
    }
}
