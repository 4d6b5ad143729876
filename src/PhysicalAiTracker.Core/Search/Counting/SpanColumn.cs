using System.Globalization;
using System.Runtime.InteropServices;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>The first and last day that a date may mean, and its year.</summary>
/// <param name="ends">The ends given.</param>
internal sealed class SpanColumn(Func<FilterInput, (DateOnly Low, DateOnly High)?> ends) : CountedColumn
{
    private const int None = int.MaxValue;

    private readonly List<(int First, int Last)> _days = [];
    private readonly List<int> _years = [];

    public override void Add(ReadOnlySpan<object?> values)
    {
        _days.Add(((DateOnly?)values[0] is { } first ? first.DayNumber : None, (DateOnly?)values[1] is { } last ? last.DayNumber : -1));
        _years.Add((int?)values[2] ?? None);
    }

    public override void Find(FilterInput input, Span<bool> found)
    {
        var (from, to) = ends(input)!.Value;
        var (low, high) = (from.DayNumber, to.DayNumber);
        var days = CollectionsMarshal.AsSpan(_days);
        for (var row = 0; row < found.Length; row++)
        {
            found[row] = days[row].First <= high & days[row].Last >= low;
        }
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
