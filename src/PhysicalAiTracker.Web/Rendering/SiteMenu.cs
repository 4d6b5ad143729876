using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Links of the menu, which know whether the reader is there.</summary>
internal static class SiteMenu
{
    public static IHtmlContent Link(HttpRequest request, string path, string name) => WhetherThere(request, path) is { } there
        ? Markup.Of($"<a href=\"{path}\" aria-current=\"{there}\">{name}</a>")
        : Markup.Of($"<a href=\"{path}\">{name}</a>");

    /// <summary>As <c>aria-current</c> has it: "page", "true" below it; null elsewhere.</summary>
    public static string? WhetherThere(HttpRequest request, string path) =>
        !request.Path.StartsWithSegments(path, out var rest) ? null : rest.Value is null or "" or "/" ? "page" : "true";
}

/// <summary><c>&lt;a nav="/account"&gt;…&lt;/a&gt;</c>: a link of the menu that says more than a name.</summary>
[HtmlTargetElement("a", Attributes = "nav")]
public sealed class NavTagHelper : TagHelper
{
    public string Nav { get; set; } = "";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("href", Nav);
        if (SiteMenu.WhetherThere(ViewContext.HttpContext.Request, Nav) is { } there)
        {
            output.Attributes.SetAttribute("aria-current", there);
        }
    }
}
