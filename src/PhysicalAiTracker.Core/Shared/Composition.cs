using System.Text;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>Unicode composition (NFC) for the scripts of <see cref="ComposedLetters"/>, the same on every machine.</summary>
internal static class Composition
{
    /// <summary>The text with letters and their combining marks joined into one character where one exists.</summary>
    public static string Compose(string text)
    {
        if (!NeedsComposing(text))
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var cluster = new List<char>();
        for (var i = 0; i < text.Length;)
        {
            var next = i + 1;
            while (next < text.Length && ComposedLetters.IsMark(text[next]))
            {
                next++;
            }

            if (next == i + 1)
            {
                result.Append(Single(text[i]));
            }
            else
            {
                AppendComposed(result, text.AsSpan(i, next - i), cluster);
            }

            i = next;
        }

        return result.ToString();
    }

    private static bool NeedsComposing(string text)
    {
        foreach (var c in text)
        {
            // Everything below the first combining mark is composed already; this skips plain text quickly.
            if (c >= '\u0300' && (ComposedLetters.IsMark(c) || Single(c) != c))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The unit signs Unicode keeps only for compatibility and whose canonical form is the letter.</summary>
    private static char Single(char c) => c switch
    {
        '\u2126' => '\u03A9', // ohm sign
        '\u212A' => 'K', // kelvin sign
        '\u212B' => '\u00C5', // ångström sign
        '\u037E' => ';', // Greek question mark
        '\u0387' => '\u00B7', // Greek ano teleia
        _ => c,
    };

    private static void AppendComposed(StringBuilder result, ReadOnlySpan<char> letterAndMarks, List<char> marks)
    {
        marks.Clear();
        var letter = Single(letterAndMarks[0]);
        while (ComposedLetters.TryDecompose(letter, out var simpler, out var mark))
        {
            marks.Insert(0, mark);
            letter = simpler;
        }

        marks.AddRange(letterAndMarks[1..]);
        SortByClass(marks);

        byte blockedBy = 0;
        var kept = new StringBuilder();
        foreach (var mark in marks)
        {
            var markClass = ComposedLetters.ClassOf(mark);
            if (markClass > blockedBy && ComposedLetters.TryCompose(letter, mark, out var composed))
            {
                letter = composed;
            }
            else
            {
                kept.Append(mark);
                blockedBy = markClass;
            }
        }

        result.Append(letter).Append(kept);
    }

    /// <summary>Stable, and quick on a long run of marks that is in order already.</summary>
    private static void SortByClass(List<char> marks)
    {
        for (var i = 1; i < marks.Count; i++)
        {
            if (ComposedLetters.ClassOf(marks[i - 1]) > ComposedLetters.ClassOf(marks[i]))
            {
                var sorted = marks.OrderBy(ComposedLetters.ClassOf).ToList();
                marks.Clear();
                marks.AddRange(sorted);
                return;
            }
        }
    }
}
