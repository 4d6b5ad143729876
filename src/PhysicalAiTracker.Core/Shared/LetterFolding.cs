using System.Text;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>Lower case without diacritics, so that "Über", "UBER" and "uber" are one; for keys and slugs, never for display.</summary>
internal static class LetterFolding
{
    // Marks of Cyrillic and kana tell letters apart (й, が); those of Latin and Greek are diacritics.
    private const char FirstKept = '\u0400';

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Composition.Compose(text))
        {
            var letter = c;
            while (ComposedLetters.TryDecompose(letter, out var simpler, out _) && simpler < FirstKept)
            {
                letter = simpler;
            }

            if (c is < '\u0300' or > '\u036F')
            {
                Append(folded, char.ToLowerInvariant(letter));
            }
        }

        return folded.ToString();
    }

    /// <summary>Marks that belong to the word in either case: the apostrophe of "Moody's".</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '‘';

    private static void Append(StringBuilder folded, char lower) => _ = lower switch
    {
        'ß' => folded.Append("ss"),
        'æ' => folded.Append("ae"),
        'œ' => folded.Append("oe"),
        'þ' => folded.Append("th"),
        'ø' => folded.Append('o'),
        'ł' => folded.Append('l'),
        'đ' or 'ð' => folded.Append('d'),
        'ħ' => folded.Append('h'),
        'ı' => folded.Append('i'),
        'ŋ' => folded.Append('n'),
        'ŧ' => folded.Append('t'),
        'ς' => folded.Append('σ'),
        _ => folded.Append(lower),
    };
}
