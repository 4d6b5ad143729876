using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Staleness;

/// <summary>How long each kind of fact holds without being confirmed. What is not in the table does not go stale: a founding date, an amount, a closed round.</summary>
public static class ShelfLives
{
    /// <summary>The table: record, field, months, and why.</summary>
    public static IReadOnlyList<ShelfLife> All { get; } =
    [
        new(RecordKind.Claim, "placement", 12, "An architecture lasts about as long as a generation of the product."),
        new(RecordKind.Claim, "hosts", 12, "Contracts for compute are renewed and moved every year or so."),
        new(RecordKind.Claim, "hardware", 12, "Hardware changes with the generation of the product."),
        new(RecordKind.FundingRound, "status", 6, "A round that is not closed after half a year has become another one, or none."),
        new(RecordKind.Deal, "status", 6, "A deal that is not done after half a year needs another look."),
        new(RecordKind.Observation, "quantity", 6, "Startups hire and let go within months."),
        new(RecordKind.Observation, "money", 12, "Markets and spending are measured by the year."),
        new(RecordKind.Affiliation, "kind", 24, "People and holdings change slowly, and seldom in silence."),
        new(RecordKind.Party, "sellsCompute", 24, "What a company sells changes slowly."),
        new(RecordKind.Party, "places", 24, "Offices change slowly."),
    ];

    /// <summary>The first day on which a fact of that kind is stale; null where it does not go stale, or nobody says as of when it held.</summary>
    public static DateOnly? StaleFrom(RecordKind kind, string field, PartialDate? asOf) =>
        asOf is not null && All.FirstOrDefault(life => life.Record == kind && life.Field == field) is { } found ? asOf.Latest.AddMonths(found.Months).AddDays(1) : null;
}

/// <summary>How long one kind of fact holds.</summary>
/// <param name="Field">Name of the record's field.</param>
/// <param name="Months">Counted from the last day that the latest confirmation may mean.</param>
public sealed record ShelfLife(RecordKind Record, string Field, int Months, string Why);
