using System.Text;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>A name taken apart for comparing: without its legal form, and its describing words apart.</summary>
/// <param name="Name">As written.</param>
/// <param name="Key">See <see cref="NameKey"/>.</param>
/// <param name="Words">Without the legal form, “the” and “and”; single letters joined: “A.I.” is one word.</param>
/// <param name="Core">The words that tell whose name it is; at least one.</param>
/// <param name="Extra">The words of <see cref="NameWords"/> that were taken away, in order.</param>
internal sealed record NameForm(string Name, string Key, IReadOnlyList<string> Words, IReadOnlyList<string> Core, IReadOnlyList<string> Extra)
{
    public string Bare { get; } = string.Join(' ', Words);

    /// <summary>All words without spaces.</summary>
    public string BareCompact { get; } = string.Concat(Words);

    /// <summary>The telling words without spaces.</summary>
    public string Compact { get; } = string.Concat(Core);

    public string Sorted { get; } = string.Join(' ', Words.Order(StringComparer.Ordinal));

    /// <summary>Digits and Roman numerals: a second fund is another fund.</summary>
    public string Numbers { get; } = string.Join(' ', Words.Select(NumberOf).Where(number => number.Length > 0));

    /// <summary>Null where the name has no letter or digit.</summary>
    public static NameForm? Of(string name)
    {
        var key = NameKey.Of(WithoutBrackets(name) is { Length: > 0 } outside && NameKey.Of(outside).Length > 0 ? outside : name);
        if (key.Length == 0)
        {
            return null;
        }

        var words = JoinLetters(key.Split(' '));
        words.RemoveAll(word => words.Count > 2 && NameWords.And.Contains(word) && word != words[0] && word != words[^1]);
        while (words.Count > 1 && NameWords.LegalForms.Contains(words[^1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count > 1 && words[0] == "the")
        {
            words.RemoveAt(0);
        }

        var (start, end) = (0, words.Count);
        while (end - start > 1 && NameWords.Describing.Contains(words[end - 1]))
        {
            end--;
        }

        while (end - start > 1 && NameWords.Leading.Contains(words[start]))
        {
            start++;
        }

        return new NameForm(name, NameKey.Of(name), words, words[start..end], [.. words[..start], .. words[end..]]);
    }

    /// <summary>Whether a telling word stands in the name in capitals alone, as an acronym does.</summary>
    public bool IsAcronym => Core.Count == 1 && Core[0].Length is >= 3 and <= 6 && Core[0].All(char.IsAsciiLetterLower)
        && Name.Replace(".", "", StringComparison.Ordinal).Contains(Core[0].ToUpperInvariant(), StringComparison.Ordinal);

    /// <summary>First letters of three words or more; null of fewer.</summary>
    public static string? Initials(IReadOnlyList<string> words) => words.Count is >= 3 and <= 6 ? string.Concat(words.Select(word => word[0])) : null;

    /// <summary>“a16z” of two words or more: first letter, number of letters between, last letter. Null where it has too few.</summary>
    public string? Numeronym => Core.Count >= 2 && Compact.Length is >= 8 and <= 101
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Compact[0]}{Compact.Length - 2}{Compact[^1]}") : null;

    /// <summary>Whether the one has no describing word that the other contradicts: “Figure” and “Figure AI”, not “Figure AI” and “Figure Labs”.</summary>
    public bool FitsExtraOf(NameForm other) => !Extra.Except(other.Extra).Any() || !other.Extra.Except(Extra).Any();

    /// <summary>A word as the name has it: “AI”, not “ai”.</summary>
    public string Written(string word) => Name.Split(' ', '.', ',', '-').FirstOrDefault(part => NameKey.Of(part) == word) ?? word;

    private static string NumberOf(string word) => word.Any(char.IsAsciiDigit) ? string.Concat(word.Where(char.IsAsciiDigit))
        : word is "i" or "ii" or "iii" or "iv" or "v" or "vi" or "vii" or "viii" or "ix" ? word : "";

    private static string WithoutBrackets(string name)
    {
        var (kept, depth) = (new StringBuilder(name.Length), 0);
        foreach (var c in name)
        {
            depth += c is '(' or '[' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(c);
            }

            depth -= c is ')' or ']' && depth > 0 ? 1 : 0;
        }

        return kept.ToString();
    }

    private static List<string> JoinLetters(string[] parts)
    {
        var words = new List<string>(parts.Length);
        var joining = false;
        foreach (var part in parts)
        {
            var single = part.Length == 1;
            if (single && joining)
            {
                words[^1] += part;
            }
            else
            {
                words.Add(part);
            }

            joining = single;
        }

        return words;
    }
}
