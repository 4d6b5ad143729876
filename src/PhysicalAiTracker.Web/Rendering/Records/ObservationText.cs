using System.Globalization;
using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering.Records;

/// <summary>Measurements in words.</summary>
public static class ObservationText
{
    /// <summary>A count without its unit, for where the heading names it: "more than 120".</summary>
    public static string Figure(ObservationItem observation) =>
        observation.Quantity is { } quantity ? quantity.Text[..^quantity.Unit.Length].TrimEnd() : observation.Money?.Text ?? "";

    /// <summary>The value with its unit, all digits on hover.</summary>
    public static IHtmlContent Value(ObservationItem observation) => observation switch
    {
        { Money: { } money } => MoneyTagHelper.Markup(money),
        { Quantity: { } quantity } => Markup.Of($"<data value=\"{quantity.Value.ToString(CultureInfo.InvariantCulture)}\">{quantity.Text}</data>"),
        _ => Absent.NotStated,
    };

    /// <summary>"a year", "a quarter"; empty for what is counted at a moment.</summary>
    public static string Period(ObservationItem observation) => observation.Period is { } period ? $"a {Words.Of(period)}" : "";
}
