using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace PhysicalAiTracker.Web.AsOf;

/// <summary>
/// Lets the links and forms of a finished page stay on the day that was asked for. In the finished page, because links are made in many
/// places and one that was forgotten would lead a reader from May to now without a word.
/// </summary>
internal static partial class AsOfMarkup
{
    /// <summary>Marks the links and forms that are meant to lead elsewhere in time.</summary>
    public const string Leave = "data-as-of";

    public static string Link(string html, AsOfView view) => Tags().Replace(html, tag =>
    {
        var text = tag.Value;
        if (text.Contains(Leave, StringComparison.Ordinal))
        {
            return text;
        }

        if (tag.Groups["name"].Value == "a")
        {
            return Href().Replace(text, href => $" href=\"{HtmlEncoder.Default.Encode(view.Link(WebUtility.HtmlDecode(href.Groups["address"].Value)))}\"");
        }

        return Posts().IsMatch(text) || (Action().Match(text) is { Success: true } action && !view.Links.IsRead(WebUtility.HtmlDecode(action.Groups["address"].Value).Split('?')[0]))
            ? text
            : $"{text}<input type=\"hidden\" name=\"{AsOfView.Parameter}\" value=\"{view.Day!.Value.Text}\">";
    });

    // Razor and Markup encode < > and " in what they are given, so that no text can look like a tag.
    [GeneratedRegex("<(?<name>a|form)(\\s[^>]*)?>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\shref=\"(?<address>[^\"]*)\"")]
    private static partial Regex Href();

    [GeneratedRegex("\\saction=\"(?<address>[^\"]*)\"")]
    private static partial Regex Action();

    [GeneratedRegex("\\smethod=\"post\"", RegexOptions.IgnoreCase)]
    private static partial Regex Posts();
}
