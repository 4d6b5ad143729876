using System.Globalization;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>How long ago something was, in words.</summary>
public static class Age
{
    public const string Today = "today";

    /// <summary>"today", "3 days", "5 weeks", "4 months", "2 years": whole ones of the largest unit that makes two.</summary>
    public static string Of(DateOnly since, DateOnly now) => (now.DayNumber - since.DayNumber) switch
    {
        <= 0 => Today,
        < 14 and var days => Count(days, "day"),
        < 61 and var days => Count(days / 7, "week"),
        < 730 and var days => Count(days * 12 / 365, "month"),
        var days => Count(days / 365, "year"),
    };

    private static string Count(int count, string one) => string.Create(CultureInfo.InvariantCulture, $"{count} {one}{(count == 1 ? "" : "s")}");
}
