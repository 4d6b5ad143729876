using Microsoft.AspNetCore.Html;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>The header of a column by which a list can be sorted: it sorts, and says whether the list is sorted by it.</summary>
public static class SortHeader
{
    /// <param name="list">Null where the table is no list of its own, and is not sorted.</param>
    /// <param name="order">The name of the order.</param>
    /// <param name="css">A class; null for none.</param>
    public static IHtmlContent Of(ListView? list, string order, string text, string? css = null)
    {
        var kind = css is null ? null : Markup.Of($" class=\"{css}\"");
        if (list is null)
        {
            return Markup.Of($"<th scope=\"col\"{kind}>{text}</th>");
        }

        var sorted = list.DirectionOf(order) switch
        {
            1 => Markup.Of($" aria-sort=\"ascending\""),
            -1 => Markup.Of($" aria-sort=\"descending\""),
            _ => HtmlString.Empty,
        };
        // Names from A, dates and sums from the newest and largest.
        return Markup.Of($"<th scope=\"col\"{kind}{sorted}><a href=\"{list.SortedBy(order, descendingFirst: order is not ("name" or "title"))}\">{text}</a></th>");
    }
}
