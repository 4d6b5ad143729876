using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>Finds "more than", "about" and the like right before a figure.</summary>
internal static class QualifierFinder
{
    private static readonly (string[] Words, Qualifier Qualifier)[] Phrases =
    [
        .. QualifierPhrases.Known.Where(known => char.IsLetter(known.Phrase[0])).Select(known => (known.Phrase.Split(' '), known.Qualifier)),
        (["upwards", "of"], Qualifier.MoreThan), (["as", "much", "as"], Qualifier.AtMost), (["as", "many", "as"], Qualifier.AtMost), (["close", "to"], Qualifier.About),
        (["just", "under"], Qualifier.LessThan), (["just", "over"], Qualifier.MoreThan), (["well", "over"], Qualifier.MoreThan), (["~"], Qualifier.About), (["≈"], Qualifier.About),
    ];

    /// <summary>The qualifier of the figure that begins at a token, and where its words begin.</summary>
    public static (int Start, Qualifier Qualifier) Before(IReadOnlyList<Token> tokens, int figure)
    {
        foreach (var (words, qualifier) in Phrases)
        {
            var from = figure - words.Length;
            if (from >= 0 && Matches(tokens, from, words))
            {
                return (tokens[from].Start, qualifier);
            }
        }

        return (tokens[figure].Start, Qualifier.Exactly);
    }

    private static bool Matches(IReadOnlyList<Token> tokens, int from, string[] words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (tokens[from + i].Lower != words[i])
            {
                return false;
            }
        }

        return true;
    }
}
