using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>A paragraph as the reader shows it.</summary>
/// <param name="Number">As people cite it; 0 for the title, null where only a passage of the text may be shown.</param>
/// <param name="Notes">The notes on the passages that end in it, which is where their numbers stand.</param>
public sealed record ReaderParagraph(int? Number, MarkedText Text, IReadOnlyList<Note> Notes)
{
    /// <summary>"Paragraph 2", for those who cannot see the number.</summary>
    public string Name => Number switch
    {
        null => $"Passage {Notes[0].Number}",
        0 => "Title",
        _ => $"Paragraph {Number}",
    };

    /// <summary>The whole text; where it may not be shown, each passage with a few words around it.</summary>
    public static IReadOnlyList<ReaderParagraph> Of(SourceReading reading)
    {
        List<Note> notes = [.. reading.Passages.Select((passage, index) => new Note(index + 1, passage))];
        return reading.Text is { } text
            ? [.. Paragraph.Split(text).Select(p => new ReaderParagraph(
                p.Number, new MarkedText(text, p.Start, p.End, notes), [.. notes.Where(n => n.End > p.Start && n.End <= p.End)]))]
            : [.. notes.Select(Alone)];
    }

    private static ReaderParagraph Alone(Note note)
    {
        var quoted = note.Quoted;
        var before = quoted.Before.Length == 0 ? "" : "… " + quoted.Before[(quoted.Before.IndexOf(' ') + 1)..];
        var after = quoted.After.Length == 0 ? "" : quoted.After[..(quoted.After.LastIndexOf(' ') + 1)] + "…";
        var moved = quoted with { Start = before.Length, End = before.Length + quoted.Words.Length };
        var text = before + quoted.Words + after;
        return new ReaderParagraph(null, new MarkedText(text, 0, text.Length, [note with { Quoted = moved }]), [note]);
    }
}
