namespace PhysicalAiTracker.Core.Sources.Snapshots;

/// <summary>How a passage stands in a snapshot that came after its own. One for each later snapshot, never changed.</summary>
public sealed class PassageAnchor
{
    public Guid PassageId { get; set; }

    public Passage Passage { get; set; } = null!;

    public Guid SnapshotId { get; set; }

    public Snapshot Snapshot { get; set; } = null!;

    /// <summary>Intact, ambiguous or missing.</summary>
    public PassageState State { get; set; }

    /// <summary>UTF-16 offset in the snapshot; null unless it is intact.</summary>
    public int? Start { get; set; }

    /// <summary>UTF-16 offset behind the last character; null unless it is intact.</summary>
    public int? End { get; set; }
}
