using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

/// <summary>The words of funding rounds.</summary>
internal static class FundingCues
{
    /// <summary>Verbs whose object alone may be an amount.</summary>
    public static readonly HashSet<string> Raised = ["raised", "raises", "secured", "secures", "bagged", "bags", "landed", "lands", "nabbed", "netted", "closed", "closes", "pulled", "hauled"];

    /// <summary>Verbs whose object must be called a round.</summary>
    public static readonly HashSet<string> Announced = ["announced", "announces", "unveiled", "unveils", "completed", "completes", "finalised", "finalized", "concluded", "received", "picked", "signed", "scored", "attracted", "confirmed", "disclosed"];

    public static readonly HashSet<string> Closed = ["closed", "closes", "completed", "completes", "concluded", "finalised", "finalized"];

    public static readonly HashSet<string> Rounds = ["round", "funding", "financing", "raise", "fundraise", "fundraising", "investment", "capital", "rounds", "extension", "tranche"];

    /// <summary>What may stand between a verb, an amount and the word for the round.</summary>
    public static readonly HashSet<string> Fillers =
    [
        "a", "an", "its", "the", "their", "our", "in", "of", "new", "fresh", "further", "additional", "another", "worth", "totalling", "totaling", "series", "seed", "pre-seed", "pre-series", "growth", "stage", "early-stage", "late-stage", "growth-stage",
        "venture", "equity", "debt", "first", "second", "third", "latest", "oversubscribed", "up", "down", "that", "it", "had", "has", "strategic", "institutional", "external", "private", "follow-on", "mega", "large", "convertible", "note", "notes",
        "loan", "credit", "facility", "line", "term", "bridge", "inaugural", "initial", "maiden", "closing", "close", "final", "long-term", "total", "non-dilutive", "secondary", "all-equity", "-", "“", "”", "\"", "money", "cash", "venture-capital", "our",
    ];

    /// <summary>Ends the object of a verb.</summary>
    public static readonly HashSet<string> Ends =
        ["from", "by", "led", "to", "with", "at", "after", "since", "for", "which", "who", "and", "before", "valuing", "on", "co-led", "jointly", "as", "bringing", "backed", "earlier", "this", "last", "today", "giving", "so", "overall", "late", "early", "less", "just", "months", "alongside", "including", "when", "via", "through"];

    public static readonly HashSet<string> NotARound = ["grant", "grants", "award", "contract", "order", "orders", "revenue", "sales", "prize", "fund", "subsidy", "subsidies", "ipo", "bond", "bonds", "charity", "crowdfunding", "token"];

    public static readonly Pattern[] Talks = Pattern.Any(
        "in ~3 talks|discussions|negotiations ~6 raise|raising|close|closing|secure|for|about|over", "held|holding|holds|having ~2 talks|discussions|negotiations ~6 raise|raising|for|about|over", "negotiating");

    public static readonly Pattern[] Raising = Pattern.Any("is|are currently? raising", "has|have begun|started raising", "is|are ~1 closing in? on?", "is|are in the process of raising|closing");

    public static readonly Pattern[] TotalMarks = Pattern.Any("to date", "so far", "in total", "in all", "since its|the founding|foundation|launch|inception|start", "since inception", "overall", "altogether", "in total", "across ~3 rounds", "over ~3 rounds", "since DATE", "over the ~1 years");

    public static readonly Pattern[] Totals = Pattern.Any(
        "total ~1 raised|funding|capital|financing ~3 to|at|is|of|reaches|reached|exceeds MONEY:amount", "total ~1 raised to date|now ~2 to MONEY:amount", "funding|capital|raised ~2 to date ~2 to|at|is MONEY:amount", "total ~3 raised to MONEY:amount", "brings|bringing|taking|takes ~5 total ~4 to MONEY:amount");

    public static readonly Pattern[] Valuations = Pattern.Any(
        "at a|an ~1 pre-money|post-money valuation of MONEY:amount", "at a|an ~1 valuation of ~1 MONEY:amount", "at a|an MONEY:amount ~1 pre-money|post-money? valuation|value", "valuing|values|valued|value it|us|them at MONEY:amount",
        "valuing|values|valued|value the ~2 company|startup|start-up|group|firm|business|maker at MONEY:amount", "valuing|values|valued|value NAME:whom at MONEY:amount", "valuation of ~1 MONEY:amount", "valued at MONEY:amount", "valuation is|was|stands|stood at? MONEY:amount", "at MONEY:amount pre-money|post-money");

    public static readonly Pattern[] Leads = Pattern.Any("led jointly? by", "co-led by", "jointly led by", "led the ~3 round|financing|funding|investment|raise|deal");

    public static readonly Pattern[] CoLeads = Pattern.Any("co-led by", "jointly led by", "led jointly by");

    public static readonly Pattern[] Joins = Pattern.Any(
        "with the? participation ~1 from|of|by", "with ~2 investment|backing|support|money from", "participation came? from", "joined ~1 by", "alongside", "other|new|existing|further|additional investors ~2 include|included|were|are", "investors in the ~2 round|financing|funding include|included|were|are", "participants include|included", "and saw participation from", "with contributions from", "including");

    public static readonly Pattern[] LeadNames = Pattern.Any("with NAME:lead as the? lead investor", "NAME:lead as lead investor", "lead investor was|is NAME:lead");

    public static readonly HashSet<string> Took = ["participated", "participating", "joined", "joining", "invested", "investing", "contributed", "participate", "took", "taking"];
}
