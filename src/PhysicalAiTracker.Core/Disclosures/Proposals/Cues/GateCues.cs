using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

/// <summary>Words by which a sentence takes back, weakens or puts off what it says.</summary>
internal static class GateCues
{
    /// <summary>Nothing is proposed from a clause that has one.</summary>
    public static readonly HashSet<string> Negations =
    [
        "not", "never", "neither", "nor", "none", "nobody", "nothing", "cannot", "failed", "fails", "refused", "without", "no",
        "isn't", "aren't", "wasn't", "weren't", "hasn't", "haven't", "hadn't", "doesn't", "don't", "didn't", "won't", "can't", "couldn't", "wouldn't",
    ];

    /// <summary>Nothing is proposed from a sentence that has one.</summary>
    public static readonly HashSet<string> Denials =
    [
        "denied", "denies", "deny", "denying", "untrue", "false", "falsely", "wrong", "wrongly", "incorrect", "incorrectly", "refuted", "dismissed", "disputed", "disputes", "rejected", "abandoned", "collapsed", "cancelled",
        "canceled", "withdrew", "hoax", "misreported", "mistaken", "mistakenly", "retracted", "fictional", "hypothetical", "hypothetically", "imagine", "suppose", "pretend",
    ];

    public static readonly Pattern[] DenialPhrases = Pattern.Any("fell|fallen|falls through", "called|call off", "was|were to be|have", "pulled out", "walked|walks away", "did not happen", "came to nothing");

    public static readonly HashSet<string> Conditions = ["if", "unless", "whether", "would", "were", "should", "otherwise", "provided"];

    public static readonly HashSet<string> Hedges =
    [
        "reportedly", "allegedly", "purportedly", "supposedly", "apparently", "possibly", "perhaps", "maybe", "likely", "probably", "presumably", "may", "might", "could", "rumoured", "rumored", "rumours", "rumors", "rumour", "rumor",
        "speculation", "speculated", "believed", "thought", "understood", "appears", "seems", "considering", "weighing", "exploring", "mulling", "sources", "source", "insiders", "insider", "whispers", "gossip", "unconfirmed", "tipped",
    ];

    public static readonly Pattern[] HedgePhrases = Pattern.Any(
        "people|person|persons|someone|two|three familiar|close|briefed", "people|persons|someone familiar|close|briefed|who", "said|says to be|have", "is|are|was said to", "is|are expected|set|due|poised to", "according to ~2 people|person|sources|reports|report|documents|filing",
        "report|reports said|says|suggest|suggests", "heard that", "is|are close to", "in talks", "according to NAME");

    public static readonly HashSet<string> Plans =
        ["will", "plans", "plan", "planned", "planning", "intends", "intend", "aims", "aim", "hopes", "hope", "wants", "want", "expects", "expect", "going", "shall", "targets", "targeting", "goal", "eventually", "soon", "roadmap", "upcoming", "wants", "tomorrow", "ambition", "'ll"];

    public static readonly HashSet<string> Capabilities = ["can", "able", "capable", "supports", "support", "allows", "allow", "option", "optionally", "designed", "could", "may", "enables", "lets"];

    public static readonly HashSet<string> Recommendations = ["recommend", "recommends", "recommended", "advise", "advised", "advises", "should", "suggest"];

    /// <summary>Speak of what was before, which is compared with and not told anew.</summary>
    public static readonly HashSet<string> Earlier = ["previous", "previously", "earlier", "prior", "compared", "compares", "unlike", "versus", "than"];

    /// <summary>Behind "and" they begin a clause.</summary>
    public static readonly HashSet<string> Subjects = ["we", "it", "they", "he", "she", "its", "our", "their", "this", "that", "the"];

    /// <summary>Where one clause ends and another begins.</summary>
    public static readonly HashSet<string> Breaks = [";", ":", "–", "—", "but", "while", "whereas", "although", "though", "because", "however"];
}
