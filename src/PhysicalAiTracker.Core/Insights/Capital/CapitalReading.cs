using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>What the figures of capital are counted from.</summary>
/// <param name="Rounds">That count at all.</param>
/// <param name="Claims">Valid ones by company.</param>
internal sealed record CapitalReading(IReadOnlyList<CountedRound> Rounds, ILookup<Guid, (Plane Plane, Placement Placement)> Claims)
{
    private static readonly Placement[] All = Enum.GetValues<Placement>();

    /// <summary>By the set of placements that a company's claims name, a bit for each: there are few such sets and many companies.</summary>
    private static readonly IReadOnlyList<Placement?>[] BehindBySet =
        [.. Enumerable.Range(0, 1 << All.Length).Select(set => CapitalRule.PlacementsOf(All.Where(placement => (set & Bit(placement)) != 0)))];

    /// <summary>What each company that was claimed about stands behind by the claims of a plane, or of all planes.</summary>
    public Dictionary<Guid, IReadOnlyList<Placement?>> Placements(Plane? plane)
    {
        var behind = new Dictionary<Guid, IReadOnlyList<Placement?>>(Claims.Count);
        foreach (var claims in Claims)
        {
            var set = 0;
            foreach (var claim in claims)
            {
                set |= plane is null || claim.Plane == plane ? Bit(claim.Placement) : 0;
            }

            behind.Add(claims.Key, BehindBySet[set]);
        }

        return behind;
    }

    /// <summary>The parts of all rounds.</summary>
    public IEnumerable<CapitalShare> Split(Plane? plane)
    {
        var placements = Placements(plane);
        foreach (var round in Rounds)
        {
            var behind = placements.GetValueOrDefault(round.Company, BehindBySet[0]);
            for (var index = 0; index < behind.Count; index++)
            {
                yield return new CapitalShare(round, behind[index], behind.Count, CapitalRule.PartOf(round.Cents, behind.Count, index));
            }
        }
    }

    /// <summary>Each round whole.</summary>
    public IEnumerable<CapitalShare> Whole() => Rounds.Select(round => new CapitalShare(round, null, 1, round.Cents));

    private static int Bit(Placement placement) => 1 << (int)placement;
}

/// <summary>A round as it counts.</summary>
/// <param name="Cents">US cents; null where undisclosed.</param>
/// <param name="Date">The first of announced, closed and reported that is known.</param>
internal sealed record CountedRound(Guid Id, Guid Company, CapitalMeasure Measure, FundingStage? Stage, long? Cents, PartialDate? Date)
{
    public int? Year { get; } = Date?.Earliest.Year;
}

/// <summary>A round, or a part of it.</summary>
/// <param name="Placement">Behind which it counts; null for none.</param>
/// <param name="SharedBy">How many parts the round has.</param>
internal readonly record struct CapitalShare(CountedRound Round, Placement? Placement, int SharedBy, long? Cents)
{
    public void AddTo(CapitalTally tally) => tally.Add(Round.Company, Round.Measure, Cents, SharedBy);
}
