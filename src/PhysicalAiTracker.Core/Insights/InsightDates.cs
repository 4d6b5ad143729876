using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>Days as the insights use them.</summary>
internal static class InsightDates
{
    /// <summary>The day of a figure (UTC).</summary>
    public static DateOnly Today(TimeProvider time) => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    /// <summary>Whether what ends then, or does not end, still holds: the last day it may mean counts.</summary>
    public static bool Holds(PartialDate? to, DateOnly today) => to is null || to.Latest >= today;
}
