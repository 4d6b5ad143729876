using System.Text.RegularExpressions;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>A paragraph of a snapshot.</summary>
/// <param name="Number">0 for the title, then from 1 as people cite them.</param>
/// <param name="Start">UTF-16 offset of the first character.</param>
/// <param name="End">UTF-16 offset behind the last character.</param>
public sealed partial record Paragraph(int Number, int Start, int End)
{
    /// <summary>
    /// Splits at blank lines; a text without one, at every line. The first paragraph is number 0 where it is a title: one short line
    /// without a full stop, with others behind it.
    /// </summary>
    public static IReadOnlyList<Paragraph> Split(string text)
    {
        var border = BlankLine().IsMatch(text.AsSpan().Trim()) ? BlankLine() : LineBreak();
        var spans = new List<(int Start, int End)>();
        foreach (var range in border.EnumerateSplits(text))
        {
            var (start, length) = range.GetOffsetAndLength(text.Length);
            var part = text.AsSpan(start, length);
            if (!part.IsWhiteSpace())
            {
                spans.Add((start + length - part.TrimStart().Length, start + part.TrimEnd().Length));
            }
        }

        var first = spans.Count > 1 && IsTitle(text.AsSpan()[spans[0].Start..spans[0].End]) ? 0 : 1;
        return [.. spans.Select((span, index) => new Paragraph(first + index, span.Start, span.End))];
    }

    private static bool IsTitle(ReadOnlySpan<char> line) => line.Length <= 200 && !line.Contains('\n') && line[^1] is not ('.' or '!' or '。' or ':' or ';');

    [GeneratedRegex(@"\n[ \t\u00A0]*\n\s*")]
    private static partial Regex BlankLine();

    [GeneratedRegex(@"\n")]
    private static partial Regex LineBreak();
}
