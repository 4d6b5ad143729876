using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>One input, or a group of them, for one value of a document.</summary>
public sealed class FieldView(string pointer, string label, FieldShape shape, Slot? around, JsonNode? value) : Slot(pointer, label, around)
{
    /// <summary>Word lists take less room than this many words as boxes; longer texts more than a line.</summary>
    private const int LongText = 300;

    public FieldShape Shape { get; } = shape;

    public JsonNode? Value { get; } = value;

    public string? Hint { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The tracker's own words or judgement.</summary>
    public bool IsEditorial { get; init; }

    /// <summary>For a flag: what an untouched box means.</summary>
    public bool Fallback { get; init; }

    /// <summary>What an edit started from, for a person to read; null where it is the same or there was nothing.</summary>
    public string? Was { get; init; }

    /// <summary>What the tracker takes for granted; null where nothing.</summary>
    public string? Assumed => FormText.Assumed(Shape, Text);

    /// <summary>Rows of an items field.</summary>
    public List<RowView> Rows { get; } = [];

    /// <summary>Records to choose from, where the shape is a record.</summary>
    public IReadOnlyList<Suggestion> Choices { get; init; } = [];

    /// <summary>Part of quote.js's contract: exact, prefix or suffix.</summary>
    public string? QuoteTarget { get; init; }

    /// <summary>What the tracker filled in and nobody confirmed; null where a person typed it, or typed over it.</summary>
    public SuggestedValue? Suggested { get; set; }

    public string Text => TypedDocument.Text(Value);

    public bool IsTicked => Text.Length == 0 ? Fallback : Text is "true" or "on";

    public bool IsLong => Shape is TextShape { Multiline: true } or ListShape { Of: not WordShape } || (Shape is TextShape && (Text.Length > LongText || Text.Contains('\n', StringComparison.Ordinal)));

    /// <summary>Whether it takes the whole width.</summary>
    public bool IsWide => IsLong || Shape is ItemsShape or ListShape or RecordShape or UrlShape or TextShape { MaxLength: >= LongText };

    /// <summary>Ids of what describes the input; null where nothing does.</summary>
    public string? Description => string.Join(' ', new[] { DescribedBy(Hint is not null), Suggested is null ? null : $"{Pointer}-s" }.OfType<string>()) is { Length: > 0 } ids ? ids : null;

    /// <summary>Whether there is anything to see in it: something typed or suggested, something that went, something wrong.</summary>
    public bool HasContent => Rows.Count > 0 || Was is not null || Suggested is not null || Problems.Count > 0
        || (Shape is FlagShape ? IsTicked != Fallback : Value is JsonArray words ? words.Any(word => TypedDocument.Text(word).Length > 0) : Text.Length > 0);

    public bool HasWord(string word) => Value is JsonArray words && words.Any(item => TypedDocument.Text(item) == word);
}

/// <summary>One of the objects of an items field.</summary>
public sealed class RowView(string pointer, string label, Slot around) : Slot(pointer, label, around)
{
    public List<FieldView> Fields { get; } = [];
}
