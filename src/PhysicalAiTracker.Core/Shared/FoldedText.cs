namespace PhysicalAiTracker.Core.Shared;

/// <summary>A text in which every run of white space counts as one space.</summary>
internal static class FoldedText
{
    public static string Fold(string text)
    {
        var folded = new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c))
            {
                folded[length++] = c;
            }
            else if (length == 0 || folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        return new string(folded, 0, length);
    }

    /// <summary>
    /// Counts the needle's occurrences, overlapping ones too, in one pass whatever the text repeats
    /// (Knuth, Morris, Pratt: Fast Pattern Matching in Strings, 1977).
    /// </summary>
    /// <param name="needle">Folded already.</param>
    /// <param name="alike">Maps characters that shall count as equal to one of them; null compares them as they are.</param>
    /// <returns>How many there are, and where the first ends, in folded characters.</returns>
    public static (int Count, int End) Search(string text, string needle, Func<char, char>? alike = null)
    {
        var sought = alike is null ? needle : string.Concat(needle.Select(alike));
        var borders = Borders(sought);
        var (count, end, matched, at, inSpace) = (0, 0, 0, 0, false);
        foreach (var original in text)
        {
            var c = original;
            if (char.IsWhiteSpace(c))
            {
                if (inSpace)
                {
                    continue;
                }

                c = ' ';
            }

            inSpace = c == ' ';
            c = alike is null ? c : alike(c);
            at++;
            while (matched > 0 && (matched == sought.Length || sought[matched] != c))
            {
                matched = borders[matched - 1];
            }

            matched += sought[matched] == c ? 1 : 0;
            if (matched == sought.Length)
            {
                end = count++ == 0 ? at : end;
            }
        }

        return (count, end);
    }

    /// <summary>The real positions of a stretch given in folded characters.</summary>
    public static (int Start, int End) Unfold(string text, int foldedStart, int foldedLength)
    {
        var (start, at, inSpace) = (0, 0, false);
        for (var i = 0; i < text.Length; i++)
        {
            var isSpace = char.IsWhiteSpace(text[i]);
            if (isSpace && inSpace)
            {
                continue;
            }

            inSpace = isSpace;
            start = at == foldedStart ? i : start;
            if (++at == foldedStart + foldedLength)
            {
                return (start, i + 1);
            }
        }

        throw new ArgumentOutOfRangeException(nameof(foldedLength), foldedLength, "The stretch is outside the text.");
    }

    /// <summary>Characters that keyboards and typesetters write differently.</summary>
    public static char Alike(char c) => c switch
    {
        '“' or '”' or '„' or '«' or '»' => '"',
        '‘' or '’' or '‚' => '\'',
        '‐' or '‑' or '–' or '—' or '−' => '-',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>For each beginning of the needle, the length of its longest proper border.</summary>
    private static int[] Borders(string needle)
    {
        var borders = new int[needle.Length];
        for (int i = 1, matched = 0; i < needle.Length; i++)
        {
            while (matched > 0 && needle[matched] != needle[i])
            {
                matched = borders[matched - 1];
            }

            matched += needle[matched] == needle[i] ? 1 : 0;
            borders[i] = matched;
        }

        return borders;
    }
}
