namespace PhysicalAiTracker.Core.Funding;

/// <summary>
/// Percentiles by linear interpolation between the two nearest values: the one at rank p·(n−1), counted from 0. It is type 7 of Hyndman and Fan
/// (1996), as <c>percentile_cont</c> of SQL, NumPy and spreadsheets have it.
/// </summary>
internal static class Percentiles
{
    /// <param name="sorted">Cents, ascending; at least one.</param>
    /// <param name="share">0.5 for the median.</param>
    /// <returns>To the cent, halves to the even one.</returns>
    public static decimal Of(IReadOnlyList<long> sorted, decimal share)
    {
        var rank = share * (sorted.Count - 1);
        var below = (int)rank;
        var above = Math.Min(below + 1, sorted.Count - 1);
        return Math.Round(sorted[below] + ((rank - below) * (sorted[above] - sorted[below])), MidpointRounding.ToEven) / 100;
    }
}
