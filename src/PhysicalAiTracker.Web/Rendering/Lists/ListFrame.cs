using Microsoft.AspNetCore.Html;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>What stands above and below a list's table.</summary>
internal static class ListFrame
{
    /// <summary>What is wrong with what was asked, how many items there are, the list for programs, and the filters in force.</summary>
    public static void WriteHead(MarkupWriter html, ListView list)
    {
        WriteProblems(html, list);
        html.AddMarkup("<div class=\"list-head\">\n<p class=\"result\">");
        if (list.Problems.Count == 0)
        {
            html.Add($"<strong>{Labels.Begin(list.CountText)}</strong>");
        }

        var active = list.Active;
        html.AddMarkup("</p>\n<button type=\"button\" class=\"filters-button\" popovertarget=\"filters\">Filters");
        if (active.Count > 0)
        {
            html.Add($" ({active.Count})");
        }

        html.AddMarkup("</button>\n");
        if (list.HasApi)
        {
            html.Add($"<a class=\"button small\" href=\"{list.ApiAddress}\">JSON</a>\n<a class=\"button small\" href=\"{list.TableAddress}\">CSV</a>\n")
                .Add($"<a class=\"button small\" href=\"{list.FeedAddress}\" type=\"application/atom+xml\">Atom</a>\n");
        }

        html.AddMarkup("</div>\n");
        if (active.Count > 0)
        {
            html.AddMarkup("<div class=\"active-filters\">\n<span>Filtered by</span>\n");
            foreach (var (label, href) in active)
            {
                html.Add($"<a class=\"chip\" href=\"{href}\" aria-label=\"Remove filter: {label}\">{label}</a>\n");
            }

            html.Add($"<a href=\"{list.Unfiltered}\">Clear all</a>\n</div>\n");
        }
    }

    /// <summary>Where in the list the page is, and the way to its neighbours; nothing where it is the whole list.</summary>
    public static void WritePager(MarkupWriter html, ListView list)
    {
        if (list.IsFirstPage && list.Next is null)
        {
            return;
        }

        html.AddMarkup("<nav class=\"pager\" aria-label=\"Pages\">\n<span>");
        if (!list.IsFirstPage)
        {
            html.Add($"<a href=\"{list.FirstPage}\">First page</a> <a href=\"{list.PreviousPage}\" rel=\"prev\">Previous page</a>");
        }

        html.Add($"</span>\n<span>{list.Shown} of {list.Total:#,##0} shown</span>\n")
            .Add(list.Next is null ? Markup.Of($"<span></span>") : Markup.Of($"<a href=\"{list.NextPage}\" rel=\"next\">Next page</a>")).AddMarkup("\n</nav>\n");
    }

    private static void WriteProblems(MarkupWriter html, ListView list)
    {
        if (list.Problems.Count == 0)
        {
            return;
        }

        html.AddMarkup("<div class=\"errors\" role=\"alert\">\n<h2>This list cannot be shown as asked</h2>\n<ul>\n");
        foreach (var problem in list.Problems)
        {
            html.Add($"<li><code>{problem.Name}</code>: {problem.Message}.{(problem.Allowed.Count > 0 ? $" Allowed: {string.Join(", ", problem.Allowed)}." : "")}</li>\n");
        }

        html.Add($"</ul>\n<p><a href=\"{list.Path}\">Show all {list.Nouns}</a></p>\n</div>\n");
    }
}
