using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Architecture;

/// <summary>A component of a hybrid and where it runs.</summary>
public sealed record PartItem(string Component, Placement Placement);

/// <summary>Whose compute it is; a candidate where the source hedges.</summary>
public sealed record HostItem(string Slug, string Name, PartyKind Kind, bool Candidate);

/// <summary>A measured latency or rate.</summary>
public sealed record LatencyItem(decimal Low, decimal? High, LatencyUnit Unit, Qualifier Qualifier, string Measures, string? Conditions);

/// <summary>An architecture claim as readers get it.</summary>
public sealed record ClaimItem : RecordItem
{
    /// <summary>Null where the claim is about a class of systems.</summary>
    public PartyLink? Company { get; init; }

    /// <summary>The class of systems; null where the claim is about a company.</summary>
    public string? Subject { get; init; }

    public string? Product { get; init; }

    public string? ProductVersion { get; init; }

    public string? Deployment { get; init; }

    public string? Purpose { get; init; }

    public Plane Plane { get; init; }

    public Placement Placement { get; init; }

    public ClaimModality Modality { get; init; }

    public required IReadOnlyList<PartItem> Parts { get; init; }

    public required IReadOnlyList<HostItem> Hosts { get; init; }

    public required IReadOnlyList<string> Hardware { get; init; }

    public required IReadOnlyList<LatencyItem> Latencies { get; init; }

    public PartialDate? ValidFrom { get; init; }

    public PartialDate? ValidTo { get; init; }

    public string? Note { get; init; }
}
