using PhysicalAiTracker.Core.Shared.Differences;

namespace PhysicalAiTracker.Core.Sources.Snapshots;

/// <summary>A passage as it stands in the newest snapshot of its source, for somebody who looks after the evidence.</summary>
/// <param name="Quoted">The snapshot in which it was proved; null where it is not captured.</param>
/// <param name="Moved">Whether it stands at another place than where it was proved.</param>
/// <param name="Near">Where it is missing: the words of the newest text that are most like it, as a hint and nothing else; null where there are none.</param>
public sealed record PassageStanding(PassageItem Passage, SnapshotItem? Quoted, bool Moved, string? Near, IReadOnlyList<ReaderAssertion> Assertions);

/// <summary>All passages of a source, those that need somebody's attention first.</summary>
/// <param name="Newest">Null where no text is stored.</param>
public sealed record SourcePassages(SourceItem Source, SnapshotItem? Newest, SnapshotItem? Previous, IReadOnlyList<PassageStanding> Passages);

/// <summary>A passage in one of two texts that are compared.</summary>
/// <param name="Start">UTF-16 offset in that text.</param>
/// <param name="State">In the newer one.</param>
/// <param name="Moved">Whether it stands at another place in the newer one.</param>
public sealed record ComparedPassage(Guid Id, int Start, int End, PassageState State, bool Moved);

/// <summary>Two texts of a source, the older first.</summary>
public sealed record SnapshotComparison(
    SourceItem Source,
    SnapshotItem Older,
    SnapshotItem Newer,
    string OldText,
    string NewText,
    IReadOnlyList<ComparedRow> Rows,
    IReadOnlyList<ComparedPassage> OldPassages,
    IReadOnlyList<ComparedPassage> NewPassages);
