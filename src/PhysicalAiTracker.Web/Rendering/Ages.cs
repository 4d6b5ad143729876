namespace PhysicalAiTracker.Web.Rendering;

/// <summary>How long ago something was, in words.</summary>
public static class Ages
{
    public const string Today = "today";

    /// <summary>"today", "3 days", "5 weeks", "4 months", "2 years": whole ones of the largest unit that makes two.</summary>
    public static string Of(DateTime since, DateTime now)
    {
        var days = (int)(now.Date - since.Date).TotalDays;
        return days switch
        {
            <= 0 => Today,
            < 14 => Labels.Count(days, "day"),
            < 61 => Labels.Count(days / 7, "week"),
            < 730 => Labels.Count(days * 12 / 365, "month"),
            _ => Labels.Count(days / 365, "year"),
        };
    }
}
