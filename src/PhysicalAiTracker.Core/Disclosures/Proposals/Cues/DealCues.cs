using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

/// <summary>The words of acquisitions.</summary>
internal static class DealCues
{
    /// <summary>Done or agreed, by the acquirer.</summary>
    public static readonly Pattern[] Agreed = Pattern.Any(
        "acquired|acquires|bought|buys ~1 NAME:target", "has|have agreed to acquire|buy|purchase ~1 NAME:target", "agreed|agrees to acquire|buy|purchase ~1 NAME:target", "to|will acquire|buy ~1 NAME:target",
        "signed|signs ~3 agreement|deal|contract to acquire|buy ~1 NAME:target", "announced|announces ~4 acquisition|takeover|purchase of ~1 NAME:target", "is acquiring|buying ~1 NAME:target", "taken|takes|took over NAME:target", "snapped|snaps up NAME:target");

    public static readonly Pattern[] Completed = Pattern.Any(
        "completed|completes|closed|closes|finalised|finalized ~2 acquisition|takeover|purchase of ~1 NAME:target");

    public static readonly Pattern[] ByAcquirer = Pattern.Any(
        "was|been|were|is|be acquired|bought by NAME:acquirer", "to be acquired|bought by NAME:acquirer", "being acquired|bought by NAME:acquirer");

    public static readonly Pattern[] Talks = Pattern.Any(
        "in ~2 talks|discussions|negotiations ~1 to acquire|buy ~1 NAME:target", "in ~2 talks|discussions|negotiations ~3 acquisition|takeover of NAME:target", "considering|weighing|exploring ~1 acquisition|takeover|bid|offer of|for NAME:target");

    public static readonly Pattern[] Licences = Pattern.Any(
        "hired|hires|hire|hiring ~6 of|from NAME:target ~6 license|licence|licensed|licenced|licenses|licensing", "license|licence|licensed|licenced|licenses|licensing ~4 from|of NAME:target ~6 hire|hired|hiring|hires", "license|licence|licensed|licenced|licenses|licensing NAME:target ~6 hire|hired|hiring|hires");

    public static readonly Pattern[] Prices = Pattern.Any(
        "for ~2 MONEY:price", "in a|an ~2 deal|transaction worth|valued|of ~1 MONEY:price", "in a|an ~2 MONEY:price ~3 deal|transaction|acquisition", "at a price of MONEY:price", "MONEY:price ~3 acquisition|deal|takeover", "deal|transaction ~1 worth|valued ~1 MONEY:price", "paid|paying MONEY:price");

    public static readonly Pattern[] Undisclosed = Pattern.Any(
        "for an undisclosed ~2 sum|amount|price|fee", "terms ~6 not ~1 disclosed|revealed|published", "did not disclose ~3 terms|price", "undisclosed sum|amount|price|terms", "price ~4 not ~1 disclosed|revealed|published");

    /// <summary>What is bought besides companies.</summary>
    public static readonly HashSet<string> NotCompanies = ["stake", "shares", "share", "minority", "assets", "patents", "robots", "units", "factory", "plant", "site", "building", "land", "rights", "chips", "gpus", "property", "majority", "licences", "licenses", "hardware", "'s"];
}
