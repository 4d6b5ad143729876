using System.Linq.Expressions;
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
/// <param name="By">Whoever entered it as a new text of a known source; null where it came with a disclosure.</param>
public sealed record SnapshotItem(Guid Id, SnapshotKind Kind, string Sha256, DateTime CapturedAt, int Length, string? By)
{
    internal static Expression<Func<Snapshot, SnapshotItem>> Projection { get; } = s => new SnapshotItem(s.Id, s.Kind, s.Sha256, s.CapturedAt, s.Text.Length, s.By);
}

/// <summary>A passage with all that it supports, as it stands in the snapshot that is read.</summary>
/// <param name="Start">UTF-16 offset in that snapshot; 0 where it does not stand there.</param>
/// <param name="End">UTF-16 offset behind its last character; 0 where it does not stand there.</param>
/// <param name="Words">What stands there; white space may differ from the quote's.</param>
/// <param name="Before">The text just before it, where the whole may not be shown.</param>
public sealed record ReaderPassage(PassageItem Passage, int Start, int End, string Words, string Before, string After, IReadOnlyList<ReaderAssertion> Assertions)
{
    /// <summary>Whether it was proved at another place, in an earlier text.</summary>
    public bool Moved { get; init; }
}

/// <summary>An assertion with the record it is about, as a reader would name it.</summary>
public sealed record ReaderAssertion(AssertionItem Assertion, RecordName Record);

/// <summary>A source with one snapshot and every passage taken from it.</summary>
/// <param name="Snapshot">The one that is read, the newest unless another was asked for; null where nothing is stored.</param>
/// <param name="Text">Null where there is none or it may not be shown to this reader.</param>
/// <param name="Apart">Passages that stand nowhere in it: changed or vanished since they were quoted, or places whose text is not stored.</param>
/// <param name="Snapshots">All of them, newest first.</param>
/// <param name="Origins">What it rewrites, and what that one rewrites, to the end; empty where it is its own origin.</param>
/// <param name="Credits">What other sources credit to this one.</param>
public sealed record SourceReading(
    SourceItem Source,
    SnapshotItem? Snapshot,
    string? Text,
    IReadOnlyList<ReaderPassage> Passages,
    IReadOnlyList<ReaderPassage> Apart,
    IReadOnlyList<SnapshotItem> Snapshots,
    IReadOnlyList<SourceLink> Origins,
    IReadOnlyList<ReaderAssertion> Credits);
