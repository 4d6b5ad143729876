using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary><c>&lt;party-link party="…" /&gt;</c>: a party's name, leading to its page.</summary>
public sealed class PartyLinkTagHelper : EvidencedTagHelper
{
    public PartyLink Party { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        Show(output, Markup.Of($"<a href=\"{Addresses.Of(Party)}\">{Party.Name}</a>"), oneLine: false);
    }
}

/// <summary><c>&lt;a nav="/companies"&gt;</c>: a link of the menu, which knows whether the reader is there.</summary>
[HtmlTargetElement("a", Attributes = "nav")]
public sealed class NavTagHelper : TagHelper
{
    public string Nav { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        output.Attributes.SetAttribute("href", Nav);
        if (request.Path.StartsWithSegments(Nav, out var rest))
        {
            output.Attributes.SetAttribute("aria-current", rest.Value is null or "" or "/" ? "page" : "true");
        }
    }
}
