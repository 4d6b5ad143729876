using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Shows a value and, directly behind it, the mark that opens its evidence.</summary>
public abstract class EvidencedTagHelper : TagHelper
{
    /// <summary>The assertions about the value's record, in their words or without; null where the page shows no evidence.</summary>
    public IEnumerable<ISaid>? Assertions { get; set; }

    /// <summary>The record's field; several joined by commas; null for all that is said of the record.</summary>
    public string? Field { get; set; }

    /// <summary>Tells apart the same field of several records on a page: "Project Prometheus".</summary>
    public string? About { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    /// <summary>Puts out a value with its mark; where there is no value, why.</summary>
    /// <param name="oneLine">Whether the value is kept on a line. The mark stays with its last word in any case.</param>
    protected void Show(TagHelperOutput output, IHtmlContent? value, bool oneLine = true)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(WithMark(value, oneLine));
    }

    /// <summary>A value with its mark; where there is no value, why.</summary>
    private MarkupWriter WithMark(IHtmlContent? value, bool oneLine)
    {
        var html = MarkupWriter.For(ViewContext.HttpContext);
        Values(html).Show(Field, value, static (html, value) => html.Add(value), oneLine);
        return html;
    }

    private protected Evidenced Values(MarkupWriter html) => new(html, PageMarks.Of(ViewContext.HttpContext), Evidence.Listed(Assertions), About);
}

/// <summary><c>&lt;evidence assertions="…" field="amount" about="Project Prometheus" /&gt;</c>: the mark alone, for behind any value.</summary>
[HtmlTargetElement("evidence", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EvidenceTagHelper : EvidencedTagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Assertions is not null)
        {
            var html = MarkupWriter.For(ViewContext.HttpContext);
            EvidenceCard.Write(html, PageMarks.Of(ViewContext.HttpContext), Evidence.Of(Assertions, Field), About);
            output.Content.AppendHtml(html);
        }
    }
}
