using System.Text.Json.Serialization;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>A source as readers get it.</summary>
public sealed record SourceItem
{
    public Guid Id { get; init; }

    public required string Slug { get; init; }

    public SourceKind Kind { get; init; }

    public required string Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    /// <summary>Address of the document; the tracker shows it and never opens it.</summary>
    [JsonPropertyName("documentUrl")]
    public string? Url { get; init; }

    public PartialDate? PublishedOn { get; init; }

    public DateOnly? RetrievedOn { get; init; }

    /// <summary>Admiralty: A completely reliable … E unreliable, F cannot be judged; null where nobody judged it.</summary>
    public Reliability? Reliability { get; init; }

    /// <summary>The source it rewrites; null where it is its own origin.</summary>
    public SourceLink? Origin { get; init; }

    /// <summary>Whether its text may be shown to everybody.</summary>
    public bool TextIsPublic { get; init; }

    public string? Language { get; init; }

    /// <summary>False where others credit it and the tracker never read it.</summary>
    public bool Seen { get; init; }

    public string? Note { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Assertions that quote it.</summary>
    public int AssertionCount { get; init; }

    /// <summary>Assertions elsewhere that credit it.</summary>
    public int CreditCount { get; init; }
}

/// <summary>A snapshot's description without its text.</summary>
/// <param name="Sha256">Of the text in UTF-8, lower-case hexadecimal.</param>
public sealed record SnapshotItem(Guid Id, SnapshotKind Kind, string Sha256, DateTime CapturedAt, int Length);

/// <summary>A passage with all that it supports, as it stands in the snapshot that is read.</summary>
/// <param name="Start">UTF-16 offset in that snapshot; 0 where it does not stand there.</param>
/// <param name="End">UTF-16 offset behind its last character; 0 where it does not stand there.</param>
/// <param name="Words">What stands there; white space may differ from the quote's.</param>
/// <param name="Before">The text just before it, where the whole may not be shown.</param>
public sealed record ReaderPassage(PassageItem Passage, int Start, int End, string Words, string Before, string After, IReadOnlyList<ReaderAssertion> Assertions);

/// <summary>An assertion with the record it is about, as a reader would name it.</summary>
public sealed record ReaderAssertion(AssertionItem Assertion, RecordName Record);

/// <summary>A source with one snapshot and every passage taken from it.</summary>
/// <param name="Snapshot">The newest one; null where nothing is stored.</param>
/// <param name="Text">Null where there is none or it may not be shown to this reader.</param>
/// <param name="Apart">Passages that stand nowhere in it: places in the document whose text is not stored.</param>
/// <param name="Earlier">Snapshots before it.</param>
/// <param name="Credits">What other sources credit to this one.</param>
public sealed record SourceReading(
    SourceItem Source,
    SnapshotItem? Snapshot,
    string? Text,
    IReadOnlyList<ReaderPassage> Passages,
    IReadOnlyList<ReaderPassage> Apart,
    IReadOnlyList<SnapshotItem> Earlier,
    IReadOnlyList<ReaderAssertion> Credits);
