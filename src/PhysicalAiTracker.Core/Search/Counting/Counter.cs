namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>Counts what a request asks for by columns in memory.</summary>
/// <param name="columns">Of all filters that are in force or counted.</param>
/// <param name="count">How many rows there are.</param>
internal sealed class Counter<T>(Narrowing<T> narrowing, IReadOnlyDictionary<Filter<T>, CountedColumn> columns, int count)
{
    private bool[]? _all;

    /// <summary>Rows that all filters let through.</summary>
    public long Total()
    {
        var total = 0L;
        foreach (var found in All)
        {
            total += found ? 1 : 0;
        }

        return total;
    }

    public FacetItem Count(Filter<T> filter, Facet<T> facet) => columns[filter].Count(facet.Name, narrowing.InputWithout(facet.Ignored), narrowing.IsGiven(facet.Ignored) ? Without(filter, facet.Ignored) : All);

    private bool[] All => _all ??= Find(narrowing.Given);

    /// <summary>Rows that are let through where some parameters of one filter are not given.</summary>
    private bool[] Without(Filter<T> filter, IReadOnlyList<string> ignored)
    {
        var rest = narrowing.Given.Where(given => given.IsNot || given.Filter != filter);
        return Find(filter.Parameters.Any(parameter => !ignored.Contains(parameter.Name) && narrowing.IsGiven([parameter.Name])) ? rest.Append(new(filter, narrowing.InputWithout(ignored), false)) : rest);
    }

    private bool[] Find(IEnumerable<GivenFilter<T>> filters)
    {
        var rows = new bool[count];
        Array.Fill(rows, true);
        var found = new bool[count];
        foreach (var (filter, input, isNot) in filters)
        {
            columns[filter].Find(input, found);
            for (var row = 0; row < rows.Length; row++)
            {
                rows[row] &= found[row] != isNot;
            }
        }

        return rows;
    }
}

/// <summary>A filter in force.</summary>
/// <param name="Input">With the values that were given.</param>
/// <param name="IsNot">Whether it lets through what does not fit.</param>
internal sealed record GivenFilter<T>(Filter<T> Filter, FilterInput Input, bool IsNot);
