using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>HTML from an interpolated string: what stands in the string is markup, what is put into it is text and encoded.</summary>
public static class Markup
{
    public static IHtmlContent Of(FormattableString markup) =>
        new HtmlFormattableString(CultureInfo.InvariantCulture, markup.Format, markup.GetArguments()!);

    /// <summary>Some markup for each item, one directly after the other.</summary>
    public static IHtmlContent Each<T>(IEnumerable<T> items, Func<T, IHtmlContent> show)
    {
        var all = new HtmlContentBuilder();
        foreach (var item in items)
        {
            all.AppendHtml(show(item));
        }

        return all;
    }
}
