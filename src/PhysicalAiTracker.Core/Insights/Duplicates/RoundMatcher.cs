using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>What a round is told from the company's others by.</summary>
/// <param name="Dates">Announced, closed, reported: those that are known.</param>
/// <param name="Supersedes">The round whose figures it replaces.</param>
internal sealed record RoundFacts(
    Guid Id, Guid Company, Money? Amount, FundingStage? Stage, Instrument? Instrument, IReadOnlyList<PartialDate> Dates, Guid? Supersedes, IReadOnlySet<Guid> Investors, IReadOnlySet<Guid> Sources);

/// <summary>Counts what speaks for and against two rounds of one company being one.</summary>
internal static class RoundMatcher
{
    /// <summary>Days between an announcement and the reports of it.</summary>
    private const int NearDays = 31;

    public static IReadOnlyList<Point> Compare(RoundFacts one, RoundFacts other, IReadOnlyDictionary<string, decimal>? rates = null)
    {
        var points = new List<Point> { Amounts(one.Amount, other.Amount, rates), Dates(one.Dates, other.Dates) };
        if (one.Stage is { } stage && other.Stage is { } othersStage)
        {
            points.Add(stage == othersStage ? new Point("stage", 15, $"Both are {Prose.Of(stage)}.") : new Point("stage", -30, $"One is {Prose.Of(Least(stage, othersStage))}, the other {Prose.Of(Most(stage, othersStage))}."));
        }

        if (one.Instrument is { } instrument && other.Instrument is { } othersInstrument && instrument != othersInstrument)
        {
            points.Add(new Point("instrument", -30, $"One is {Prose.Of(Least(instrument, othersInstrument))}, the other {Prose.Of(Most(instrument, othersInstrument))}."));
        }

        if (one.Investors.Overlaps(other.Investors))
        {
            points.Add(new Point("same-investors", 10, "An investor takes part in both."));
        }

        if (one.Sources.Overlaps(other.Sources))
        {
            points.Add(new Point("same-source", 10, "One source speaks of both."));
        }

        return [.. points.Where(point => point.Value != 0)];
    }

    private static Point Amounts(Money? one, Money? other, IReadOnlyDictionary<string, decimal>? rates)
    {
        if (one is null || other is null)
        {
            return one is null && other is null ? new Point("amount", 10, "Neither tells its amount.") : new Point("amount", 15, "One tells no amount.");
        }

        var (left, right) = string.CompareOrdinal(one.ToExact(), other.ToExact()) <= 0 ? (one, other) : (other, one);
        var verdict = FigureComparer.Compare(Figure.Of(left), Figure.Of(right), rates);
        return verdict.Agrees ? new Point("amount", 50, $"Both are of {one.ToDisplay()}.")
            : verdict.IsConflict ? new Point("amount", -40, verdict.Text)
            : new Point("amount", 40, verdict.Text);
    }

    private static Point Dates(IReadOnlyList<PartialDate> ones, IReadOnlyList<PartialDate> others)
    {
        if (ones.Count == 0 || others.Count == 0)
        {
            return new Point("dates", 10, "One of them has no date.");
        }

        if (ones.Intersect(others).Min() is { } shared)
        {
            return new Point("dates", 30, $"Both are dated {shared.ToDisplay()}.");
        }

        var apart = (from one in ones from other in others select Gap(one, other)).Min();
        return apart switch
        {
            0 => new Point("dates", 20, "Their dates can be the same."),
            <= NearDays => new Point("dates", 15, $"Their dates are {apart} days apart."),
            <= 6 * NearDays => new Point("dates", 0, ""),
            _ => new Point("dates", -30, $"Their dates are {apart} days apart."),
        };
    }

    private static int Gap(PartialDate one, PartialDate other) => DateComparer.Compare(one, other).IsConflict
        ? Math.Max(Math.Max(one.Earliest.DayNumber - other.Latest.DayNumber, other.Earliest.DayNumber - one.Latest.DayNumber), 0)
        : 0;

    private static T Least<T>(T one, T other)
        where T : struct, Enum => Comparer<T>.Default.Compare(one, other) <= 0 ? one : other;

    private static T Most<T>(T one, T other)
        where T : struct, Enum => Comparer<T>.Default.Compare(one, other) <= 0 ? other : one;
}
