using System.Globalization;
using System.Runtime.InteropServices;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>The first and last day that a date may mean, and its year.</summary>
/// <param name="ends">The ends given.</param>
internal sealed class SpanColumn(Func<FilterInput, (DateOnly Low, DateOnly High)?> ends) : CountedColumn
{
    private const int None = int.MaxValue;

    private readonly List<int> _first = [];
    private readonly List<int> _last = [];
    private readonly List<int> _years = [];

    public override void Add(ReadOnlySpan<object?> values)
    {
        _first.Add(((DateOnly?)values[0])?.DayNumber ?? None);
        _last.Add(((DateOnly?)values[1])?.DayNumber ?? -1);
        _years.Add((int?)values[2] ?? None);
    }

    /// <inheritdoc/>
    /// <param name="isNot">Never: a range cannot be asked for so.</param>
    public override void Narrow(FilterInput input, bool isNot, Span<bool> rows)
    {
        var (from, to) = ends(input)!.Value;
        Ranges.Keep(CollectionsMarshal.AsSpan(_first), 0, to.DayNumber, rows);
        Ranges.Keep(CollectionsMarshal.AsSpan(_last), from.DayNumber, None, rows);
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<bool> rows)
    {
        // A year after 9999 is none that a date has.
        var counts = new long[10_001];
        var years = CollectionsMarshal.AsSpan(_years);
        for (var row = 0; row < rows.Length; row++)
        {
            counts[Math.Min(years[row], 10_000)] += rows[row] ? 1 : 0;
        }

        return Facets.Ordered(
            counts.Select((count, year) => (Key: year == 10_000 ? (int?)null : year, Count: count)).Where(pair => pair.Count > 0), year => year.ToString("0000", CultureInfo.InvariantCulture));
    }
}
