using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Html;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Records;

namespace PhysicalAiTracker.Web.Rendering.Profiles;

/// <summary>
/// A page in the words of schema.org (JSON-LD): a profile's organisation or person, and a ClaimReview for each claim that has evidence, on the profile and on the
/// claim's own page alike. Only what is known is there; dates are left out where they are uncertain, because schema.org cannot say so.
/// </summary>
public static class LinkedData
{
    private static readonly AffiliationKind[] Founding = [AffiliationKind.Founder, AffiliationKind.CoFounder];
    private static readonly AffiliationKind[] Working = [AffiliationKind.Executive, AffiliationKind.Employee];

    /// <summary>The element of a profile that holds it.</summary>
    public static IHtmlContent Of(PartyProfile profile, HttpRequest request)
    {
        var site = SiteOf(request);
        return Element([
            profile.Party.Kind == PartyKind.Person ? Person(profile, site) : Organization(profile, site),
            .. profile.Claims.SelectMany(claim => Reviews(claim, [.. profile.Evidence[claim.Id]], site)),
        ]);
    }

    /// <summary>The element of a claim's page that holds it; nothing where the claim has no evidence.</summary>
    public static IHtmlContent Of(ClaimItem claim, IReadOnlyList<AssertionItem> evidence, HttpRequest request) =>
        Reviews(claim, evidence, SiteOf(request)) is { Length: > 0 } reviews ? Element(reviews) : HtmlString.Empty;

    /// <summary>Data, which no browser runs, so that the content security policy has nothing to allow.</summary>
    private static HtmlString Element(JsonObject[] items)
    {
        var graph = new JsonObject { ["@context"] = "https://schema.org", ["@graph"] = Array(items) };
        // The default encoder writes <, > and & as \u003C and so on: no text can end the element.
        return new HtmlString($"<script type=\"application/ld+json\">{graph.ToJsonString(JsonSerializerOptions.Default)}</script>");
    }

    /// <summary>Scheme and host, without a slash behind.</summary>
    private static string SiteOf(HttpRequest request) => $"{request.Scheme}://{request.Host}";

    private static JsonObject Organization(PartyProfile profile, string site)
    {
        var party = profile.Party;
        var item = Party("Organization", party, site);
        Add(item, "foundingDate", Certain(party.FoundedOn));
        Add(item, "knowsAbout", Texts(party.Sectors));
        Add(item, "location", Array(party.Places.Select(Place)));
        Add(item, "founder", Array(profile.Affiliations.Where(tie => tie.Organisation.Slug == party.Slug && Founding.Contains(tie.Kind)).Select(tie => Link(tie.Party, site))));
        Add(item, "parentOrganization", Array(profile.Affiliations.Where(tie => tie.Organisation.Slug == party.Slug && tie.Kind == AffiliationKind.ParentOf && tie.To is null).Select(tie => Link(tie.Party, site))));
        return item;
    }

