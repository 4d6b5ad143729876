namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>Adds up rounds, or parts of rounds, one after the other.</summary>
/// <param name="companies">How many companies there are.</param>
internal sealed class CapitalTally(int companies)
{
    private static readonly int Measures = Enum.GetValues<CapitalMeasure>().Length;

    /// <summary>A bit for each company that was seen.</summary>
    private readonly ulong[] _seen = new ulong[(companies + 63) / 64];
    private readonly RunningSum?[] _sums = new RunningSum?[Measures];
    private int _companies;

    /// <param name="cents">US cents, of the round or of the part; null where undisclosed.</param>
    /// <param name="sharedBy">How many parts the round has.</param>
    public void Add(CountedRound round, long? cents, int sharedBy)
    {
        ref var seen = ref _seen[round.Company / 64];
        var bit = 1UL << (round.Company % 64);
        if ((seen & bit) == 0)
        {
            seen |= bit;
            _companies++;
        }

        (_sums[(int)round.Measure] ??= new RunningSum()).Add(cents, sharedBy);
    }

    public CapitalSums ToSums() => new(
        _companies,
        Of(CapitalMeasure.Raised),
        Of(CapitalMeasure.Open),
        Of(CapitalMeasure.ComputeCredit),
        Of(CapitalMeasure.Commitment),
        Of(CapitalMeasure.Secondary),
        Of(CapitalMeasure.Superseded));

    private CapitalSum Of(CapitalMeasure measure) => _sums[(int)measure]?.ToSum() ?? CapitalSum.None;
}

/// <summary>One sum of the report, while it is added up.</summary>
internal sealed class RunningSum
{
    private long _cents;
    private long _sharedCents;
    private int _disclosed;
    private int _undisclosed;
    private int _shared;

    public void Add(long? cents, int sharedBy)
    {
        checked
        {
            _cents += cents ?? 0;
            _sharedCents += sharedBy > 1 ? cents ?? 0 : 0;
        }

        _disclosed += cents is null ? 0 : 1;
        _undisclosed += cents is null ? 1 : 0;
        _shared += sharedBy > 1 ? 1 : 0;
    }

    public CapitalSum ToSum() => new(_cents / 100m, _disclosed, _undisclosed, _sharedCents / 100m, _shared);
}
