using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>
/// A stretch of text with its passages as <c>mark</c> elements. Passages that lie in one another nest; where they cross, the one
/// that ends later is closed and goes on in a new element. The first piece of a passage has its id; at the end of the last
/// one stands the link to its note.
/// </summary>
/// <param name="start">UTF-16 offset in the text of the first character to show.</param>
/// <param name="end">UTF-16 offset behind the last one.</param>
/// <param name="notes">Those whose passages touch the stretch, and any others.</param>
public sealed class MarkedText(string text, int start, int end, IEnumerable<Note> notes) : IHtmlContent
{
    private readonly List<Note> _notes = [.. notes.Where(n => n.Start < end && n.End > start && n.Start < n.End)];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var open = new Stack<Note>();
        var from = start;
        foreach (var border in _notes.SelectMany(n => new[] { First(n), Last(n) }).Append(end).Distinct().Order())
        {
            encoder.Encode(writer, text, from, border - from);
            from = border;
            var goingOn = Close(open, border, writer, encoder);
            foreach (var note in goingOn.Concat(_notes.Where(n => First(n) == border)).OrderByDescending(Last).ThenBy(n => n.Number))
            {
                writer.Write(note.Start == border ? $"<mark class=\"q\" id=\"{note.MarkId}\">" : "<mark class=\"q\">");
                open.Push(note);
            }
        }
    }

    private int First(Note note) => Math.Max(note.Start, start);

    private int Last(Note note) => Math.Min(note.End, end);

    /// <summary>Closes what ends here and whatever was opened inside it; answers those of the latter that go on.</summary>
    private List<Note> Close(Stack<Note> open, int border, TextWriter writer, HtmlEncoder encoder)
    {
        // All links stand in the innermost mark, so that the numbers ascend and no text comes between them.
        foreach (var ended in open.Where(note => note.End == border).OrderBy(note => note.Number))
        {
            WriteLink(ended, writer, encoder);
        }

        var goingOn = new List<Note>();
        while (open.Any(note => Last(note) == border))
        {
            var note = open.Pop();
            if (Last(note) > border)
            {
                goingOn.Add(note);
            }

            writer.Write("</mark>");
        }

        return goingOn;
    }

    private static void WriteLink(Note note, TextWriter writer, HtmlEncoder encoder)
    {
        writer.Write($"<a class=\"ev\" href=\"#{note.NoteId}\" aria-label=\"");
        encoder.Encode(writer, note.Label);
        writer.Write(string.Create(CultureInfo.InvariantCulture, $"\">{note.Number}</a>"));
    }
}
