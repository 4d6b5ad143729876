namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>Amounts in US cents.</summary>
/// <param name="ends">The ends given.</param>
internal sealed class UsdColumn(Func<FilterInput, (long Low, long High)?> ends) : CountedColumn
{
    /// <summary>An undisclosed amount is in no range.</summary>
    private const long None = -1;

    private readonly List<long> _read = [];
    private RangedValues<long> _amounts = new([]);

    public override void Add(ReadOnlySpan<object?> values) => _read.Add((long?)values[0] ?? None);

    public override void End(int rows)
    {
        _amounts = new(_read);
        _read.Clear();
        _read.TrimExcess();
    }

    /// <inheritdoc/>
    /// <param name="isNot">Never: a range cannot be asked for so.</param>
    public override void Narrow(FilterInput input, bool isNot, Span<ulong> rows)
    {
        var (low, high) = ends(input)!.Value;
        _amounts.Keep(low, high, rows);
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<ulong> rows) => throw new NotSupportedException();
}
