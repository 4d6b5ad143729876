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
        var page = MarkupWriter.For(ViewContext.HttpContext);
        FilterForm.Write(page, List);
        page.AddMarkup("<div>");
        ListFrame.WriteHead(page, List);
        if (List.SummedBy.Count > 0 || List.Aggregates is not null)
        {
            page.Add(await html.PartialAsync("Lists/_Aggregates", List));
        }

        if (List.Shown > 0)
        {
            page.Add(await output.GetChildContentAsync());
            ListFrame.WritePager(page, List);
        }
        else if (List.Problems.Count == 0)
        {
            page.Add(await html.PartialAsync("Lists/_Empty", List));
        }

        output.Content.AppendHtml(page.AddMarkup("</div>"));
    }
}
