using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Search.FullText;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Text in which the words that were looked for are marked.</summary>
internal static class Marked
{
    public static IHtmlContent Of(Snippet snippet)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var mark in snippet.Marks)
        {
            html.Append(snippet.Text[at..mark.Start]).AppendHtml(Markup.Of($"<mark>{snippet.Text.Substring(mark.Start, mark.Length)}</mark>"));
            at = mark.Start + mark.Length;
        }

        return html.Append(snippet.Text[at..]);
    }
}