    private static JsonObject Place(PlaceItem place)
    {
        var item = new JsonObject { ["@type"] = "Place", ["name"] = place.Place };
        Add(item, "address", place.Country is null ? null : new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = place.Country });
        return item;
    }

    /// <summary>Who founded something need not work there. Schema.org has no word for what a person founded: it is the founder of an organisation, read backwards.</summary>
    private static JsonObject Person(PartyProfile profile, string site)
    {
        var item = Party("Person", profile.Party, site);
        var ties = profile.Affiliations.Where(tie => tie.Party.Slug == profile.Party.Slug).ToList();
        Add(item, "worksFor", Organisations(ties.Where(tie => Working.Contains(tie.Kind) && tie.To is null), site));
        if (Organisations(ties.Where(tie => Founding.Contains(tie.Kind)), site) is { } founded)
        {
            item["@reverse"] = new JsonObject { ["founder"] = founded };
        }

        return item;
    }

    private static JsonArray? Organisations(IEnumerable<AffiliationItem> ties, string site) =>
        Array(ties.Select(tie => tie.Organisation).Distinct().Select(organisation => Link(organisation, site)));

    private static JsonObject Party(string type, PartyItem party, string site)
    {
        var page = site + Addresses.Of(party.Kind, party.Slug);
        var item = new JsonObject { ["@type"] = type, ["@id"] = page, ["name"] = party.Name, ["mainEntityOfPage"] = page };
        Add(item, "alternateName", Texts(party.Aliases));
        Add(item, "description", party.Summary);
        Add(item, "url", party.Website);
        return item;
    }

    /// <summary>One where the claim has evidence, otherwise none.</summary>
    private static JsonObject[] Reviews(ClaimItem claim, IReadOnlyList<AssertionItem> evidence, string site)
    {
        if (evidence.Count == 0)
        {
            return [];
        }

        var page = site + Addresses.OfClaim(claim.Id);
        var scope = ClaimText.ScopeOf(claim) is { } narrow ? $" ({narrow})" : "";
        return
        [
            new()
            {
                ["@type"] = "ClaimReview",
                ["@id"] = page,
                ["url"] = page,
                ["claimReviewed"] = $"{ClaimText.TitleOf(claim)}{scope}",
                ["datePublished"] = claim.UpdatedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = "Physical AI Tracker", ["url"] = site },
                ["itemReviewed"] = Claim([.. evidence.Where(said => said.Polarity == Polarity.Affirms)], site),
                ["reviewRating"] = new JsonObject
                {
                    ["@type"] = "Rating",
                    ["ratingValue"] = Rating(claim.Grade),
                    ["worstRating"] = Rating(Grade.Unsupported),
                    ["bestRating"] = Rating(Grade.Confirmed),
                    ["alternateName"] = Labels.Begin(Labels.Of(claim.Grade)),
                },
            },
        ];
    }

    /// <summary>Who makes the claim, and where.</summary>
    private static JsonObject Claim(IReadOnlyList<AssertionItem> affirming, string site)
    {
        var item = new JsonObject { ["@type"] = "Claim" };
        Add(item, "author", Array(affirming.Select(said => Speaker(said, site)).OfType<JsonObject>().DistinctBy(speaker => speaker.ToJsonString())));
        Add(item, "appearance", Array(affirming.Select(said => said.Source).DistinctBy(source => source.Slug)
            .Select(source => new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Title, ["url"] = source.Url ?? site + Addresses.OfSource(source.Slug) })));
        return item;
    }

    /// <summary>The claimant, otherwise the publisher. Of a claimant with nothing but a name nobody knows whether it is a person, so that it has no type.</summary>
    private static JsonObject? Speaker(AssertionItem said, string site) => said switch
    {
        { Claimant.Party: { } party } => Link(party, site),
        { Claimant: { } named } => new() { ["name"] = named.Name },
        { Source.Publisher: { } publisher } => new() { ["@type"] = "Organization", ["name"] = publisher },
        _ => null,
    };

    /// <summary>A grade as a rating from 1, unsupported, up: Google's ClaimReview takes none below. It rates how well the claim is borne out, not whether it is liked.</summary>
    private static int Rating(Grade grade) => grade - Grade.Unsupported + 1;

    private static JsonObject Link(PartyLink party, string site) =>
        new() { ["@type"] = party.Kind == PartyKind.Person ? "Person" : "Organization", ["@id"] = site + Addresses.Of(party), ["name"] = party.Name };

    private static string? Certain(PartialDate? date) => date is { IsApproximate: false, IsUncertain: false } ? date.Text : null;

    private static JsonArray? Texts(IReadOnlyList<string> texts) => texts.Count == 0 ? null : new JsonArray([.. texts.Select(text => JsonValue.Create(text))]);

    private static JsonArray? Array(IEnumerable<JsonObject> items) => items.ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;

    private static void Add(JsonObject item, string name, JsonNode? value)
    {
        if (value is not null)
        {
            item[name] = value;
        }
    }
}
