using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Compares valuations: before the new money plus the new money is after the new money.</summary>
internal static class ValuationComparer
{
    /// <param name="amounts">What sources say the round's amount is, in any order.</param>
    public static Verdict Compare(
        (Figure Figure, ValuationKind Kind) left, (Figure Figure, ValuationKind Kind) right, IReadOnlyCollection<Figure> amounts, IReadOnlyDictionary<string, decimal> rates)
    {
        if (left.Kind == right.Kind)
        {
            return FigureComparer.Compare(left.Figure, right.Figure, rates);
        }

        if (left.Kind == ValuationKind.Unspecified || right.Kind == ValuationKind.Unspecified)
        {
            var direct = FigureComparer.Compare(left.Figure, right.Figure, rates);
            if (!direct.IsConflict)
            {
                return direct.Agrees
                    ? Verdict.Because(Explanation.Precision, $"Both say {left.Figure}; one does not say whether the new money is counted.")
                    : direct;
            }
        }

        // Who does not say which it is may mean the one that the other is not.
        var (before, after) = IsBefore(left.Kind, right.Kind) ? (left.Figure, right.Figure) : (right.Figure, left.Figure);
        var found = amounts.OrderBy(amount => amount.ToString(), StringComparer.Ordinal).Select(amount => Sum(before, amount, after, rates)).OfType<Verdict>().ToList();
        return found.Find(verdict => !verdict.IsConflict) ?? found.FirstOrDefault()
            ?? Verdict.Conflict($"{before} before the new money and {after} after it; no amount of the round is on record to add.");
    }

    private static bool IsBefore(ValuationKind left, ValuationKind right) => left == ValuationKind.PreMoney || right == ValuationKind.PostMoney;

    /// <summary>Null where a currency has no rate.</summary>
    private static Verdict? Sum(Figure before, Figure amount, Figure after, IReadOnlyDictionary<string, decimal> rates)
    {
        var sameUnit = before.Unit == amount.Unit && before.Unit == after.Unit;
        if ((sameUnit ? before : before.ToUsd(rates)) is not { } low || (sameUnit ? amount : amount.ToUsd(rates)) is not { } added || (sameUnit ? after : after.ToUsd(rates)) is not { } high)
        {
            return null;
        }

        var sum = low.Value + added.Value;
        var room = low.Tolerance + added.Tolerance + high.Tolerance + (sameUnit ? 0 : FigureComparer.RateShare * sum);
        var apart = Math.Abs(sum - high.Value);
        var arithmetic = $"{low} + {added} = {Figure.Text(sum, low.Unit, money: true)}";
        return apart == 0 ? Verdict.Because(Explanation.PrePostMoney, $"{arithmetic}: before and after the new money.")
            : apart <= room ? Verdict.Because(Explanation.PrePostMoney, $"{arithmetic}, within rounding of {high}.")
            : Verdict.Conflict($"{arithmetic}, which is {Figure.Text(apart, low.Unit, money: true)} from {high}: more than rounding explains.");
    }
}
