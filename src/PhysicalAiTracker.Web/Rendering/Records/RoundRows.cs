using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>The rows of a table of rounds: of the largest list, whose page is drawn as often as its filters change, and therefore without tag helpers (docs/decisions/0056), and drawn once between two commits (0060).</summary>
internal static class RoundRows
{
    public static IHtmlContent Of(RoundTable table, HttpContext page)
    {
        var (html, marks) = (MarkupWriter.For(page), PageMarks.Of(page));
        foreach (var round in table.Rounds)
        {
            if (table.Drawn is not { } drawn)
            {
                Write(html, marks, table, round);
            }
            else if (drawn.Find(round.Id) is { } before)
            {
                html.AddUtf8(before);
            }
            else
            {
                var row = MarkupWriter.For(page);
                Write(row, marks, table, round);
                var now = row.ToUtf8();
                drawn.Keep(round.Id, now);
                html.AddUtf8(now);
            }
        }

        return html;
    }

    private static void Write(MarkupWriter html, PageMarks marks, RoundTable table, FundingRoundItem round)
    {
        var said = Evidence.Listed(table.Evidence(round.Id));
        var title = RoundText.TitleOf(round);
        var titled = new Evidenced(html, marks, said, title);
        var values = table.WithCompany ? new Evidenced(html, marks, said, $"{round.Company.Name}, {title}") : titled;
        Action<MarkupWriter, MoneyItem> money = round.SupersededBy is null ? MoneyTagHelper.Add : MoneyTagHelper.AddStruck;

        html.AddMarkup(round.SupersededBy is null ? "<tr>" : "<tr class=\"superseded\">");
        if (table.WithCompany)
        {
            html.AddMarkup("<th scope=\"row\">");
            values.Show("company", round.Company, PartyLinkTagHelper.Add, oneLine: false);
        }
        else
        {
            html.AddMarkup("<th scope=\"row\" class=\"phrase\">");
            WriteTitle(html, titled, round, title);
        }

        html.AddMarkup("</th>\n<td class=\"num\">");
        values.Show("amount", round.Amount, money);
        html.AddMarkup("</td>\n<td>");
        values.Show("status", round.Status, static (html, status) => StatusTagHelper.Add(html, Words.Of(status)));
        if (table.WithCompany)
        {
            html.AddMarkup("</td>\n<td class=\"phrase\">");
            WriteTitle(html, titled, round, title);
        }

        html.AddMarkup("</td>\n<td class=\"num\">");
        values.Show("valuation", MoneyTagHelper.Of(round.Valuation), money);
        if (round.Valuation?.Kind is { } kind)
        {
            html.Add($"<span class=\"sub\">{(kind == ValuationKind.Unspecified ? "pre or post not stated" : Labels.Of(kind))}</span>");
        }

        html.AddMarkup("</td>\n<td>");
        InvestorsTagHelper.Write(html, values, round);
        html.AddMarkup("</td>\n<td>");
        if (round.Grade is { } grade)
        {
            GradeTagHelper.Add(html, grade);
        }

        html.AddMarkup("</td>\n<td class=\"nowrap\">");
        values.Show(RoundText.DateFieldOf(round), RoundText.DateOf(round), Dates.Add);
        html.AddMarkup(round is { AnnouncedOn: null, ClosedOn: null, ReportedOn: not null } ? "<span class=\"sub\">reported</span></td></tr>\n" : "</td></tr>\n");
    }

    private static void WriteTitle(MarkupWriter html, Evidenced values, FundingRoundItem round, string title)
    {
        if (round.Stage is null)
        {
            AddLink(html, (round, title));
        }
        else
        {
            values.Show<(FundingRoundItem, string)>("stage", (round, title), AddLink, oneLine: false);
        }

        if (round.StageAsAnnounced is { } announced && !string.Equals(announced, title, StringComparison.OrdinalIgnoreCase))
        {
            html.Add($"\n<span class=\"sub\">“{announced}”</span>");
        }

        if (round.Instrument is { } instrument)
        {
            html.AddMarkup("\n<div class=\"sub\">");
            values.Show("instrument", Labels.Of(instrument), static (html, word) => html.AddText(word));
            html.AddMarkup("</div>");
        }

        if (round.SupersededBy is { } later)
        {
            html.Add($"\n<span class=\"superseded-by\">superseded by <a href=\"{Addresses.OfRound(later.Id)}\">{later.Amount?.Text ?? "a later round"}</a></span>");
        }

        if (round.Note is { } note)
        {
            html.AddMarkup("\n<div class=\"sub\">");
            values.Show("note", note, static (html, text) => html.AddText(text), oneLine: false);
            html.AddMarkup("</div>");
        }
    }

    private static void AddLink(MarkupWriter html, (FundingRoundItem Round, string Title) of) => html.Add($"<a href=\"{Addresses.OfRound(of.Round.Id)}\">{of.Title}</a>");
}
