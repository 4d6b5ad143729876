using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Parties;

/// <summary>Where a party has a presence.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
public sealed record PlaceItem(string Place, string? Country, string? Note);

/// <summary>A plane and a placement that some claim about the company has.</summary>
public sealed record PlacementItem(Guid ClaimId, Plane Plane, Placement Placement, ClaimModality Modality);

/// <summary>A party as readers get it.</summary>
public sealed record PartyItem : RecordItem
{
    public required string Slug { get; init; }

    public PartyKind Kind { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Aliases { get; init; }

    /// <summary>The tracker's own words.</summary>
    public string? Summary { get; init; }

    public PartialDate? FoundedOn { get; init; }

    public required IReadOnlyList<string> Sectors { get; init; }

    public required IReadOnlyList<PlaceItem> Places { get; init; }

    public required IReadOnlyList<ComputeKind> SellsCompute { get; init; }

    public string? Website { get; init; }

    /// <summary>Where its AI runs, by the claims about it.</summary>
    public required IReadOnlyList<PlacementItem> Placements { get; init; }

    /// <summary>Rounds it raised, superseded and unspecified ones left out.</summary>
    public int RoundCount { get; init; }

    /// <summary>Companies it has money in, by participation.</summary>
    public int PortfolioCount { get; init; }
}
