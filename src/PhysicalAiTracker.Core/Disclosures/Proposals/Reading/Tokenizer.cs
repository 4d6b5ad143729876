namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>Splits a text into tokens in one pass. A possessive ending is a token of its own.</summary>
internal static class Tokenizer
{
    public static List<Token> Read(string text)
    {
        var tokens = new List<Token>();
        var (line, quoted) = (0, false);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                // A quotation mark that nobody closed ends with its paragraph.
                quoted &= !(c == '\n' && at > 0 && text[at - 1] == '\n');
                line += c == '\n' ? 1 : 0;
                at++;
                continue;
            }

            quoted = c switch { '“' or '«' => true, '”' or '»' => false, '"' => !quoted, _ => quoted };
            var end = char.IsLetterOrDigit(c) ? WordEnd(text, at) : at + 1;
            var ending = Ending(text, at, end);
            Add(tokens, text, at, end - ending, quoted, line);
            if (ending > 0)
            {
                tokens.Add(new Token(end - ending, end, text[(end - ending)..end], Token.Possessive, quoted, line));
            }

            at = end;
            // "Acme Robotics' chief executive"
            if (ending == 0 && text[end - 1] == 's' && char.IsUpper(c) && end + 1 < text.Length && text[end] is '\'' or '’' && text[end + 1] == ' ')
            {
                tokens.Add(new Token(end, end + 1, text[end..(end + 1)], Token.Possessive, quoted, line));
                at++;
            }
        }

        return tokens;
    }

    private static void Add(List<Token> tokens, string text, int start, int end, bool quoted, int line)
    {
        var word = text[start..end];
        tokens.Add(new Token(start, end, word, Plain(word), quoted, line));
    }

    private static int WordEnd(string text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || char.GetUnicodeCategory(text[end]) == System.Globalization.UnicodeCategory.NonSpacingMark || Joins(text, end)))
        {
            end++;
        }

        return end;
    }

    /// <summary>Signs within a word ("on-device", "isn't", "type0.ai") and within a number ("1,030.5").</summary>
    private static bool Joins(string text, int at)
    {
        if (at + 1 >= text.Length || !char.IsLetterOrDigit(text[at + 1]))
        {
            return false;
        }

        var digits = char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1]);
        return text[at] switch
        {
            '-' or '‑' or '‐' or '\'' or '’' or '.' => char.IsLetterOrDigit(text[at - 1]),
            ',' => digits,
            '&' => true,
            _ => false,
        };
    }

    private static int Ending(string text, int start, int end)
    {
        if (end - start > 2 && text[end - 1] is 's' or 'S' && text[end - 2] is '\'' or '’')
        {
            return 2;
        }

        return 0;
    }

    private static string Plain(string word) => word.ToLowerInvariant().Replace('’', '\'').Replace('‘', '\'').Replace('‑', '-').Replace('‐', '-');
}
