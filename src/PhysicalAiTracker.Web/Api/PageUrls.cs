using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Where a person reads the same, as absolute paths.</summary>
internal static class PageUrls
{
    private static readonly Dictionary<Type, Func<object, string>> Urls = new()
    {
        [typeof(PartyItem)] = From<PartyItem>(party => Addresses.Of(party.Kind, party.Slug)),
        [typeof(FundingRoundItem)] = From<FundingRoundItem>(round => Addresses.OfRound(round.Id)),
        [typeof(ClaimItem)] = From<ClaimItem>(claim => Addresses.OfClaim(claim.Id)),
        [typeof(DealItem)] = From<DealItem>(deal => Addresses.OfDeal(deal.Id)),
        [typeof(QuestionItem)] = From<QuestionItem>(question => Addresses.OfQuestion(question.Slug)),
        [typeof(ContradictionItem)] = From<ContradictionItem>(contradiction => Addresses.OfContradiction(contradiction.Id)),
        [typeof(FoundItem)] = From<FoundItem>(found => Addresses.Of(found)!),
        [typeof(SourceItem)] = From<SourceItem>(source => Addresses.OfSource(source.Slug)),
    };

    /// <summary>How the page of an item of this type is found; null where the type has none.</summary>
    public static Func<object, string>? Of(Type type) => Urls.GetValueOrDefault(type);

    private static Func<object, string> From<T>(Func<T, string> url) => item => url((T)item);
}
