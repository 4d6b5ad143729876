using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Rendering;
using PhysicalAiTracker.Web.Rendering.Records;

namespace PhysicalAiTracker.Web.Charts;

/// <summary>Measurements of one thing at their dates, from zero. A single one is a point with its value.</summary>
public static class SeriesChart
{
    private const double Left = 60;
    private const double Right = 700;
    private const double LabelRoom = 120;
    private const double Top = 24;
    private const double Axis = 150;

    /// <param name="series">Counts, oldest first.</param>
    /// <param name="what">What is measured: "Headcount".</param>
    public static IHtmlContent Draw(IReadOnlyList<ObservationItem> series, string what, string caption)
    {
        var points = series.Where(o => o.Quantity is not null).ToList();
        if (points.Count == 0)
        {
            return HtmlString.Empty;
        }

        var scale = TimeScale.Around(points.Select(o => o.AsOf), Left, Right - LabelRoom);
        var top = NiceAbove(points.Max(o => o.Quantity!.High ?? o.Quantity.Value));
        double Y(decimal value) => Axis - ((Axis - Top) * (double)(value / top));
        var grid = Markup.Each(new[] { 0m, top / 2, top }, value => Markup.Of(
            $"{Svg.Line("grid", Left, Y(value), Right, Y(value))}{Svg.Text("end", Left - 8, Y(value) + 4, $"{value:#,##0.#}")}"));
        var path = string.Join(' ', points.Select(o => $"{Svg.Number(scale.Of(o.AsOf))},{Svg.Number(Y(o.Quantity!.Value))}"));
        var line = points.Count > 1 ? Markup.Of($"<polyline class=\"line\" points=\"{path}\"/>") : HtmlString.Empty;
        var drawing = Markup.Of($"{grid}{Svg.TimeAxis(scale, Left, Right, Axis)}{line}{Markup.Each(points, o => Point(o, scale.Of(o.AsOf), Y, IsLabelled(o, points)))}");
        var words = $"{what}: {string.Join("; ", points.Select(o => $"{ObservationText.Figure(o)}, {o.AsOf.ToDisplay()}"))}";
        return Svg.Figure(caption, words, $"series-{what.ToLowerInvariant()}", Axis + 32, links: false, drawing);
    }

    private static IHtmlContent Point(ObservationItem observation, double x, Func<decimal, double> y, bool labelled)
    {
        var quantity = observation.Quantity!;
        var css = quantity.Qualifier switch
        {
            Qualifier.Exactly => "point",
            Qualifier.About => "point hedged",
            _ => "point at-least",
        };
        var range = quantity.High is { } high ? Svg.Line("range", x, y(quantity.Value), x, y(high)) : HtmlString.Empty;
        var label = labelled ? Svg.Text("value", x + 11, y(quantity.Value) + 4, ObservationText.Figure(observation)) : HtmlString.Empty;
        return Markup.Of($"{range}{Svg.Circle(css, x, y(quantity.Value), 4.5)}{label}");
    }

    /// <summary>The last one; the line and the table tell the others.</summary>
    private static bool IsLabelled(ObservationItem observation, List<ObservationItem> points) => ReferenceEquals(observation, points[^1]);

    /// <summary>The next of 1, 1.5, 2, 3, 4, 5, 8 × 10ⁿ, so that the middle of the axis is a round number too.</summary>
    private static decimal NiceAbove(decimal value)
    {
        var unit = 1m;
        while (unit * 10 <= value)
        {
            unit *= 10;
        }

        decimal[] steps = [1, 1.5m, 2, 3, 4, 5, 8, 10];
        return steps.Select(step => step * unit).First(step => step >= value);
    }
}
