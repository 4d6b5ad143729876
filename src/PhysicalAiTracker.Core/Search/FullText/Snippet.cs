using System.Globalization;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>Where a word that was looked for stands.</summary>
/// <param name="Start">In UTF-16 units from the beginning of the text beside it.</param>
/// <param name="Length">In UTF-16 units.</param>
public sealed record Mark(int Start, int Length);

/// <summary>A piece of plain text, never markup, and where in it the words stand.</summary>
public sealed record Snippet(string Text, IReadOnlyList<Mark> Marks)
{
    private const int Before = 60;
    private const int MaxLength = 220;
    private const char Cut = '…';

    /// <summary>A title as a whole.</summary>
    public static Snippet Title(string text, SearchText sought) => new(text, [.. MarksOf(text, sought, inTitle: true)]);

    /// <summary>The part of a text around the first word that is looked for; null where there is none.</summary>
    public static Snippet? Around(string text, SearchText sought)
    {
        if (MarksOf(text, sought, inTitle: false).FirstOrDefault() is not { } first)
        {
            return null;
        }

        var start = WordStart(text, Math.Max(0, first.Start - Before));
        var end = WordEnd(text, Math.Min(text.Length, start + MaxLength), Math.Max(start, first.Start + first.Length));
        var piece = text[start..end].ReplaceLineEndings(" ");
        var shown = $"{(start > 0 ? Cut : "")}{piece.TrimEnd()}{(end < text.Length ? Cut : "")}";
        return new Snippet(shown, [.. MarksOf(shown, sought, inTitle: false)]);
    }

    private static IEnumerable<Mark> MarksOf(string text, SearchText sought, bool inTitle)
    {
        for (var start = 0; start < text.Length; start++)
        {
            if (!IsPart(text[start]))
            {
                continue;
            }

            var end = start + 1;
            while (end < text.Length && IsPart(text[end]))
            {
                end++;
            }

            if (NameKey.Of(text[start..end]).Split(' ').Any(word => sought.Finds(word, inTitle)))
            {
                yield return new Mark(start, end - start);
            }

            start = end;
        }
    }

    // As a name's key is cut into words; a surrogate is half of a letter beyond the first plane.
    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c) || LetterFolding.IsApostrophe(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static int WordStart(string text, int at)
    {
        while (at > 0 && IsPart(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int WordEnd(string text, int at, int least)
    {
        var end = at;
        while (end > least && end < text.Length && IsPart(text[end]))
        {
            end--;
        }

        return end;
    }
}
