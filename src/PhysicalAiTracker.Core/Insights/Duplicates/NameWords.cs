namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Words of names that tell little about whose name it is, as <see cref="Shared.NameKey"/> writes them.</summary>
internal static class NameWords
{
    /// <summary>Legal forms at the end of a name.</summary>
    public static readonly HashSet<string> LegalForms = new(StringComparer.Ordinal)
    {
        "inc", "incorporated", "ltd", "limited", "llc", "llp", "lp", "plc", "pbc", "corp", "corporation", "co", "company", "pte", "pty", "pvt",
        "gmbh", "ag", "ug", "kg", "kgaa", "ohg", "mbh", "se", "sa", "sas", "sasu", "sarl", "srl", "spa", "snc", "bv", "nv", "ab", "as", "asa", "aps", "oy", "oyj", "kk", "sro", "doo", "ev",
    };

    /// <summary>Words at the end that people add to a name or leave out.</summary>
    public static readonly HashSet<string> Describing = new(StringComparer.Ordinal)
    {
        "ai", "technologies", "technology", "tech", "labs", "lab", "laboratories", "laboratory", "robotics", "robots", "systems", "group", "holdings", "holding",
        "ventures", "capital", "partners", "management", "fund", "international", "global", "solutions", "software", "io", "com",
    };

    /// <summary>The same at the beginning.</summary>
    public static readonly HashSet<string> Leading = new(StringComparer.Ordinal) { "the", "project", "team" };

    /// <summary>Words that stand for a sign that keys leave out.</summary>
    public static readonly HashSet<string> And = new(StringComparer.Ordinal) { "and", "und", "et", "y" };

    /// <summary>Hosts that many parties have pages at: they tell nothing.</summary>
    public static readonly HashSet<string> SharedHosts = new(StringComparer.Ordinal)
    {
        "linkedin.com", "x.com", "twitter.com", "facebook.com", "instagram.com", "youtube.com", "github.com", "medium.com", "substack.com", "crunchbase.com",
        "pitchbook.com", "wikipedia.org", "en.wikipedia.org", "sites.google.com", "notion.site", "linktr.ee", "wordpress.com", "example.org", "example.com",
    };
}
