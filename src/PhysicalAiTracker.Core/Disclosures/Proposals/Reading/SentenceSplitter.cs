using PhysicalAiTracker.Core.Disclosures.Proposals.Cues;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>A sentence's tokens: from the first to before the last.</summary>
internal readonly record struct TokenSpan(int From, int To, int Paragraph, bool IsHeading);

/// <summary>Finds where sentences and paragraphs end. A line that stands alone without punctuation is a heading.</summary>
internal static class SentenceSplitter
{
    private const int LongestHeading = 160;

    public static List<TokenSpan> Split(IReadOnlyList<Token> tokens)
    {
        var spans = new List<TokenSpan>();
        var (from, paragraph) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var last = i + 1 == tokens.Count;
            var lines = last ? 2 : tokens[i + 1].Line - tokens[i].Line;
            var ends = lines >= 2 || (lines == 1 && EndsAtLine(tokens, from, i)) || (!last && EndsAt(tokens, i));
            if (ends)
            {
                var to = i + 1;
                spans.Add(new TokenSpan(from, to, paragraph, lines >= 1 && !IsStop(tokens, from, i)));
                from = to;
            }

            paragraph += lines >= 2 ? 1 : 0;
        }

        return spans;
    }

    /// <summary>A full stop, even where quotation marks or brackets close behind it.</summary>
    private static bool IsStop(IReadOnlyList<Token> tokens, int from, int at)
    {
        while (at > from && tokens[at].Text is "”" or "\"" or "’" or "'" or ")" or "»")
        {
            at--;
        }

        return tokens[at].Text is "." or "!" or "?" or "…" or ":";
    }

    /// <summary>A short line without punctuation whose next line begins anew: a heading or an entry of a list.</summary>
    private static bool EndsAtLine(IReadOnlyList<Token> tokens, int from, int at) =>
        tokens[at + 1].Text is "-" or "•" or "*" or "–"
        || (tokens[at].End - tokens[from].Start <= LongestHeading && tokens[at].Line == tokens[from].Line && from == 0 && tokens[at].IsWord && tokens[at + 1].StartsUpper);

    private static bool EndsAt(IReadOnlyList<Token> tokens, int at)
    {
        var token = tokens[at];
        var next = tokens[at + 1];
        if (token.Text is "”" or "\"" or "’" or ")" && at > 0 && tokens[at - 1].Text is "." or "!" or "?")
        {
            return next.Start > token.End && BeginsSentence(next);
        }

        if (token.Text is not ("." or "!" or "?" or "…") || next.Start == token.End || !BeginsSentence(next))
        {
            return false;
        }

        return token.Text != "." || at == 0 || !IsAbbreviation(tokens[at - 1], next);
    }

    private static bool BeginsSentence(Token next) => next.StartsUpper || next.StartsWithDigit || next.Text is "“" or "\"" or "‘" or "(" or "«" or "•" or "$" or "€" or "£" or "-" or "–";

    private static bool IsAbbreviation(Token before, Token next) =>
        (NameCues.Titles.Contains(before.Lower) && (before.StartsUpper || before.Lower is "vs" or "approx" or "e.g" or "i.e" or "est"))
        || before is { Text.Length: 1, StartsUpper: true }
        || (NameCues.Abbreviations.Contains(before.Lower) && !NameCues.Openers.Contains(next.Lower));
}
