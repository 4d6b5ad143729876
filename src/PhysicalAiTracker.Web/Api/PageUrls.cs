using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Where a person reads the same, as absolute paths.</summary>
internal static class PageUrls
{
    /// <summary>How the page of an item of this type is found; null where the type has none.</summary>
    public static Func<object, string>? Of(Type type) =>
        type == typeof(PartyItem) ? item => Addresses.Of(((PartyItem)item).Kind, ((PartyItem)item).Slug)
        : type == typeof(FundingRoundItem) ? item => Addresses.OfRound(((FundingRoundItem)item).Id)
        : type == typeof(SourceItem) ? item => Addresses.OfSource(((SourceItem)item).Slug)
        : null;
}
