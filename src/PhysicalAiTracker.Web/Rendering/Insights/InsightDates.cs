using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace PhysicalAiTracker.Web.Rendering.Insights;

/// <summary>Days of the insights as <c>&lt;time&gt;</c>.</summary>
public static class InsightDates
{
    public static IHtmlContent Of(DateOnly day) => Markup.Of($"<time datetime=\"{day:yyyy-MM-dd}\">{day.ToString("d MMM yyyy", CultureInfo.InvariantCulture)}</time>");
}
