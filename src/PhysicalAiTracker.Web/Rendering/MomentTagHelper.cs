using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary><c>&lt;moment at="…" /&gt;</c>: a UTC time to the minute.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTagHelper : TagHelper
{
    public DateTime At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Markup.Of($"<time datetime=\"{At:yyyy-MM-ddTHH:mm}Z\">{At:d MMM yyyy, HH:mm} UTC</time>"));
    }
}
