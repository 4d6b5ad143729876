using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>All sums of the report, in one walk over the rounds.</summary>
/// <param name="plane">Whose claims place a company; null for all planes together.</param>
internal sealed class CapitalCount(CapitalReading reading, Plane? plane)
{
    private static readonly Plane[] Planes = Enum.GetValues<Plane>();

    private readonly Breakdown _all = new(reading.Companies);
    private readonly Breakdown[] _planes = [.. Planes.Select(_ => new Breakdown(reading.Companies))];
    private readonly Keyed<Breakdown> _years = new(() => new Breakdown(reading.Companies));
    private readonly Keyed<Breakdown> _stages = new(() => new Breakdown(reading.Companies));

    public CapitalReport ToReport(DateOnly today)
    {
        foreach (var round in reading.Rounds)
        {
            Add(round);
        }

        return new CapitalReport(
            today,
            CapitalRule.Text,
            plane,
            _all.Whole.ToSums(),
            _all.ToPlacements(),
            [.. Planes.Select((one, index) => new PlaneCapital(one, _planes[index].ToPlacements()))],
            [.. _years.Ordered(descending: true).Select(year => new YearCapital(year.Key, year.Value.Whole.ToSums(), year.Value.ToPlacements()))],
            [.. _stages.Ordered().Select(stage => new StageCapital((FundingStage?)stage.Key, stage.Value.Whole.ToSums(), stage.Value.ToPlacements()))]);
    }

    private void Add(CountedRound round)
    {
        var (year, stage) = (_years.Of(round.Year), _stages.Of((int?)round.Stage));
        _all.Whole.Add(round, round.Cents, 1);
        year.Whole.Add(round, round.Cents, 1);
        stage.Whole.Add(round, round.Cents, 1);
        var behind = reading.Behind(round.Company, plane);
        for (var index = 0; index < behind.Length; index++)
        {
            var (key, part) = ((int?)behind[index], CapitalRule.PartOf(round.Cents, behind.Length, index));
            _all.Placements.Of(key).Add(round, part, behind.Length);
            year.Placements.Of(key).Add(round, part, behind.Length);
            stage.Placements.Of(key).Add(round, part, behind.Length);
        }

        for (var one = 0; one < Planes.Length; one++)
        {
            var stood = reading.Behind(round.Company, Planes[one]);
            for (var index = 0; index < stood.Length; index++)
            {
                _planes[one].Placements.Of((int?)stood[index]).Add(round, CapitalRule.PartOf(round.Cents, stood.Length, index), stood.Length);
            }
        }
    }

    /// <summary>Sums of some rounds, whole and by placement.</summary>
    private sealed class Breakdown(int companies)
    {
        public CapitalTally Whole { get; } = new(companies);

        public Keyed<CapitalTally> Placements { get; } = new(() => new CapitalTally(companies));

        public IReadOnlyList<PlacementCapital> ToPlacements() => [.. Placements.Ordered().Select(placement => new PlacementCapital((Placement?)placement.Key, placement.Value.ToSums()))];
    }

    /// <summary>One of what is added up for each value of a key.</summary>
    private sealed class Keyed<TValue>(Func<TValue> make)
        where TValue : class
    {
        private readonly Dictionary<int, TValue> _values = [];
        private TValue? _ofNone;

        /// <summary>That of a key, or of none; made where there is none yet.</summary>
        public TValue Of(int? key)
        {
            if (key is not { } known)
            {
                return _ofNone ??= make();
            }

            if (!_values.TryGetValue(known, out var value))
            {
                _values[known] = value = make();
            }

            return value;
        }

        /// <summary>By key; that of none comes last.</summary>
        public IEnumerable<(int? Key, TValue Value)> Ordered(bool descending = false)
        {
            var keys = descending ? _values.Keys.OrderDescending() : _values.Keys.Order();
            var known = keys.Select(key => ((int?)key, _values[key]));
            return _ofNone is null ? known : known.Append((null, _ofNone));
        }
    }
}
