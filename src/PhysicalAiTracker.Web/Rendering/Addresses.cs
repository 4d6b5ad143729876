using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Where each thing's page is.</summary>
public static class Addresses
{
    public static string Of(PartyLink party) => Of(party.Kind, party.Slug);

    /// <summary>A company, a person, or any other party, which is followed as an investor.</summary>
    public static string Of(PartyKind kind, string slug) => $"/{Folder(kind)}/{slug}";

    public static string OfRound(Guid id) => $"/funding-rounds/{id}";

    public static string OfClaim(Guid id) => $"/claims/{id}";

    public static string OfDeal(Guid id) => $"/deals/{id}";

    public static string OfQuestion(string slug) => $"/questions/{slug}";

    public static string OfSource(string slug) => $"/sources/{slug}";

    /// <summary>The passage where it stands in its source.</summary>
    public static string OfPassage(string source, Guid passage) => $"/sources/{source}#passage-{passage}";

    /// <summary>The first segment of the addresses of a kind of party.</summary>
    public static string Folder(PartyKind kind) => kind switch
    {
        PartyKind.Company => "companies",
        PartyKind.Person => "people",
        _ => "investors",
    };
}
