using System.Collections.Frozen;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>How many months after its newest evidence a value counts as stale: the one table (docs/grades.md repeats it, a test compares).</summary>
public static class ShelfLife
{
    /// <summary>A round or deal that is not settled yet.</summary>
    public const int Unsettled = 6;

    public const int Headcount = 6;
    public const int Office = 24;

    /// <summary>Spend, revenue, share of income, size of a market.</summary>
    public const int Measurement = 12;

    /// <summary>Where some AI runs and on what, while nobody gave the claim an end.</summary>
    public const int Architecture = 12;

    /// <summary>Somebody's post.</summary>
    public const int Post = 12;

    /// <summary>Who owns whom.</summary>
    public const int Ownership = 24;

    /// <summary>A party's sectors, places and what compute it sells.</summary>
    public const int Profile = 24;

    private static readonly FrozenSet<string> Settled = new[]
    {
        Words.Of(FundingStatus.Closed), Words.Of(FundingStatus.Cancelled), Words.Of(DealStatus.Completed), Words.Of(DealStatus.Cancelled),
    }.ToFrozenSet();

    /// <param name="word">Gives the word that the record shows for a field; null where it shows none.</param>
    /// <returns>Months; null for a fact that stays true, such as when a company was founded.</returns>
    public static int? Of(RecordKind kind, string field, Func<string, string?> word) => (kind, field) switch
    {
        (RecordKind.Party, "sectors" or "places" or "sellsCompute") => Profile,
        (RecordKind.FundingRound, "status" or "amount" or "valuation" or "participations") => IsUnsettled(word("status")) ? Unsettled : null,
        (RecordKind.Deal, "status" or "price") => IsUnsettled(word("status")) ? Unsettled : null,
        (RecordKind.Affiliation, "kind" or "title") when word("to") is null => OfTie(word("kind")),
        (RecordKind.Claim, "placement" or "parts" or "hosts" or "hardware" or "modality" or "latencies") when word("validTo") is null => Architecture,
        (RecordKind.Observation, "quantity" or "money") => word("metric") == Words.Of(Metric.Headcount) ? Headcount
            : word("metric") == Words.Of(Metric.Office) ? Office : Measurement,
        _ => null,
    };

    /// <summary>A status that is not stated may still move.</summary>
    private static bool IsUnsettled(string? status) => status is null || !Settled.Contains(status);

    private static int? OfTie(string? kind) => Words.TryParse<AffiliationKind>(kind, out var tie)
        ? tie switch
        {
            AffiliationKind.Executive or AffiliationKind.Board or AffiliationKind.Employee => Post,
            AffiliationKind.ParentOf or AffiliationKind.Shareholder => Ownership,
            _ => null,
        }
        : null;
}
