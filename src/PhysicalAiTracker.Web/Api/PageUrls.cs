using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Where a person reads the same, as absolute paths.</summary>
internal static class PageUrls
{
    /// <summary>How the page of an item of this type is found; null where the type has none.</summary>
    public static Func<object, string>? Of(Type type) =>
        type == typeof(PartyItem) ? item => Party((PartyItem)item)
        : type == typeof(FundingRoundItem) ? item => $"/funding-rounds/{((FundingRoundItem)item).Id}"
        : type == typeof(SourceItem) ? item => $"/sources/{((SourceItem)item).Slug}"
        : null;

    private static string Party(PartyItem party) => party.Kind switch
    {
        PartyKind.Company => $"/companies/{party.Slug}",
        PartyKind.Person => $"/people/{party.Slug}",
        _ => $"/investors/{party.Slug}",
    };
}
