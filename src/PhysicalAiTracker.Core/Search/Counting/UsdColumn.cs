using System.Runtime.InteropServices;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>Amounts in US cents.</summary>
/// <param name="ends">The ends given.</param>
internal sealed class UsdColumn(Func<FilterInput, (long Low, long High)?> ends) : CountedColumn
{
    private readonly List<long> _amounts = [];

    /// <summary>As they are where they were read from an index of amounts: a range is one stretch of the rows then.</summary>
    private bool _isSorted = true;

    public override void Add(ReadOnlySpan<object?> values)
    {
        // An undisclosed amount is in no range.
        var amount = (long?)values[0] ?? -1;
        _isSorted &= _amounts.Count == 0 || _amounts[^1] <= amount;
        _amounts.Add(amount);
    }

    /// <inheritdoc/>
    /// <param name="isNot">Never: a range cannot be asked for so.</param>
    public override void Narrow(FilterInput input, bool isNot, Span<bool> rows)
    {
        var (low, high) = ends(input)!.Value;
        var amounts = CollectionsMarshal.AsSpan(_amounts);
        if (!_isSorted)
        {
            Ranges.Keep(amounts, low, high, rows);
            return;
        }

        rows[..FirstFrom(amounts, low)].Clear();
        rows[FirstFrom(amounts, high + 1)..].Clear();
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<bool> rows) => throw new NotSupportedException();

    /// <summary>Where the amounts begin that are not below one.</summary>
    private static int FirstFrom(ReadOnlySpan<long> sorted, long amount)
    {
        var (low, high) = (0, sorted.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sorted[middle] < amount ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
