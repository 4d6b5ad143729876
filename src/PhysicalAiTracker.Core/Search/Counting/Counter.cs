using System.Buffers;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>Counts what a request asks for by columns in memory.</summary>
/// <param name="columns">Of all filters that are in force or counted.</param>
/// <param name="count">How many rows there are.</param>
internal sealed class Counter<T>(Narrowing<T> narrowing, IReadOnlyDictionary<Filter<T>, CountedColumn> columns, int count) : IDisposable
{
    private readonly int _words = RowBits.Words(count);
    private readonly List<ulong[]> _rented = [];
    private ulong[]? _all;

    /// <summary>Rows that all filters let through.</summary>
    public long Total() => RowBits.Count(All);

    public FacetItem Count(Filter<T> filter, Facet<T> facet) =>
        columns[filter].Count(facet.Name, narrowing.InputWithout(facet.Ignored), narrowing.IsGiven(facet.Ignored) ? Without(filter, facet.Ignored) : All);

    public void Dispose()
    {
        _rented.ForEach(rows => ArrayPool<ulong>.Shared.Return(rows));
        _rented.Clear();
    }

    private ReadOnlySpan<ulong> All => (_all ??= Find(narrowing.Given)).AsSpan(0, _words);

    /// <summary>Rows that are let through where some parameters of one filter are not given.</summary>
    private ReadOnlySpan<ulong> Without(Filter<T> filter, IReadOnlyList<string> ignored)
    {
        var rest = narrowing.Given.Where(given => given.IsNot || given.Filter != filter);
        rest = filter.Parameters.Any(parameter => !ignored.Contains(parameter.Name) && narrowing.IsGiven([parameter.Name])) ? rest.Append(new(filter, narrowing.InputWithout(ignored), false)) : rest;
        return Find(rest).AsSpan(0, _words);
    }

    private ulong[] Find(IEnumerable<GivenFilter<T>> filters)
    {
        var rows = ArrayPool<ulong>.Shared.Rent(_words);
        _rented.Add(rows);
        RowBits.Fill(rows.AsSpan(0, _words), count);
        foreach (var (filter, input, isNot) in filters)
        {
            columns[filter].Narrow(input, isNot, rows.AsSpan(0, _words));
        }

        return rows;
    }
}

/// <summary>A filter in force.</summary>
/// <param name="Input">With the values that were given.</param>
/// <param name="IsNot">Whether it lets through what does not fit.</param>
internal sealed record GivenFilter<T>(Filter<T> Filter, FilterInput Input, bool IsNot);
