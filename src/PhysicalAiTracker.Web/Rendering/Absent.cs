using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>The kinds of nothing, and the mark of the tracker's own words.</summary>
public static class Absent
{
    /// <summary>Looked or asked for, and not told: a finding.</summary>
    public static IHtmlContent NotDisclosed { get; } = new HtmlString("<span class=\"not-disclosed\">not disclosed</span>");

    /// <summary>The sources do not say: a gap.</summary>
    public static IHtmlContent NotStated { get; } = new HtmlString("<span class=\"not-stated\">not stated</span>");

    public static IHtmlContent OurWords { get; } = new HtmlString("<span class=\"ours\">our words</span>");
}

/// <summary><c>&lt;our-words /&gt;</c>: behind what the tracker's editors wrote or judged themselves.</summary>
[HtmlTargetElement("our-words", TagStructure = TagStructure.WithoutEndTag)]
public sealed class OurWordsTagHelper : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Absent.OurWords);
    }
}
