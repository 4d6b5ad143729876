using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;
using PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

namespace PhysicalAiTracker.Core.Disclosures.Proposals;

/// <summary>How a clause says what it says.</summary>
/// <param name="Denied">Negated, denied, asked or supposed: nothing is proposed.</param>
/// <param name="Hedged">The source does not stand by it.</param>
internal sealed record Gate(bool Denied, bool Hedged, bool Planned, bool Capability, bool Recommended)
{
    public bool IsPlain => !Denied && !Hedged && !Planned;

    /// <summary>Judges the clause around a cue; what is hedged or denied anywhere in the sentence counts for all its clauses.</summary>
    public static Gate At(Sentence sentence, int cue)
    {
        var (from, to) = Clause(sentence, cue);
        var clause = sentence.Items.Skip(from).Take(to - from).ToList();
        bool Has(HashSet<string> words) => clause.Exists(item => item.IsAny(words));
        var denied = sentence.IsQuestion || IsTakenBack(sentence) || Has(GateCues.Negations) || sentence.Has(GateCues.Conditions);
        var hedged = sentence.Has(GateCues.Hedges) || Pattern.First(GateCues.HedgePhrases, sentence) is not null;
        return new Gate(denied, hedged, sentence.Items.Skip(from).Take(cue - from + 1).Any(item => item.IsAny(GateCues.Plans)), Has(GateCues.Capabilities), Has(GateCues.Recommendations));
    }

    /// <summary>Whether the sentence says that what it tells is not so, or came to nothing.</summary>
    public static bool IsTakenBack(Sentence sentence) => sentence.Has(GateCues.Denials) || Pattern.First(GateCues.DenialPhrases, sentence) is not null;

    /// <summary>The clause around a position: from the break before it to the one behind.</summary>
    public static (int From, int To) Clause(Sentence sentence, int cue)
    {
        var (from, to) = (cue, cue);
        while (from > 0 && !IsBreak(sentence, from - 1))
        {
            from--;
        }

        while (to < sentence.Count && (to == cue || !IsBreak(sentence, to)))
        {
            to++;
        }

        return (from, to);
    }

    /// <summary>A word that joins clauses, or "and" with a subject behind it.</summary>
    private static bool IsBreak(Sentence sentence, int at) =>
        sentence[at].IsAny(GateCues.Breaks) || (sentence[at].Is("and") && at > 0 && sentence[at - 1].Is(",") && at + 1 < sentence.Count && sentence[at + 1].IsAny(GateCues.Subjects));
}
