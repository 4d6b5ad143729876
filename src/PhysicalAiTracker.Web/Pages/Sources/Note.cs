using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Pages.Sources;

/// <summary>A passage with what it supports, under the number by which the text and the apparatus refer to it.</summary>
/// <param name="Number">From 1, in the order in which the passages begin, the longer first.</param>
public sealed record Note(int Number, ReaderPassage Quoted)
{
    public int Start => Quoted.Start;

    public int End => Quoted.End;

    /// <summary>Id of the highlighted text.</summary>
    public string MarkId => $"passage-{Quoted.Passage.Id}";

    /// <summary>Id of the note in the apparatus.</summary>
    public string NoteId => $"note-{Number}";

    /// <summary>What the link from the text to the note is called: "Note 5: supports amount, valuation".</summary>
    public string Label
    {
        get
        {
            var fields = Quoted.Assertions.SelectMany(a => a.Assertion.Values).Select(v => v.Label.ToLowerInvariant()).Distinct();
            return $"Note {Number}: supports {string.Join(", ", fields)}";
        }
    }
}
