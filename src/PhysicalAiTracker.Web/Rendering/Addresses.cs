using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>Where each thing's page is.</summary>
public static class Addresses
{
    /// <summary>Records whose evidence one page shows.</summary>
    public const int MostEvidenced = 100;

    public static string Of(PartyLink party) => Of(party.Kind, party.Slug);

    /// <summary>A company, a person, or any other party, which is followed as an investor.</summary>
    public static string Of(PartyKind kind, string slug) => $"/{Folder(kind)}/{slug}";

    public static string OfRound(Guid id) => $"/funding-rounds/{id}";

    public static string OfClaim(Guid id) => $"/claims/{id}";

    public static string OfDeal(Guid id) => $"/deals/{id}";

    public static string OfQuestion(string slug) => $"/questions/{slug}";

    public static string OfContradiction(Guid id) => $"/contradictions/{id}";

    /// <summary>A record's own page, or the profile it stands on; null where it has neither, such as a market's size.</summary>
    public static string? Of(RecordName record) => record switch
    {
        { Kind: RecordKind.FundingRound } => OfRound(record.Id),
        { Kind: RecordKind.Claim } => OfClaim(record.Id),
        { Kind: RecordKind.Deal } => OfDeal(record.Id),
        { Kind: RecordKind.Question, Slug: { } slug } => OfQuestion(slug),
        { PartyKind: { } kind, Slug: { } slug } => Of(kind, slug),
        _ => null,
    };

    /// <summary>The page of what a search found, or the profile it stands on; null where it has neither.</summary>
    public static string? Of(FoundItem found) => SearchKinds.RecordOf(found.Kind) is { } kind
        ? Of(new RecordName(kind, found.Id, found.Title.Text, found.Slug, found.PartyKind))
        : OfSource(found.Slug!);

    /// <summary>The record for programs.</summary>
    /// <param name="collection">The list it belongs to: "funding-rounds".</param>
    public static string OfApi(string collection, object idOrSlug) => $"/api/v1/{collection}/{idOrSlug}";

    /// <summary>The form that changes a record.</summary>
    public static string OfEdit(RecordKind kind, Guid id) => $"/disclosures/new?record={Words.Of(kind)}&id={id}";

    /// <summary>Everything that a record was.</summary>
    public static string OfHistory(Guid id) => $"/history/{id}";

    /// <summary>Writes where it is told who says what of a value.</summary>
    internal static MarkupWriter AddEvidence(this MarkupWriter html, Evidence evidence)
    {
        html.AddMarkup("/evidence/");
        var before = "";
        foreach (var record in evidence.Records.Take(MostEvidenced))
        {
            html.Add($"{before}{record}");
            before = ",";
        }

        before = "?field=";
        foreach (var field in evidence.Fields ?? [])
        {
            html.Add($"{before}{field}");
            before = ",";
        }

        return html;
    }

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
