using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>Which fields a record stands or falls with: its own grade is the lowest of theirs.</summary>
public static class MainFields
{
    /// <summary>In the order in which equally low ones are named.</summary>
    public static IReadOnlyList<string> Of(RecordKind kind) => kind switch
    {
        RecordKind.Party => ["name", "foundedOn", "sectors", "places", "sellsCompute"],
        RecordKind.FundingRound => ["amount", "valuation", "status", "company"],
        RecordKind.Deal => ["kind", "acquirer", "target", "status", "price"],
        RecordKind.Affiliation => ["kind", "party", "organisation"],
        RecordKind.Claim => ["placement", "plane", "modality", "company"],
        RecordKind.Observation => ["quantity", "money", "metric", "party", "asOf"],
        RecordKind.Milestone => ["kind", "party", "on"],
        RecordKind.Question => ["company", "plane"],
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "is no kind of record"),
    };
}
