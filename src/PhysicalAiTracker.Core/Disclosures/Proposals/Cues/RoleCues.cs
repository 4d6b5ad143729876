using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

/// <summary>The words for what people are.</summary>
internal static class RoleCues
{
    /// <summary>Titles of one word.</summary>
    public static readonly HashSet<string> Short = ["ceo", "cto", "coo", "cfo", "cso", "cpo", "cro", "cmo", "president", "chairman", "chairwoman", "chair"];

    /// <summary>Words that begin a longer title: "chief technology officer", "head of robotics", "vice president of engineering".</summary>
    public static readonly HashSet<string> Heads = ["chief", "head", "vice", "director", "general", "managing", "vp", "senior"];

    /// <summary>Words within a longer title.</summary>
    public static readonly HashSet<string> Parts =
    [
        "executive", "officer", "technology", "technical", "operating", "financial", "scientific", "scientist", "product", "revenue", "people", "marketing", "commercial", "ai", "of", "president", "manager", "engineering", "robotics", "research", "software", "hardware",
        "operations", "for", "director", "vice", "machine", "learning", "artificial", "intelligence", "strategy", "staff", "sales", "manufacturing", "autonomy", "controls", "perception", "-", "and", "simulation", "cloud", "infrastructure", "growth",
    ];

    public static readonly HashSet<string> Founders = ["founder", "co-founder", "cofounder", "founders", "co-founders", "cofounders"];

    public static readonly HashSet<string> Staff = ["engineers", "researchers", "scientists", "employees", "people", "staff", "executives", "managers", "roboticists", "veterans", "specialists", "developers", "alumni", "engineer", "researcher"];

    /// <summary>Who does this holds an office no longer.</summary>
    public static readonly HashSet<string> Departures = ["left", "leaves", "leaving", "resigned", "resigns", "departed", "departs", "quit", "quits", "retired", "retires", "dismissed", "fired", "stepped", "steps", "ousted", "died", "late"];

    public static readonly Pattern[] FoundedBy = Pattern.Any("founded|co-founded|cofounded|started|established ~4 by");

    public static readonly Pattern[] HiredFrom = Pattern.Any("hired|hires|recruited|poached|hiring|lured ~6 from|of");
}
