using System.Collections.Frozen;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Grades;

/// <summary>How long one kind of fact holds without being confirmed. <see cref="All"/> is the one table: grades and the report of what goes stale read it, docs/grades.md repeats it, a test compares.</summary>
/// <param name="Fact">What the table calls it.</param>
/// <param name="Fields">Names of the record's fields.</param>
/// <param name="When">Which of them, where it is not all.</param>
/// <param name="Months">Counted from the first day that the newest evidence may mean.</param>
public sealed record ShelfLife(string Fact, RecordKind Record, IReadOnlyList<string> Fields, string? When, int Months, string Why)
{
    private static readonly FrozenSet<string> Settled = new[]
    {
        Words.Of(FundingStatus.Closed), Words.Of(FundingStatus.Cancelled), Words.Of(DealStatus.Completed), Words.Of(DealStatus.Cancelled),
    }.ToFrozenSet();

    private static readonly ShelfLife OpenRound = new(
        "open round", RecordKind.FundingRound, ["status", "amount", "valuation", "participations"], "until it is closed or cancelled", 6,
        "A round that is not closed after half a year has become another one, or none.");

    private static readonly ShelfLife OpenDeal = new(
        "open deal", RecordKind.Deal, ["status", "price"], "until it is completed or cancelled", 6, "A deal that is not done after half a year needs another look.");

    private static readonly ShelfLife Headcount = new("headcount", RecordKind.Observation, ["quantity", "money"], "of headcount", 6, "Startups hire and let go within months.");

    private static readonly ShelfLife Office = new("office", RecordKind.Observation, ["quantity", "money"], "of offices", 24, "Offices change slowly.");

    private static readonly ShelfLife Measurement = new(
        "measurement", RecordKind.Observation, ["quantity", "money"], "of all else", 12, "Markets and spending are measured by the year.");

    private static readonly ShelfLife Architecture = new(
        "architecture", RecordKind.Claim, ["placement", "parts", "hosts", "hardware", "modality", "latencies"], "without an end", 12,
        "Where it runs and on what lasts about as long as a generation of the product, or a contract for compute.");

    private static readonly ShelfLife Post = new(
        "post", RecordKind.Affiliation, ["kind", "title"], "of an executive, a board member, an employee, without an end", 12, "People move on within a year or two, and not always aloud.");

    private static readonly ShelfLife Ownership = new(
        "ownership", RecordKind.Affiliation, ["kind", "title"], "of a parent or shareholder, without an end", 24, "Holdings change slowly, and seldom in silence.");

    private static readonly ShelfLife Profile = new("profile", RecordKind.Party, ["sectors", "places", "sellsCompute"], null, 24, "What a company does, and where, changes slowly.");

    public static IReadOnlyList<ShelfLife> All { get; } = [OpenRound, OpenDeal, Headcount, Office, Measurement, Architecture, Post, Ownership, Profile];

    /// <param name="word">Gives the word that the record shows for a field; null where it shows none.</param>
    /// <returns>Null for a fact that stays true, such as when a company was founded.</returns>
    public static ShelfLife? Of(RecordKind kind, string field, Func<string, string?> word)
    {
        var life = kind switch
        {
            RecordKind.Party => Profile,
            RecordKind.FundingRound when IsUnsettled(word("status")) => OpenRound,
            RecordKind.Deal when IsUnsettled(word("status")) => OpenDeal,
            RecordKind.Affiliation when word("to") is null => OfTie(word("kind")),
            RecordKind.Claim when word("validTo") is null => Architecture,
            RecordKind.Observation => word("metric") == Words.Of(Metric.Headcount) ? Headcount : word("metric") == Words.Of(Metric.Office) ? Office : Measurement,
            _ => null,
        };
        return life?.Fields.Contains(field) == true ? life : null;
    }

    /// <summary>A status that is not stated may still move.</summary>
    private static bool IsUnsettled(string? status) => status is null || !Settled.Contains(status);

    private static ShelfLife? OfTie(string? kind) => Words.TryParse<AffiliationKind>(kind, out var tie)
        ? tie switch
        {
            AffiliationKind.Executive or AffiliationKind.Board or AffiliationKind.Employee => Post,
            AffiliationKind.ParentOf or AffiliationKind.Shareholder => Ownership,
            _ => null,
        }
        : null;
}
