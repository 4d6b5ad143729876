using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>A record that a disclosure created, changed or added evidence to.</summary>
/// <param name="Version">The version it made.</param>
public sealed record DisclosedRecord(RecordName Record, int Version);

/// <summary>An accepted disclosure as readers get it.</summary>
public sealed record DisclosureItem
{
    public Guid Id { get; init; }

    /// <summary>What it is, in the words of whoever entered it.</summary>
    public required string Title { get; init; }

    /// <summary>Null where a source's changes were entered; otherwise what was done to the history itself.</summary>
    public DisclosureAct? Act { get; init; }

    /// <summary>Null of an act.</summary>
    public SourceLink? Source { get; init; }

    /// <summary>Name of whoever entered it, as it was then.</summary>
    public required string By { get; init; }

    /// <summary>Name of the reviewer who changed it before it was accepted, as it was then; null where nobody did.</summary>
    public string? EditedBy { get; init; }

    /// <summary>Name of the reviewer who accepted it, as it was then; null where its author published it.</summary>
    public string? AcceptedBy { get; init; }

    /// <summary>When it was accepted (UTC).</summary>
    public DateTime At { get; init; }

    /// <summary>What it wrote, by kind and name; what it left as it was is not among them.</summary>
    public IReadOnlyList<DisclosedRecord> Records { get; set; } = [];
}
