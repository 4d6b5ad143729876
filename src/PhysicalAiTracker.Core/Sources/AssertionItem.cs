using System.Text.Json;
using System.Text.Json.Serialization;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>A source as others mention it.</summary>
/// <param name="Url">Address of the document.</param>
/// <param name="Seen">False where others credit it and the tracker never read it.</param>
public sealed record SourceLink(string Slug, string Title, string? Publisher, [property: JsonPropertyName("documentUrl")] string? Url, bool Seen);

/// <summary>A passage with its place: a span of the snapshot in which it was proved, or a locator where no text is stored.</summary>
/// <param name="State">In the newest snapshot of the source.</param>
/// <param name="Locator">Page, line or time in the document, where the passage is not captured; otherwise null.</param>
/// <param name="Exact">The quote; of a passage that is not captured, words that nobody proved, or null.</param>
/// <param name="Start">UTF-16 offset of the first character; null where it is not captured.</param>
/// <param name="End">UTF-16 offset behind the last character; null where it is not captured.</param>
public sealed record PassageItem(Guid Id, PassageState State, string? Locator, string? Exact, string Prefix, string Suffix, int? Start, int? End);

/// <summary>What an assertion says of one field.</summary>
/// <param name="Value">As it stands in the record's own answer; parties by slug.</param>
/// <param name="Text">The same for a person to read.</param>
/// <param name="Adopted">Whether the record shows this value.</param>
/// <param name="Contradiction">Id of an open contradiction that the field of the record stands in; null where nobody says otherwise.</param>
public sealed record AssertedItem(string Field, string Label, JsonElement Value, string Text, bool Adopted, Guid? Contradiction) : ISaidValue
{
    bool ISaidValue.IsTold => Value.ValueKind != JsonValueKind.Null;
}

/// <summary>Who speaks: a known party or a name.</summary>
public sealed record ClaimantItem(string Name, string? Slug, string? Interest)
{
    /// <summary>Null where it is a name only.</summary>
    [JsonIgnore]
    public PartyLink? Party { get; init; }
}

/// <summary>One passage saying something about one record.</summary>
/// <param name="Origin">The source that the passage credits; null where the source speaks for itself.</param>
/// <param name="Credibility">Admiralty: 1 confirmed … 5 improbable, 6 cannot be judged.</param>
public sealed record AssertionItem(
    Guid Id,
    Guid RecordId,
    RecordKind Record,
    IReadOnlyList<AssertedItem> Values,
    PassageItem Passage,
    SourceLink Source,
    Reliability? Reliability,
    SourceLink? Origin,
    ClaimantItem? Claimant,
    Polarity Polarity,
    AssertionModality Modality,
    int? Credibility,
    PartialDate? AsOf,
    PartialDate? PublishedOn,
    string? Note,
    Guid DisclosureId,
    DateTime CreatedAt) : ISaid
{
    IReadOnlyList<ISaidValue> ISaid.Values => Values;

    /// <summary>The grades of the record that it speaks of.</summary>
    [JsonIgnore]
    public RecordGrades Grades { get; init; } = RecordGrades.None;
}
