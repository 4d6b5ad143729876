using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Rounds of one company: what supersedes what, and whether a stated total is the sum of what counts.</summary>
internal static class RoundFindings
{
    private const string AmountField = "amount";
    private const string StatusField = "status";

    public static IEnumerable<Finding> Of(Facts facts)
    {
        var statements = facts.Statements.Where(s => !s.Denies).ToLookup(s => (s.Record, s.Field));
        var totals = facts.Measurements.Where(m => m is { Metric: Metric.TotalRaised, Money.UsdMinor: not null }).ToLookup(m => m.Owner);
        return facts.Rounds.GroupBy(round => round.Owner).SelectMany(company => OfCompany(company.Key, [.. company], totals[company.Key], statements));
    }

    private static IEnumerable<Finding> OfCompany(Owner company, List<RoundFact> rounds, IEnumerable<MeasurementFact> totals, ILookup<(Guid, string), Statement> statements)
    {
        foreach (var newer in rounds)
        {
            if (rounds.Find(round => round.Id == newer.Supersedes) is { Amount: { } old } older && newer.Amount is { } amount)
            {
                yield return Findings.Build(
                    ContradictionKind.Rounds, $"{newer.Id}:supersedes", company, newer.Id, AmountField, null,
                    [AmountSide(older, statements, "superseded"), AmountSide(newer, statements, "supersedes it")],
                    (_, _) => Verdict.Because(
                        Explanation.Superseded, $"{Figure.Of(amount)} supersedes {Figure.Of(old)}: the same money, told again. Totals count {Figure.Of(amount)} once."))!;
            }
        }

        foreach (var total in totals)
        {
            foreach (var finding in OfTotal(company, total, RoundSum.Of(rounds, total.AsOf), statements))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> OfTotal(Owner company, MeasurementFact total, RoundSum sum, ILookup<(Guid, string), Statement> statements)
    {
        if (sum.Counted.Count == 0)
        {
            yield break;
        }

        var stated = new Side(
            "stated", RecordKind.Observation, "money", MoneyValues.ShowMoney(total.Money!).ToJsonString(), "the stated total, as of " + total.AsOf.ToDisplay(), Denied: false,
            Findings.Ordered(statements[(total.Id, "money")]));
        var counted = new Side(
            "sum", RecordKind.FundingRound, AmountField, MoneyValues.ShowMoney(Money.Of(sum.Value, "USD")).ToJsonString(), "the sum of the rounds on record", Denied: false,
            Findings.Ordered(sum.Counted.SelectMany(round => statements[(round.Id, AmountField)])));
        if (Findings.Build(ContradictionKind.Rounds, $"{total.Id}:total", company, total.Id, "money", null, [stated, counted], (_, _) => sum.Compare(total.Money!)) is { } finding)
        {
            yield return finding;
        }

        foreach (var round in sum.Superseded.Where(_ => sum.Fits(total.Money!)))
        {
            List<Statement> closed = [.. statements[(round.Id, StatusField)].Where(s => JsonNode.Parse(s.Value)?.ToString() == Words.Of(FundingStatus.Closed))];
            if (closed.Count > 0 && !sum.Fits(total.Money!, besides: round))
            {
                var side = new Side("closed", RecordKind.FundingRound, StatusField, JsonValue.Create(Words.Of(FundingStatus.Closed))!.ToJsonString(), null, Denied: false, Findings.Ordered(closed));
                yield return Findings.Build(
                    ContradictionKind.Rounds, $"{round.Id}:closed:{total.Id}", company, round.Id, StatusField, null, [side, stated],
                    (_, _) => Verdict.Conflict(
                        $"Had {Figure.Of(round.Amount!)} closed besides, the total would be {sum.Text(besides: round)}; the stated {Figure.Of(total.Money!)} is {sum.Text()}."))!;
            }
        }
    }

    private static Side AmountSide(RoundFact round, ILookup<(Guid, string), Statement> statements, string label) => new(
        round.Id.ToString(), RecordKind.FundingRound, AmountField, MoneyValues.ShowMoney(round.Amount!).ToJsonString(), label, Denied: false,
        Findings.Ordered(statements[(round.Id, AmountField)].Where(s => s.Value == MoneyValues.ShowMoney(round.Amount!).ToJsonString())));
}
