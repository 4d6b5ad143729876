using System.Runtime.InteropServices;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>Amounts in US cents.</summary>
/// <param name="ends">The ends given.</param>
internal sealed class UsdColumn(Func<FilterInput, (long Low, long High)?> ends) : CountedColumn
{
    private readonly List<long> _amounts = [];

    /// <summary>An undisclosed amount is in no range.</summary>
    public override void Add(ReadOnlySpan<object?> values) => _amounts.Add((long?)values[0] ?? -1);

    public override void Find(FilterInput input, Span<bool> found)
    {
        var (low, high) = ends(input)!.Value;
        var amounts = CollectionsMarshal.AsSpan(_amounts);
        for (var row = 0; row < found.Length; row++)
        {
            found[row] = amounts[row] >= low & amounts[row] <= high;
        }
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<bool> rows) => throw new NotSupportedException();
}
