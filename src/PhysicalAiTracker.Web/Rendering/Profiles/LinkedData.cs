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
/// A profile in the words of schema.org (JSON-LD): the organisation or person, and a ClaimReview for each claim that a passage speaks for. Only what is known
/// is there; dates are left out where they are uncertain, because schema.org cannot say so.
/// </summary>
public static class LinkedData
{
    private static readonly AffiliationKind[] Founding = [AffiliationKind.Founder, AffiliationKind.CoFounder];
    private static readonly AffiliationKind[] Working = [.. Founding, AffiliationKind.Executive, AffiliationKind.Employee];

    /// <summary>The element of a page that holds it. It is data, which no browser runs, so that the content security policy has nothing to allow.</summary>
    /// <param name="site">Scheme and host, without a slash behind.</param>
    public static IHtmlContent Of(PartyProfile profile, string site)
    {
        var graph = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@graph"] = new JsonArray([
                profile.Party.Kind == PartyKind.Person ? Person(profile, site) : Organization(profile, site),
                .. profile.Claims.Where(claim => profile.Evidence[claim.Id].Any()).Select(claim => Review(claim, [.. profile.Evidence[claim.Id]], site)),
            ]),
        };
        // The default encoder writes <, > and & as \u003C and so on: no text can end the element.
        return new HtmlString($"<script type=\"application/ld+json\">{graph.ToJsonString(JsonSerializerOptions.Default)}</script>");
    }

    private static JsonObject Organization(PartyProfile profile, string site)
    {
        var party = profile.Party;
        var item = Party("Organization", party, site);
        Add(item, "foundingDate", Certain(party.FoundedOn));
        Add(item, "knowsAbout", Texts(party.Sectors));
        Add(item, "location", Array(party.Places.Select(place => new JsonObject
        {
            ["@type"] = "Place",
            ["name"] = place.Place,
            ["address"] = place.Country is null ? null : new JsonObject { ["@type"] = "PostalAddress", ["addressCountry"] = place.Country },
        })));
        Add(item, "founder", Array(profile.Affiliations.Where(tie => tie.Organisation.Slug == party.Slug && Founding.Contains(tie.Kind)).Select(tie => Link(tie.Party, site))));
        Add(item, "parentOrganization", Array(profile.Affiliations.Where(tie => tie.Organisation.Slug == party.Slug && tie.Kind == AffiliationKind.ParentOf && tie.To is null).Select(tie => Link(tie.Party, site))));
        return item;
    }

    private static JsonObject Person(PartyProfile profile, string site)
    {
        var item = Party("Person", profile.Party, site);
        Add(item, "worksFor", Array(profile.Affiliations.Where(tie => tie.Party.Slug == profile.Party.Slug && Working.Contains(tie.Kind) && tie.To is null)
            .Select(tie => tie.Organisation).Distinct().Select(organisation => Link(organisation, site))));
        return item;
    }

    private static JsonObject Party(string type, PartyItem party, string site)
    {
        var page = site + Addresses.Of(party.Kind, party.Slug);
        var item = new JsonObject { ["@type"] = type, ["@id"] = page, ["name"] = party.Name, ["mainEntityOfPage"] = page };
        Add(item, "alternateName", Texts(party.Aliases));
        Add(item, "description", party.Summary);
        Add(item, "url", party.Website);
        return item;
    }

    /// <summary>The grade as a rating: from 0, unsupported, to 5, confirmed. It rates how well the claim is borne out, not whether it is liked.</summary>
    private static JsonObject Review(ClaimItem claim, IReadOnlyList<AssertionItem> evidence, string site)
    {
        var page = site + Addresses.OfClaim(claim.Id);
        var scope = ClaimText.ScopeOf(claim) is { } narrow ? $" ({narrow})" : "";
        return new JsonObject
        {
            ["@type"] = "ClaimReview",
            ["@id"] = page,
            ["url"] = page,
            ["claimReviewed"] = $"{ClaimText.TitleOf(claim)}{scope}",
            ["datePublished"] = claim.UpdatedAt.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            ["author"] = new JsonObject { ["@type"] = "Organization", ["name"] = "Physical AI Tracker", ["url"] = site },
            ["itemReviewed"] = new JsonObject
            {
                ["@type"] = "Claim",
                ["author"] = Array(evidence.Where(said => said.Polarity == Polarity.Affirms).Select(said => said.Claimant?.Name ?? said.Source.Publisher).OfType<string>().Distinct()
                    .Select(name => new JsonObject { ["@type"] = "Organization", ["name"] = name })),
                ["appearance"] = Array(evidence.Select(said => said.Source).DistinctBy(source => source.Slug)
                    .Select(source => new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Title, ["url"] = source.Url ?? site + Addresses.OfSource(source.Slug) })),
            },
            ["reviewRating"] = new JsonObject
            {
                ["@type"] = "Rating",
                ["ratingValue"] = (int)claim.Grade,
                ["worstRating"] = (int)Grade.Unsupported,
                ["bestRating"] = (int)Grade.Confirmed,
                ["alternateName"] = Labels.Begin(Labels.Of(claim.Grade)),
            },
        };
    }

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
