using System.Globalization;
using System.Numerics;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>The first and last day that a date may mean, and its year.</summary>
/// <param name="ends">The ends given.</param>
internal sealed class SpanColumn(Func<FilterInput, (DateOnly Low, DateOnly High)?> ends) : CountedColumn
{
    private const int None = int.MaxValue;

    /// <summary>A set of rows for each of more years would take more memory than it is worth.</summary>
    private const int MostSets = 256;

    private readonly List<(int First, int Last, int Year)> _read = [];
    private RangedValues<int> _first = new([]);
    private RangedValues<int> _last = new([]);

    /// <summary>Null where they are counted row by row.</summary>
    private RowSets<int>? _years;

    public override void Add(ReadOnlySpan<object?> values) =>
        _read.Add((((DateOnly?)values[0])?.DayNumber ?? None, ((DateOnly?)values[1])?.DayNumber ?? -1, (int?)values[2] ?? None));

    public override void End(int rows)
    {
        _first = new([.. _read.Select(row => row.First)]);
        _last = new([.. _read.Select(row => row.Last)]);
        var years = new RowSets<int>(rows);
        for (var row = 0; row < rows && years.Count <= MostSets; row++)
        {
            years.Add(_read[row].Year, row);
        }

        if (years.Count <= MostSets)
        {
            _years = years;
            _read.Clear();
            _read.TrimExcess();
        }
    }

    /// <inheritdoc/>
    /// <param name="isNot">Never: a range cannot be asked for so.</param>
    public override void Narrow(FilterInput input, bool isNot, Span<ulong> rows)
    {
        var (from, to) = ends(input)!.Value;
        _first.Keep(0, to.DayNumber, rows);
        _last.Keep(from.DayNumber, None, rows);
    }

    public override FacetItem Count(string facet, FilterInput input, ReadOnlySpan<ulong> rows) =>
        Facets.Ordered(_years?.Counts(rows) ?? Walk(rows), None, year => year.ToString("0000", CultureInfo.InvariantCulture));

    /// <summary>Row by row.</summary>
    private List<(int Year, long Count)> Walk(ReadOnlySpan<ulong> rows)
    {
        var counts = new SortedDictionary<int, long>();
        for (var at = 0; at < rows.Length; at++)
        {
            for (var word = rows[at]; word != 0; word &= word - 1)
            {
                var year = _read[(at * RowBits.Width) + BitOperations.TrailingZeroCount(word)].Year;
                counts[year] = counts.GetValueOrDefault(year) + 1;
            }
        }

        return [.. counts.Select(pair => (pair.Key, pair.Value))];
    }
}
