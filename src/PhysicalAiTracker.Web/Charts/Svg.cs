using System.Globalization;
using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Charts;

/// <summary>The pieces all charts have. Geometry is in attributes and looks in charts.css, as the content security policy wants it.</summary>
internal static class Svg
{
    /// <summary>Units across; a phone scrolls.</summary>
    public const double Width = 720;

    private const double Slack = 6;

    public static IHtmlContent Line(string css, double x1, double y1, double x2, double y2) =>
        Markup.Of($"<line class=\"{css}\" x1=\"{Number(x1)}\" y1=\"{Number(y1)}\" x2=\"{Number(x2)}\" y2=\"{Number(y2)}\"/>");

    public static IHtmlContent Circle(string css, double x, double y, double r) =>
        Markup.Of($"<circle class=\"{css}\" cx=\"{Number(x)}\" cy=\"{Number(y)}\" r=\"{Number(r)}\"/>");

    public static IHtmlContent Text(string css, double x, double y, string text) =>
        Markup.Of($"<text class=\"{css}\" x=\"{Number(x)}\" y=\"{Number(y)}\">{text}</text>");

    /// <summary>The axis with its ticks.</summary>
    public static IHtmlContent TimeAxis(TimeScale scale, double left, double right, double y) => Markup.Of(
        $"{Line("axis", left, y, right, y)}{Markup.Each(scale.Ticks(), tick => Markup.Of($"{Line("tick", tick.At, y, tick.At, y + 6)}{Text("mid", Inside(tick.At, tick.Text), y + 22, tick.Text)}"))}");

    /// <summary>A drawing in a figure that says what it shows.</summary>
    /// <param name="title">The figures in words, for whoever does not see them.</param>
    /// <param name="id">Unique on the page.</param>
    /// <param name="links">Whether there are links in the drawing, which then is no single image.</param>
    public static IHtmlContent Figure(string caption, string title, string id, double height, bool links, IHtmlContent drawing) => Markup.Of(
        $"""
        <figure class="chart"><figcaption>{caption}</figcaption>
        <div class="scroll" role="region" aria-label="{caption}" tabindex="0"><svg viewBox="0 0 {Number(Width)} {Number(height)}" role="{(links ? "group" : "img")}" aria-labelledby="{id}"><title id="{id}">{title}</title>{drawing}</svg></div></figure>
        """);

    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Where the middle of a text is that stands near a place, and is not cut off at an edge, also in a type that is wider than most.</summary>
    private static double Inside(double x, string text) => Math.Clamp(x, (WidthOf(text) / 2) + Slack, Width - (WidthOf(text) / 2) - Slack);

    /// <summary>About how wide a text is at the charts' size of type.</summary>
    public static double WidthOf(string text) => text.Length * 6.6;
}
