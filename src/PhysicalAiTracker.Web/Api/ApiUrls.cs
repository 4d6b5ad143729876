using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Dependencies;
using PhysicalAiTracker.Core.Insights.Interests;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Where things answer in the API, as absolute paths.</summary>
internal static class ApiUrls
{
    public const string Root = "/api/v1";

    /// <summary>Which member an item of a type is asked by, and in which collection; a link has the url of what it names.</summary>
    private static readonly Dictionary<Type, Func<object, string>> Urls = new()
    {
        [typeof(PartyItem)] = From<PartyItem>(party => Party(party.Kind, party.Slug)),
        [typeof(PartyLink)] = From<PartyLink>(party => Party(party.Kind, party.Slug)),
        [typeof(ParticipationItem)] = From<ParticipationItem>(investor => Party(investor.Kind, investor.Slug)),
        [typeof(HostItem)] = From<HostItem>(host => Party(host.Kind, host.Slug)),
        [typeof(FundingRoundItem)] = From<FundingRoundItem>(round => Of(Collections.FundingRounds, round.Id)),
        [typeof(RoundLink)] = From<RoundLink>(round => Of(Collections.FundingRounds, round.Id)),
        [typeof(DealItem)] = From<DealItem>(deal => Of(Collections.Deals, deal.Id)),
        [typeof(AffiliationItem)] = From<AffiliationItem>(affiliation => Of(Collections.Affiliations, affiliation.Id)),
        [typeof(ClaimItem)] = From<ClaimItem>(claim => Of(Collections.Claims, claim.Id)),
        [typeof(PlacementItem)] = From<PlacementItem>(placement => Of(Collections.Claims, placement.ClaimId)),
        [typeof(ObservationItem)] = From<ObservationItem>(observation => Of(Collections.Observations, observation.Id)),
        [typeof(MilestoneItem)] = From<MilestoneItem>(milestone => Of(Collections.Milestones, milestone.Id)),
        [typeof(QuestionItem)] = From<QuestionItem>(question => Of(Collections.Questions, question.Slug)),
        [typeof(SourceItem)] = From<SourceItem>(source => Of(Collections.Sources, source.Slug)),
        [typeof(SourceLink)] = From<SourceLink>(source => Of(Collections.Sources, source.Slug)),
        [typeof(DisclosureItem)] = From<DisclosureItem>(disclosure => Of(Collections.Disclosures, disclosure.Id)),
        [typeof(ContradictionItem)] = From<ContradictionItem>(contradiction => Of(Collections.Contradictions, contradiction.Id)),
        [typeof(AppliedChange)] = From<AppliedChange>(change => Record(change.Record, change.Id, change.Slug, change.PartyKind)),
        [typeof(FoundItem)] = From<FoundItem>(found => SearchKinds.RecordOf(found.Kind) is { } kind
            ? Record(kind, found.Id, found.Slug, found.PartyKind)
            : Of(Collections.Sources, found.Slug!)),
        [typeof(ChangeItem)] = From<ChangeItem>(change => Record(change.Record, change.Id, change.Slug, change.PartyKind)),
        [typeof(ChainLink)] = From<ChainLink>(link => Of(link.Tie == Tie.Investor ? Collections.FundingRounds : Collections.Affiliations, link.RecordId)),
        [typeof(InterestClaim)] = From<InterestClaim>(claim => Of(Collections.Claims, claim.Id)),
        [typeof(Dependent)] = From<Dependent>(claim => Of(Collections.Claims, claim.Id)),
        [typeof(RecordName)] = From<RecordName>(name => Record(name.Kind, name.Id, name.Slug, name.PartyKind)),
    };

    /// <summary>How the url of an item of this type is made; null where the type has none.</summary>
    public static Func<object, string>? Of(Type type) => Urls.GetValueOrDefault(type);

    public static string Of(string collection, string slug) => $"{Root}/{collection}/{Uri.EscapeDataString(slug)}";

    public static string Of(string collection, Guid id) => $"{Root}/{collection}/{id}";

    private static Func<object, string> From<T>(Func<T, string> url) => item => url((T)item);

    private static string Party(PartyKind kind, string slug) => Of(
        kind switch
        {
            PartyKind.Company => Collections.Companies,
            PartyKind.Person => Collections.People,
            _ => Collections.Investors,
        },
        slug);

    private static string Record(RecordKind kind, Guid id, string? slug, PartyKind? party) => kind switch
    {
        RecordKind.Party => Party(party!.Value, slug!),
        RecordKind.Question => Of(Collections.Questions, slug!),
        RecordKind.FundingRound => Of(Collections.FundingRounds, id),
        RecordKind.Deal => Of(Collections.Deals, id),
        RecordKind.Affiliation => Of(Collections.Affiliations, id),
        RecordKind.Claim => Of(Collections.Claims, id),
        RecordKind.Observation => Of(Collections.Observations, id),
        _ => Of(Collections.Milestones, id),
    };
}
