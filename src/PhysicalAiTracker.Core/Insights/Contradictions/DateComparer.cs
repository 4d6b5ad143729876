using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Compares dates by the days that they may mean.</summary>
internal static class DateComparer
{
    public static Verdict Compare(PartialDate left, PartialDate right)
    {
        if (left == right)
        {
            return Verdict.Same;
        }

        var (from, to) = (Span(left), Span(right));
        return from.First <= to.Last && to.First <= from.Last
            ? Verdict.Because(Explanation.Precision, $"{Begin(left)} and {right.ToDisplay()} can be the same day.")
            : Verdict.Conflict($"{Begin(left)} and {right.ToDisplay()} have no day in common.");
    }

    /// <summary>Whether two spans of time have a day in common; an open end is open.</summary>
    public static bool Overlap(PartialDate? leftFrom, PartialDate? leftTo, PartialDate? rightFrom, PartialDate? rightTo) =>
        (leftFrom?.Earliest ?? DateOnly.MinValue) <= (rightTo?.Latest ?? DateOnly.MaxValue)
        && (rightFrom?.Earliest ?? DateOnly.MinValue) <= (leftTo?.Latest ?? DateOnly.MaxValue);

    /// <summary>An approximate or uncertain date reaches half as far again to either side as it is long.</summary>
    private static (DateOnly First, DateOnly Last) Span(PartialDate date)
    {
        if (!date.IsApproximate && !date.IsUncertain)
        {
            return (date.Earliest, date.Latest);
        }

        return date.Precision switch
        {
            DatePrecision.Year => (date.Earliest.AddMonths(-6), date.Latest.AddMonths(6)),
            DatePrecision.Month => (date.Earliest.AddDays(-15), date.Latest.AddDays(15)),
            _ => (date.Earliest.AddDays(-3), date.Latest.AddDays(3)),
        };
    }

    private static string Begin(PartialDate date) => date.ToDisplay() is var text ? char.ToUpperInvariant(text[0]) + text[1..] : "";
}
