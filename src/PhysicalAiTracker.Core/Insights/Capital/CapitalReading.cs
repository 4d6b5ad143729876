using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>What the figures of capital are counted from: rounds, and what is claimed about their companies.</summary>
/// <remarks>Companies are numbers here, and sets of placements bits: each of a hundred thousand rounds counts in a dozen sums, which are to be there with the first page.</remarks>
internal sealed class CapitalReading
{
    private static readonly Placement[] All = Enum.GetValues<Placement>();
    private static readonly int Planes = Enum.GetValues<Plane>().Length;

    /// <summary>By the set of placements that a company's claims name, a bit for each: there are few such sets and many companies.</summary>
    private static readonly Placement?[][] BehindBySet =
        [.. Enumerable.Range(0, 1 << All.Length).Select(set => CapitalRule.PlacementsOf(All.Where(placement => (set & Bit(placement)) != 0)).ToArray())];

    private readonly Dictionary<Guid, int> _numbers = [];
    private readonly List<CountedRound> _rounds = [];

    /// <summary>A set for each company and plane, and for all planes together.</summary>
    private int[] _sets = [];

    /// <summary>That count at all.</summary>
    public IReadOnlyList<CountedRound> Rounds => _rounds;

    /// <summary>Companies that have rounds; their numbers are below it.</summary>
    public int Companies => _numbers.Count;

    public void Add(Guid id, Guid company, CapitalMeasure measure, FundingStage? stage, long? cents, PartialDate? date)
    {
        if (!_numbers.TryGetValue(company, out var number))
        {
            _numbers.Add(company, number = _numbers.Count);
        }

        _rounds.Add(new CountedRound(id, number, measure, stage, cents, date));
    }

    /// <summary>Adds a valid claim, after all rounds.</summary>
    public void Add(Guid company, Plane plane, Placement placement)
    {
        if (_sets.Length == 0)
        {
            _sets = new int[Companies * (Planes + 1)];
        }

        if (_numbers.TryGetValue(company, out var number))
        {
            _sets[Place(number, plane)] |= Bit(placement);
            _sets[Place(number, null)] |= Bit(placement);
        }
    }

    /// <summary>What a company stands behind by the claims of a plane, or of all planes.</summary>
    public Placement?[] Behind(int company, Plane? plane) => BehindBySet[_sets.Length == 0 ? 0 : _sets[Place(company, plane)]];

    /// <summary>The parts of all rounds.</summary>
    public IEnumerable<CapitalShare> Split(Plane? plane)
    {
        foreach (var round in _rounds)
        {
            var behind = Behind(round.Company, plane);
            for (var index = 0; index < behind.Length; index++)
            {
                yield return new CapitalShare(round, behind[index], behind.Length, CapitalRule.PartOf(round.Cents, behind.Length, index));
            }
        }
    }

    /// <summary>Each round whole.</summary>
    public IEnumerable<CapitalShare> Whole() => _rounds.Select(round => new CapitalShare(round, null, 1, round.Cents));

    private static int Bit(Placement placement) => 1 << (int)placement;

    private static int Place(int company, Plane? plane) => (company * (Planes + 1)) + (plane is { } one ? (int)one : Planes);
}

/// <summary>A round as it counts.</summary>
/// <param name="Company">Its number in the reading.</param>
/// <param name="Cents">US cents; null where undisclosed.</param>
/// <param name="Date">The first of announced, closed and reported that is known.</param>
internal sealed record CountedRound(Guid Id, int Company, CapitalMeasure Measure, FundingStage? Stage, long? Cents, PartialDate? Date)
{
    public int? Year { get; } = Date?.Earliest.Year;
}

/// <summary>A round, or a part of it.</summary>
/// <param name="Placement">Behind which it counts; null for none.</param>
/// <param name="SharedBy">How many parts the round has.</param>
internal readonly record struct CapitalShare(CountedRound Round, Placement? Placement, int SharedBy, long? Cents);
