using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.Insights.Contradictions;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary><c>&lt;contested record="…" /&gt;</c>: what else is said of a record, open contradictions first; nothing where all agree.</summary>
[HtmlTargetElement("contested", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ContestedTagHelper(ContradictionQueries contradictions) : TagHelper
{
    public Guid Record { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        var found = await contradictions.OfRecordAsync(Record, ViewContext.HttpContext.RequestAborted);
        if (found.Count > 0)
        {
            output.Content.SetHtmlContent(Markup.Of(
                $"<section class=\"part\" aria-labelledby=\"contested\"><h2 id=\"contested\">Others say otherwise <span class=\"count\">{found.Count}</span></h2><ul>{Markup.Each(found, link => Markup.Of($"<li><a href=\"{Addresses.OfContradiction(link.Id)}\">{link.Label}</a>, {State(link)}: {string.Join(" ", link.Texts.Take(2))}</li>"))}</ul></section>"));
        }
    }

    private static string State(ContradictionLink link) =>
        link.Explanation is { } why ? $"{Labels.Of(link.State)}, {Labels.Of(why)}" : Labels.Of(link.State);
}
