using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Rendering;
using PhysicalAiTracker.Web.Rendering.Records;

namespace PhysicalAiTracker.Web.Charts;

/// <summary>Rounds along time: a stem at the date, and on it a disc whose area is the sum. The table of rounds beside it has the same figures.</summary>
public static class RoundTimeline
{
    private const double Left = 20;
    private const double Right = 700;
    private const double LabelRoom = 130;
    private const double Lane = 58;
    private const double Largest = 24;
    private const double Smallest = 5;
    private const double Unsized = 9;

    /// <summary>Rounds without a date are left out; without any dated round there is nothing to draw.</summary>
    public static IHtmlContent Draw(IReadOnlyList<FundingRoundItem> rounds, PartialDate? foundedOn)
    {
        var marks = rounds.Where(round => RoundText.DateOf(round) is not null).Select(round => MarkOf(round, rounds)).ToList();
        if (marks.Count == 0)
        {
            return HtmlString.Empty;
        }

        if (foundedOn is not null)
        {
            marks.Add(new Mark(foundedOn, 3, "event", "founded", "", null, ""));
        }

        var scale = TimeScale.Around(marks.Select(mark => mark.Date), Left, Right - LabelRoom);
        var placed = Place(marks, scale);
        var axis = 44 + Largest + (placed.Max(at => at.Lane) * Lane) + 24;
        var drawing = Markup.Of($"{Svg.TimeAxis(scale, Left, Right, axis)}{Markup.Each(placed, at => Draw(at, scale, axis))}");
        var words = string.Join("; ", rounds.Where(round => RoundText.DateOf(round) is not null).Select(Describe));
        return Svg.Figure("Rounds by date; the disc grows with the sum. Open discs are not closed. The table has the same figures.", words, "timeline", axis + 32, links: true, drawing);
    }

    private static Mark MarkOf(FundingRoundItem round, IReadOnlyList<FundingRoundItem> all)
    {
        var largest = all.Max(other => other.Amount?.Usd) ?? 0;
        var (radius, sized) = round.Amount?.Usd is { } usd && largest > 0 ? (Math.Max(Smallest, Largest * Math.Sqrt((double)(usd / largest))), true) : (Unsized, false);
        var css = round switch
        {
            { SupersededBy: not null } => "superseded",
            _ when !sized => "unsized",
            { Status: FundingStatus.Rumored } => "rumored",
            { Status: FundingStatus.Closed } => "",
            _ => "open",
        };
        var status = round.SupersededBy is not null ? "superseded" : round.Status is { } known ? Labels.Of(known) : "status not stated";
        return new Mark(RoundText.DateOf(round)!, radius, css, round.Amount?.Text ?? "not disclosed", status, Addresses.OfRound(round.Id), RoundText.TitleOf(round));
    }

    private static string Describe(FundingRoundItem round)
    {
        var status = round.SupersededBy is not null ? "superseded" : round.Status is { } known ? Labels.Of(known) : "status not stated";
        return $"{RoundText.TitleOf(round)}, {round.Amount?.Text ?? "sum not stated"}, {status}";
    }

    /// <summary>From the right, each mark as low as it can stand without its label crossing the discs, labels and stems to its right.</summary>
    private static List<Placed> Place(List<Mark> marks, TimeScale scale)
    {
        var placed = new List<Placed>();
        foreach (var mark in marks.OrderByDescending(mark => scale.Of(mark.Date)))
        {
            var x = scale.Of(mark.Date);
            var end = x + mark.Radius + 8 + Svg.WidthOf(mark.Value.Length > mark.Below.Length ? mark.Value : mark.Below);
            var lane = placed.Where(other => other.X - other.Mark.Radius < end + 6).Select(other => other.Lane + 1).DefaultIfEmpty(0).Max();
            placed.Add(new Placed(mark, x, lane));
        }

        placed.Reverse();
        return placed;
    }

    private static IHtmlContent Draw(Placed at, TimeScale scale, double axis)
    {
        var mark = at.Mark;
        var y = axis - 24 - Largest - (at.Lane * Lane);
        var (from, to) = scale.SpanOf(mark.Date);
        var span = mark.Date.Precision == DatePrecision.Day ? HtmlString.Empty : Svg.Line("span", from, axis, to, axis);
        var label = at.X + mark.Radius + 8;
        var below = mark.Below.Length == 0 ? HtmlString.Empty : Svg.Text("sub-text", label, y + 15, mark.Below);
        var group = Markup.Of(
            $"<g class=\"{mark.Css}\">{span}{Svg.Line("stem", at.X, axis, at.X, y + mark.Radius)}{Svg.Circle("head", at.X, y, mark.Radius)}{Svg.Text("value", label, y + (mark.Below.Length == 0 ? 4 : 0), mark.Value)} {below}</g>");
        return mark.Href is null ? group : Markup.Of($"<a href=\"{mark.Href}\" aria-label=\"{mark.Value} {mark.Below}, {mark.Title}\">{group}</a>");
    }

    /// <summary>A disc with two lines beside it.</summary>
    private sealed record Mark(PartialDate Date, double Radius, string Css, string Value, string Below, string? Href, string Title);

    private sealed record Placed(Mark Mark, double X, int Lane);
}
