using System.Net;
using System.Text.RegularExpressions;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>An answer as somebody without scripts sees it.</summary>
public sealed partial class Page(HttpStatusCode status, string html, Uri? movedTo)
{
    public HttpStatusCode Status { get; } = status;

    public string Html { get; } = html;

    /// <summary>The path that a redirect leads to.</summary>
    public string? MovedTo { get; } = movedTo?.OriginalString;

    /// <summary>The words of the main part, evidence cards included, with single blanks between them.</summary>
    public string Text => TextOf(MainPart().Match(Html).Value);

    /// <summary>The words that stand there before anything is opened.</summary>
    public string Shown => TextOf(Card().Replace(MainPart().Match(Html).Value, ""));

    /// <summary>Without following redirects.</summary>
    public static async Task<Page> GetAsync(TrackerApp app, string path)
    {
        using var client = app.CreateClient(new() { AllowAutoRedirect = false });
        using var response = await client.GetAsync(path);
        return new Page(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location);
    }

    /// <summary>The words of the part of the page that has this id.</summary>
    public string TextOfPart(string id)
    {
        var start = Html.IndexOf($"id=\"{id}\"", StringComparison.Ordinal);
        start.Should().BeGreaterThan(0, "the page has a part {0}", id);
        var end = Html.IndexOf("</section>\n            <section", start, StringComparison.Ordinal);
        return TextOf(Card().Replace(Html[Html.LastIndexOf('<', start)..(end < 0 ? Html.Length : end)], ""));
    }

    /// <summary>The addresses of links with this text.</summary>
    public IEnumerable<string> LinksTo(string text) => Link().Matches(Html)
        .Where(link => TextOf(link.Groups["text"].Value) == text).Select(link => WebUtility.HtmlDecode(link.Groups["href"].Value));

    private static string TextOf(string html) => Blanks().Replace(WebUtility.HtmlDecode(Tag().Replace(html, match => Inline().IsMatch(match.Value) ? "" : " ")), " ").Trim();

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<div class=\"evidence\".*?</section>(<footer>[^\n]*?</footer>)?</div>", RegexOptions.Singleline)]
    private static partial Regex Card();

    [GeneratedRegex("<a [^>]*href=\"(?<href>[^\"]*)\"[^>]*>(?<text>.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex("^</?(a|b|span|time|data|strong|em)[ >]")]
    private static partial Regex Inline();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
