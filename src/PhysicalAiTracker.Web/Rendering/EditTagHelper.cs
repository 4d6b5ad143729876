using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary><c>&lt;edit record="Claim" id="…" /&gt;</c>: leads analysts to the form that changes the record; nobody else sees it.</summary>
[HtmlTargetElement("edit", TagStructure = TagStructure.WithoutEndTag)]
public sealed class EditTagHelper(IAuthorizationService authorization) : TagHelper
{
    public RecordKind Record { get; set; }

    public Guid Id { get; set; }

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if ((await authorization.AuthorizeAsync(ViewContext.HttpContext.User, Policies.Analyst)).Succeeded)
        {
            output.Content.SetHtmlContent(Markup.Of($"<p><a class=\"button small\" href=\"{Addresses.OfEdit(Record, Id)}\">Edit</a></p>"));
        }
    }
}
