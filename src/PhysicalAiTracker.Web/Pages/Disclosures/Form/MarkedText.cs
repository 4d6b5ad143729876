using PhysicalAiTracker.Core.Disclosures.Proposals;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>What a stretch of the source's text is to the draft.</summary>
public enum SpanKind
{
    /// <summary>A passage of a change.</summary>
    Quote,

    /// <summary>The words that a suggested value comes from.</summary>
    Value,

    /// <summary>The passage of a proposal that nobody has taken yet.</summary>
    Proposal,
}

/// <summary>A stretch of the text that belongs to something on the other side of the page.</summary>
/// <param name="Of">Id of what it belongs to; the stretch itself has <c>at</c> before it.</param>
/// <param name="Number">Shown behind the stretch, as a link; null shows none.</param>
/// <param name="Label">What the link leads to.</param>
public sealed record TextSpan(int Start, int End, SpanKind Kind, string Of, string? Number, string Label);

/// <summary>A piece of the text to which the same applies from its first character to its last.</summary>
/// <param name="Begins">Spans whose first piece this is.</param>
/// <param name="Covers">Spans that it is part of.</param>
/// <param name="Ends">Spans whose last piece this is.</param>
public sealed record TextPiece(string Text, IReadOnlyList<TextSpan> Begins, IReadOnlyList<TextSpan> Covers, IReadOnlyList<TextSpan> Ends)
{
    public string? CssClass => Covers.Count == 0 ? null : string.Join(' ', Covers.Select(span => span.Kind).Distinct().Order().Select(kind => kind switch
    {
        SpanKind.Quote => "quoted",
        SpanKind.Value => "valued",
        _ => "proposed",
    }));
}

/// <summary>Cuts a text where passages and suggested values begin and end; passages may overlap.</summary>
public static class MarkedText
{
    public static IEnumerable<TextSpan> SpansOf(EditorView editor)
    {
        foreach (var (index, change) in editor.Changes.Index())
        {
            foreach (var (place, evidence) in change.Evidence.Index())
            {
                if (evidence.Anchor is Anchor.Intact found)
                {
                    var number = change.Evidence.Count == 1 ? $"{index + 1}" : $"{index + 1}.{place + 1}";
                    yield return new TextSpan(found.Start, found.End, SpanKind.Quote, evidence.Pointer, number, $"{evidence.Path}: go to it");
                }
            }

            foreach (var field in change.SuggestedFields)
            {
                if (field.Suggested is { Start: { } start, End: { } end })
                {
                    yield return new TextSpan(start, end, SpanKind.Value, field.Pointer, null, field.Path);
                }
            }
        }
    }

    public static IEnumerable<TextSpan> SpansOf(IEnumerable<Proposal> proposals) => proposals.Select((proposal, index) =>
        new TextSpan(proposal.Start, proposal.End, SpanKind.Proposal, $"/proposals/{index}", $"?{index + 1}", $"Proposal {index + 1}: go to it"));

    public static IEnumerable<TextPiece> Cut(string text, IEnumerable<TextSpan> spans)
    {
        var sound = spans.Where(span => span.Start >= 0 && span.Start < span.End && span.End <= text.Length).ToList();
        var begins = sound.ToLookup(span => span.Start);
        var ends = sound.ToLookup(span => span.End);
        var open = new List<TextSpan>();
        var cuts = sound.SelectMany(span => new[] { span.Start, span.End }).Concat([0, text.Length]).Distinct().Order().ToList();
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            open.AddRange(begins[from]);
            yield return new TextPiece(text[from..to], [.. begins[from]], [.. open], [.. ends[to]]);
            open.RemoveAll(span => span.End == to);
        }
    }
}
