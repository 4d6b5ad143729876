using System.Globalization;
using System.Text;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>
/// What a name is searched and compared by: lower case, no diacritics, punctuation as single spaces; an apostrophe joins
/// ("Moody's" is "moodys"). May be longer than the name, since "æ" is "ae".
/// </summary>
public static class NameKey
{
    private const int MaxWordStarts = 8;
    private const int ShortName = 256;

    /// <summary>The key; empty where the name has no letter or digit.</summary>
    public static string Of(string name) => Ascii.IsValid(name) ? OfAscii(name) : OfAny(name);

    /// <summary>Nothing to fold but capitals: as the other, without a rune for each letter.</summary>
    private static string OfAscii(string name)
    {
        var key = name.Length <= ShortName ? stackalloc char[ShortName] : new char[name.Length];
        var length = 0;
        foreach (var c in name)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                key[length++] = char.ToLowerInvariant(c);
            }
            else if (length > 0 && key[length - 1] != ' ' && !LetterFolding.IsApostrophe(c))
            {
                key[length++] = ' ';
            }
        }

        return new string(key[..length].TrimEnd(' '));
    }

    private static string OfAny(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var rune in LetterFolding.Fold(name).EnumerateRunes())
        {
            if (BelongsToWord(rune))
            {
                key.Append(rune.ToString());
            }
            else if (key.Length > 0 && key[^1] != ' ' && !(rune.IsBmp && LetterFolding.IsApostrophe((char)rune.Value)))
            {
                key.Append(' ');
            }
        }

        return key.ToString().TrimEnd(' ');
    }

    /// <summary>The key from each of its first eight words on, so that a prefix search finds "services" in "amazon web services".</summary>
    public static IEnumerable<string> WordStarts(string key)
    {
        var start = 0;
        for (var word = 0; word < MaxWordStarts && start < key.Length; word++)
        {
            yield return key[start..];
            var space = key.IndexOf(' ', start);
            start = space < 0 ? key.Length : space + 1;
        }
    }

    // Vowel signs of Indic and other scripts are marks, and part of the word.
    private static bool BelongsToWord(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
