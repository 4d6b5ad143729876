using System.Globalization;

namespace PhysicalAiTracker.Core.Shared.Differences;

/// <summary>A stretch of a text.</summary>
/// <param name="Start">UTF-16 offset of the first character.</param>
/// <param name="End">UTF-16 offset behind the last character.</param>
/// <param name="Differs">Whether the other text lacks it.</param>
public sealed record Stretch(int Start, int End, bool Differs);

/// <summary>Cuts texts into what is compared, and numbers it: what is spelt alike in either text has one number.</summary>
internal sealed class TextTokens
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbers =
        new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Words, runs of white space, and every other character by itself.</summary>
    public static List<Stretch> Of(string text, Stretch within)
    {
        var tokens = new List<Stretch>();
        for (var start = within.Start; start < within.End;)
        {
            var sort = SortOf(text[start]);
            var end = start + 1;
            while (end < within.End && SortOf(text[end]) == sort && sort != 2)
            {
                end++;
            }

            tokens.Add(new Stretch(start, end, false));
            start = end;
        }

        return tokens;
    }

    public int[] Numbers(string text, List<Stretch> stretches) => [.. stretches.Select(stretch => Number(text.AsSpan(stretch.Start, stretch.End - stretch.Start)))];

    public int Number(ReadOnlySpan<char> text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            _numbers[text] = number = _numbers.Dictionary.Count;
        }

        return number;
    }

    /// <summary>Halves of a character and marks on a letter stay with their word.</summary>
    private static int SortOf(char c) => char.IsWhiteSpace(c) ? 0
        : char.IsLetterOrDigit(c) || char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark ? 1 : 2;
}
