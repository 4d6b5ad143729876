namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>What keeps a text from being XML that is read here.</summary>
/// <param name="Line">From 1.</param>
/// <param name="Element">Path of the innermost element that is open there; empty for the outermost, or where none is.</param>
/// <param name="Value">What stands there, up to the end of the line; empty at the end of the text.</param>
/// <param name="Rule">What is wrong, in words for whoever has the file.</param>
internal sealed record XmlFault(int Line, string Element, string Value, string Rule)
{
    private const string NotWellFormed = "is not well-formed XML";

    /// <summary>Looks at what stands where a reader stopped: it tells the place reliably, and the reason in words of its own only.</summary>
    /// <param name="character">In its line, from 1.</param>
    /// <param name="open">Path of the innermost open element; null where none is.</param>
    public static XmlFault At(string text, int line, int character, string? open)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return new XmlFault(1, "", "", "has no element: the file is empty");
        }

        var (offset, column) = (OffsetOf(text, line, character), Math.Max(character, 1));
        // Of a tag or an entity a reader tells where the name begins.
        var begun = text.AsSpan(0, offset) switch
        {
            [.., '<', '/'] => 2,
            [.., '<' or '&'] => 1,
            _ => 0,
        };
        var rest = text.AsSpan(offset - begun);
        var end = rest.IndexOf('\n');
        var value = (end < 0 ? rest : rest[..end]).Trim().ToString();
        var name = open is null ? "" : open.Length == 0 ? "the outermost one" : open[(open.LastIndexOf('/') + 1)..];
        var cause = value.Length == 0 && end < 0 ? open is null ? ": the text ends where an element is still to come" : $": the text ends before {name} is closed"
            : begun == 2 ? open is null ? ": nothing is open that could be closed" : $": the element to be closed here is {name}"
            : rest is ['&', ..] ? ": only &amp; &lt; &gt; &quot; &apos; and numbers stand for characters"
            : open is null && line > 1 && text.AsSpan(0, offset).Contains('<') ? ": one outermost element is all there may be" : "";
        return new XmlFault(Math.Max(line, 1), open ?? "", value, FormattableString.Invariant($"{NotWellFormed}, from character {column - begun} of the line on{cause}"));
    }

    private static int OffsetOf(string text, int line, int character)
    {
        var start = 0;
        for (var at = 1; at < line && text.IndexOf('\n', start) is >= 0 and var end; at++)
        {
            start = end + 1;
        }

        return Math.Clamp(start + character - 1, 0, text.Length);
    }
}
