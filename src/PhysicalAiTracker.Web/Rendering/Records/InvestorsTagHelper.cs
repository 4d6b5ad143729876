using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary><c>&lt;investors round="…" assertions="…" about="…" /&gt;</c>: who takes part in a round; of many the first, with the way to the rest.</summary>
[HtmlTargetElement("investors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InvestorsTagHelper : EvidencedTagHelper
{
    private const int Most = 4;

    public FundingRoundItem Round { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        Field = "participations";
        var all = Round.Investors;
        if (all.Count == 0)
        {
            Show(output, null, oneLine: false);
            return;
        }

        var shown = all.Count > Most + 1 ? all.Take(Most).ToList() : all;
        output.TagName = "ul";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "plain");
        output.Content.SetHtmlContent(Markup.Each(shown, investor => Line(investor, isLast: ReferenceEquals(investor, shown[^1]))));
        if (shown.Count < all.Count)
        {
            output.Content.AppendHtml(Markup.Of($"<li><a href=\"{Addresses.OfRound(Round.Id)}\">{all.Count - shown.Count} more</a></li>"));
        }
    }

    private IHtmlContent Line(ParticipationItem investor, bool isLast)
    {
        var name = Markup.Of($"<a href=\"{Addresses.Of(investor.Kind, investor.Slug)}\">{investor.Name}</a>");
        var role = investor.Role is ParticipationRole.Lead or ParticipationRole.CoLead ? Aside(Labels.Of(investor.Role.Value)) : null;
        var status = investor.Status is ParticipationStatus.Pledged or ParticipationStatus.Declined ? Aside(Labels.Of(investor.Status.Value)) : null;
        var amount = investor.Amount is { } given ? Markup.Of($" {MoneyTagHelper.Markup(given)}") : null;
        var vehicle = investor.Vehicle is { } through ? Markup.Of($" <span class=\"sub\">through {through}</span>") : null;
        // The last one carries the mark of the list.
        return Markup.Of($"<li>{(isLast ? WithMark(name, oneLine: false) : name)}{role}{status}{amount}{vehicle}</li>");
    }

    private static IHtmlContent Aside(string text) => Markup.Of($" <span class=\"muted\">{text}</span>");
}
