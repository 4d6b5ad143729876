using System.Globalization;
using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Dates and instants as <c>&lt;time&gt;</c>, with the exact value on hover.</summary>
public static class Dates
{
    public static IHtmlContent Of(PartialDate date) => Markup.By(date, Add);

    internal static void Add(MarkupWriter html, PartialDate date) =>
        html.Add($"<time datetime=\"").AddText(date.Text.AsSpan().TrimEnd("?~%")).Add($"\" title=\"{date.Text}\">{date.ToDisplay()}</time>");

    /// <summary>"since Nov 2025 until 2026"; empty where neither end is known.</summary>
    public static IHtmlContent Span(PartialDate? from, PartialDate? to) => (from, to) switch
    {
        ({ } since, { } until) => Markup.Of($"since {Of(since)} until {Of(until)}"),
        ({ } since, null) => Markup.Of($"since {Of(since)}"),
        (null, { } until) => Markup.Of($"until {Of(until)}"),
        _ => HtmlString.Empty,
    };

    public static IHtmlContent Of(DateOnly day) =>
        Markup.Of($"<time datetime=\"{day:yyyy-MM-dd}\">{day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}</time>");

    /// <param name="at">UTC.</param>
    public static IHtmlContent Of(DateTime at) =>
        Markup.Of($"<time datetime=\"{at:yyyy-MM-ddTHH:mm:ssZ}\" title=\"{at:yyyy-MM-dd HH:mm} UTC\">{at.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}</time>");
}
