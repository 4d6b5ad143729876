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
        Show(output, Markup.By(Party, Add), oneLine: false);
    }

    internal static void Add(MarkupWriter html, PartyLink party) => html.Add($"<a href=\"{Addresses.Of(party)}\">{party.Name}</a>");
}
