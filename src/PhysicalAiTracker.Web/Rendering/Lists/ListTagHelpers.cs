using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>
/// <c>&lt;listing list="Model.List"&gt;…table…&lt;/listing&gt;</c>: puts filters, count and pager around a list's table, and a message in
/// its place where there is nothing to show.
/// </summary>
public sealed class ListingTagHelper(IHtmlHelper html) : TagHelper
{
    public ListView List { get; set; } = null!;

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((IViewContextAware)html).Contextualize(ViewContext);
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "with-filters");
        output.Content.AppendHtml(await html.PartialAsync("Lists/_Filters", List))
            .AppendHtml("<div>").AppendHtml(await html.PartialAsync("Lists/_Head", List)).AppendHtml(await html.PartialAsync("Lists/_Aggregates", List));
        if (List.Shown > 0)
        {
            output.Content.AppendHtml(await output.GetChildContentAsync()).AppendHtml(await html.PartialAsync("Lists/_Pager", List));
        }
        else if (List.Problems.Count == 0)
        {
            output.Content.AppendHtml(await html.PartialAsync("Lists/_Empty", List));
        }

        output.Content.AppendHtml("</div>");
    }
}

/// <summary><c>&lt;th sort-by="amount" list="Model.List"&gt;Amount&lt;/th&gt;</c>: a header that sorts, and says whether the list is sorted by it.</summary>
[HtmlTargetElement("th", Attributes = "sort-by")]
public sealed class SortHeaderTagHelper : TagHelper
{
    /// <summary>The name of the order.</summary>
    public string SortBy { get; set; } = "";

    public ListView List { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("scope", "col");
        var direction = List.DirectionOf(SortBy);
        if (direction != 0)
        {
            output.Attributes.SetAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
        }

        // Names from A, dates and sums from the newest and largest.
        var href = List.SortedBy(SortBy, descendingFirst: SortBy is not ("name" or "title"));
        output.Content.SetHtmlContent(Markup.Of($"<a href=\"{href}\">{await output.GetChildContentAsync()}</a>"));
    }
}
