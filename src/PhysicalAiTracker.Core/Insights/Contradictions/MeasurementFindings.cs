using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Measurements of one party by one metric: at different dates a series, at the same date compared.</summary>
internal static class MeasurementFindings
{
    /// <summary>An office is one of several, and a share is of something that only a note says: two of them are two things.</summary>
    private static readonly Metric[] Several = [Metric.Office, Metric.IncomeShare];

    public static IEnumerable<Finding> Of(Facts facts)
    {
        var statements = facts.Statements.Where(s => s is { Kind: RecordKind.Observation, Field: "quantity" or "money", Denies: false }).ToLookup(s => s.Record);
        return facts.Measurements.Where(m => !Several.Contains(m.Metric)).GroupBy(m => (m.Owner, m.Metric, m.Period))
            .Select(series => Build([.. series], statements)).OfType<Finding>();
    }

    private static Finding? Build(List<MeasurementFact> series, ILookup<Guid, Statement> statements)
    {
        var byKey = series.ToDictionary(m => $"{m.AsOf.Text} {ValueOf(m)} {m.Id}");
        var first = series[0];
        var sides = byKey.Select(pair => new Side(
            pair.Key, RecordKind.Observation, FieldOf(pair.Value), ValueOf(pair.Value), "as of " + pair.Value.AsOf.ToDisplay(), Denied: false,
            Findings.Ordered(statements[pair.Value.Id].Where(s => s.Value == ValueOf(pair.Value)))));
        return Findings.Build(
            ContradictionKind.Measurements, $"{first.Owner.Subject}:{Words.Of(first.Metric)}:{(first.Period is { } period ? Words.Of(period) : "")}", first.Owner, null,
            FieldOf(series.MinBy(m => m.Id)!), Prose.Of(first.Metric) + (first.Period is { } per ? " per " + Words.Of(per) : ""), sides,
            (left, right) => Compare(byKey[left.Key], byKey[right.Key]));
    }

    private static Verdict? Compare(MeasurementFact left, MeasurementFact right)
    {
        var (first, second) = (FigureOf(left), FigureOf(right));
        if (first.IsMoney != second.IsMoney)
        {
            return null;
        }

        if (DateComparer.Overlap(left.AsOf, left.AsOf, right.AsOf, right.AsOf))
        {
            return FigureComparer.Compare(first, second);
        }

        var (earlier, later) = left.AsOf < right.AsOf ? (left, right) : (right, left);
        return first == second
            ? null
            : Verdict.Because(Explanation.TimeSeries, $"{FigureOf(earlier)} in {earlier.AsOf.ToDisplay()}, {FigureOf(later)} in {later.AsOf.ToDisplay()}: a series.");
    }

    private static string FieldOf(MeasurementFact m) => m.Money is null ? "quantity" : "money";

    private static Figure FigureOf(MeasurementFact m) => m.Money is { } money ? Figure.Of(money) : Figure.Of(m.Quantity!);

    private static string ValueOf(MeasurementFact m) => (m.Money is { } money ? MoneyValues.ShowMoney(money) : MoneyValues.ShowQuantity(m.Quantity!)).ToJsonString();
}
