namespace PhysicalAiTracker.Core.Insights.Capital;

/// <summary>Adds up rounds, or parts of rounds, one after the other.</summary>
internal sealed class CapitalTally
{
    private readonly HashSet<Guid> _companies = [];
    private readonly Dictionary<CapitalMeasure, RunningSum> _measures = [];

    /// <param name="cents">US cents; null where undisclosed.</param>
    /// <param name="sharedBy">How many parts the round has.</param>
    public void Add(Guid company, CapitalMeasure measure, long? cents, int sharedBy)
    {
        _companies.Add(company);
        if (!_measures.TryGetValue(measure, out var running))
        {
            _measures[measure] = running = new RunningSum();
        }

        running.Add(cents, sharedBy);
    }

    public CapitalSums ToSums() => new(
        _companies.Count,
        Of(CapitalMeasure.Raised),
        Of(CapitalMeasure.Open),
        Of(CapitalMeasure.ComputeCredit),
        Of(CapitalMeasure.Commitment),
        Of(CapitalMeasure.Secondary),
        Of(CapitalMeasure.Superseded));

    private CapitalSum Of(CapitalMeasure measure) => _measures.TryGetValue(measure, out var running) ? running.ToSum() : CapitalSum.None;
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

/// <summary>One of what is added up for each value of a key.</summary>
internal sealed class Keyed<TKey, TValue>
    where TKey : struct
    where TValue : class, new()
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private TValue? _ofNone;

    /// <summary>That of a key, or of none; made where there is none yet.</summary>
    public TValue Of(TKey? key)
    {
        if (key is not { } known)
        {
            return _ofNone ??= new TValue();
        }

        if (!_values.TryGetValue(known, out var value))
        {
            _values[known] = value = new TValue();
        }

        return value;
    }

    /// <summary>By key; that of none comes last.</summary>
    public IEnumerable<(TKey? Key, TValue Value)> Ordered(bool descending = false)
    {
        var keys = descending ? _values.Keys.OrderDescending() : _values.Keys.Order();
        var known = keys.Select(key => ((TKey?)key, _values[key]));
        return _ofNone is null ? known : known.Append((null, _ofNone));
    }
}
