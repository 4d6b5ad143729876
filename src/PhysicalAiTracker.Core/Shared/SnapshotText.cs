using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>The one form in which a source's text is stored, hashed and quoted from.</summary>
public static class SnapshotText
{
    /// <summary>Characters that stay as they are.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("\n\t" + string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c)));

    /// <summary>
    /// Line breaks of any kind become \n, letters are composed (NFC), and what no reader sees is removed: the byte order
    /// mark, NUL and the other control characters except \n and \t. Normalised text stays as it is.
    /// </summary>
    public static string Normalise(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            switch (c)
            {
                case '\r' when i + 1 < text.Length && text[i + 1] == '\n':
                case '\uFEFF' when clean.Length == 0:
                    break;
                // Next line, line and paragraph separator, and the page breaks of converted PDF files.
                case '\r' or '\u0085' or '\u2028' or '\u2029' or '\f' or '\v':
                    clean.Append('\n');
                    break;
                case '\n' or '\t':
                    clean.Append(c);
                    break;
                default:
                    AppendVisible(clean, text, ref i);
                    break;
            }
        }

        return Composition.Compose(clean.ToString());
    }

    /// <summary>The first character that <see cref="Normalise"/> leaves out or replaces because it is no text: a control character, or half of one; null where there is none.</summary>
    public static char? FirstLost(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            return null;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || (char.IsControl(c) && c is not ('\n' or '\r' or '\t' or '\f' or '\v' or '\u0085')))
            {
                return c;
            }
        }

        return null;
    }

    /// <summary>SHA-256 of the text in UTF-8, 64 lower-case hexadecimal digits. Give it normalised text.</summary>
    public static string Sha256(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static void AppendVisible(StringBuilder clean, string text, ref int i)
    {
        var c = text[i];
        if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
        {
            clean.Append(c).Append(text[++i]);
        }
        else if (char.IsSurrogate(c))
        {
            // Half a character cannot be stored in UTF-8; the hash must match what the database gives back.
            clean.Append('\uFFFD');
        }
        else if (!char.IsControl(c))
        {
            clean.Append(c);
        }
    }
}
