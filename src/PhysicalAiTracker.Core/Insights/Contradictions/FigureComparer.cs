using System.Globalization;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Compares amounts and counts: bounds, ranges, rounding, currencies.</summary>
internal static class FigureComparer
{
    /// <summary>Rates of one day differ between their sources, and an announcement rarely says which day it used.</summary>
    public const decimal RateShare = 0.02m;

    /// <param name="rates">US dollars by currency, from other figures of the subject.</param>
    public static Verdict Compare(Figure left, Figure right, IReadOnlyDictionary<string, decimal>? rates = null)
    {
        if (left.Unit == right.Unit)
        {
            return CompareInOneUnit(left, right);
        }

        if (!left.IsMoney || !right.IsMoney)
        {
            return Verdict.Because(Explanation.DifferentScope, $"{left} and {right} are counted in different units.");
        }

        rates ??= new Dictionary<string, decimal>();
        if (left.ToUsd(rates) is not { } leftUsd || right.ToUsd(rates) is not { } rightUsd)
        {
            return Verdict.Conflict($"{left} and {right}: no exchange rate is on record to compare them by.");
        }

        var conversion = string.Join(" and ", new[] { (left, leftUsd), (right, rightUsd) }.Where(pair => pair.Item1.Unit != "USD").Select(Conversion));
        if (left.IsBound || right.IsBound)
        {
            return CompareInOneUnit(leftUsd, rightUsd) with { Text = $"{conversion}; {CompareInOneUnit(leftUsd, rightUsd).Text}" };
        }

        var room = Math.Max(RoomInUsd(left, leftUsd), RoomInUsd(right, rightUsd)) + (RateShare * Math.Max(leftUsd.Value, rightUsd.Value));
        var apart = Math.Abs(leftUsd.Value - rightUsd.Value);
        return apart <= room
            ? Verdict.Because(Explanation.Currency, $"{conversion}, {Apart(apart)} {(left.Unit == "USD" ? left : right.Unit == "USD" ? right : leftUsd)}: one amount in two currencies.")
            : Verdict.Conflict($"{conversion}, which is {Figure.Text(apart, "USD", money: true)} away: more than rounding and the day's rate explain ({Figure.Text(room, "USD", money: true)}).");
    }

    private static Verdict CompareInOneUnit(Figure left, Figure right)
    {
        var (low, high) = (left.Span, right.Span);
        if (left.IsBound || right.IsBound || left.High is not null || right.High is not null)
        {
            var room = Math.Max(left.IsBound ? 0 : left.Tolerance, right.IsBound ? 0 : right.Tolerance);
            return Meet(low, high, room)
                ? Verdict.Because(Explanation.Precision, $"{Begin(left)} leaves room for {right}.")
                : Verdict.Conflict($"{Begin(left)} leaves no room for {right}.");
        }

        var apart = Math.Abs(left.Value - right.Value);
        if (apart == 0)
        {
            return left.Qualifier == right.Qualifier ? Verdict.Same : Verdict.Because(Explanation.Precision, $"{Begin(left)} leaves room for {right}.");
        }

        var coarser = left.Tolerance >= right.Tolerance ? left : right;
        var finer = coarser == left ? right : left;
        return apart <= coarser.Tolerance
            ? Verdict.Because(Explanation.Rounding, $"{Begin(finer)} rounds to {coarser}: {Text(apart, left)} apart, within {Text(coarser.Tolerance, left)}.")
            : Verdict.Conflict($"{Begin(left)} and {right} are {Text(apart, left)} apart: more than rounding explains ({Text(coarser.Tolerance, left)}).");
    }

    /// <summary>Whether two spans meet; neither end of a bound is moved beyond what rounding allows.</summary>
    private static bool Meet((decimal Low, decimal High) left, (decimal Low, decimal High) right, decimal room) =>
        Math.Max(left.Low, right.Low) - Math.Min(left.High, right.High) <= room;

    private static decimal RoomInUsd(Figure original, Figure usd) => original.Value == 0 ? 0 : original.Tolerance * usd.Value / original.Value;

    private static string Conversion((Figure Original, Figure Usd) pair) =>
        string.Create(CultureInfo.InvariantCulture, $"{pair.Original} × {pair.Usd.Value / Nonzero(pair.Original.Value):0.####} = {Figure.Text(Math.Round(pair.Usd.Value, 2), "USD", money: true)}");

    private static decimal Nonzero(decimal value) => value == 0 ? 1 : value;

    private static string Apart(decimal apart) => apart == 0 ? "exactly" : "within rounding and the day's rate of";

    private static string Text(decimal value, Figure like) => Figure.Text(value, like.Unit, like.IsMoney);

    private static string Begin(Figure figure) => figure.ToString() is { Length: > 0 } text ? char.ToUpperInvariant(text[0]) + text[1..] : "";
}
