using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Names of the collections below <see cref="ApiUrls.Root"/>.</summary>
internal static class Collections
{
    public const string Companies = "companies";
    public const string People = "people";
    public const string Investors = "investors";
    public const string FundingRounds = "funding-rounds";
    public const string Deals = "deals";
    public const string Affiliations = "affiliations";
    public const string Claims = "claims";
    public const string Observations = "observations";
    public const string Milestones = "milestones";
    public const string Questions = "questions";
    public const string Sources = "sources";
    public const string Contradictions = "contradictions";
    public const string Disclosures = "disclosures";

    private static readonly Dictionary<Type, RecordKind> Kinds = new()
    {
        [typeof(PartyItem)] = RecordKind.Party,
        [typeof(FundingRoundItem)] = RecordKind.FundingRound,
        [typeof(DealItem)] = RecordKind.Deal,
        [typeof(AffiliationItem)] = RecordKind.Affiliation,
        [typeof(ClaimItem)] = RecordKind.Claim,
        [typeof(ObservationItem)] = RecordKind.Observation,
        [typeof(MilestoneItem)] = RecordKind.Milestone,
        [typeof(QuestionItem)] = RecordKind.Question,
    };

    /// <summary>Kind of the records that items of this type are; null where they are none.</summary>
    public static RecordKind? KindOf(Type item) => Kinds.TryGetValue(item, out var kind) ? kind : null;

    /// <summary>Whether a collection has, or had, parties of this kind.</summary>
    public static bool Has(string collection, PartyKind party) => (collection, party) switch
    {
        (Companies, PartyKind.Company) or (People, PartyKind.Person) or (Investors, _) => true,
        _ => false,
    };

    /// <summary>Items that are no records.</summary>
    public static IReadOnlyList<Type> OtherItems { get; } = [typeof(SourceItem), typeof(DisclosureItem), typeof(ContradictionItem)];
}
