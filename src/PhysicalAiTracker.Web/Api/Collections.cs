using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Insights.Contradictions;
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

    /// <summary>Items that are no records.</summary>
    public static IReadOnlyList<Type> OtherItems { get; } = [typeof(SourceItem), typeof(DisclosureItem), typeof(ContradictionItem)];
}
