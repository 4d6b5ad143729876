using Microsoft.AspNetCore.Razor.TagHelpers;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary><c>&lt;investors round="…" assertions="…" about="…" /&gt;</c>: who takes part in a round; of many the first, with the way to the rest.</summary>
[HtmlTargetElement("investors", TagStructure = TagStructure.WithoutEndTag)]
public sealed class InvestorsTagHelper : EvidencedTagHelper
{
    private const int Most = 4;
    private const string Of = "participations";

    public FundingRoundItem Round { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = MarkupWriter.For(ViewContext.HttpContext);
        Write(html, Values(html), Round);
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    internal static void Write(MarkupWriter html, Evidenced values, FundingRoundItem round)
    {
        var all = round.Investors;
        if (all.Count == 0)
        {
            values.Show<ParticipationItem>(Of, null, AddName, oneLine: false);
            return;
        }

        html.AddMarkup("<ul class=\"plain\">");
        var shown = all.Count > Most + 1 ? Most : all.Count;
        for (var at = 0; at < shown; at++)
        {
            html.AddMarkup("<li>");
            // The last one carries the mark of the list.
            if (at == shown - 1)
            {
                values.Show(Of, all[at], AddName, oneLine: false);
            }
            else
            {
                AddName(html, all[at]);
            }

            AddPart(html, all[at]);
            html.AddMarkup("</li>");
        }

        if (shown < all.Count)
        {
            html.Add($"<li><a href=\"{Addresses.OfRound(round.Id)}\">{all.Count - shown} more</a></li>");
        }

        html.AddMarkup("</ul>");
    }

    private static void AddName(MarkupWriter html, ParticipationItem investor) => html.Add($"<a href=\"{Addresses.Of(investor.Kind, investor.Slug)}\">{investor.Name}</a>");

    /// <summary>How the investor takes part.</summary>
    private static void AddPart(MarkupWriter html, ParticipationItem investor)
    {
        if (investor.Role is (ParticipationRole.Lead or ParticipationRole.CoLead) and var role)
        {
            html.Add($" <span class=\"muted\">{Labels.Of(role)}</span>");
        }

        if (investor.Status is (ParticipationStatus.Pledged or ParticipationStatus.Declined) and var status)
        {
            html.Add($" <span class=\"muted\">{Labels.Of(status)}</span>");
        }

        if (investor.Amount is { } amount)
        {
            html.AddMarkup(" ");
            MoneyTagHelper.Add(html, amount);
        }

        if (investor.Vehicle is { } vehicle)
        {
            html.Add($" <span class=\"sub\">through {vehicle}</span>");
        }
    }
}
