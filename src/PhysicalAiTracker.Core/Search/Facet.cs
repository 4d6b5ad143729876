namespace PhysicalAiTracker.Core.Search;

/// <summary>How many rows have a value.</summary>
/// <param name="Value">As the filter of the same name takes it; of a date its year.</param>
public sealed record FacetCount(string Value, long Count);

/// <summary>The values that rows of a list have, counted.</summary>
/// <param name="Values">Words in the order of their vocabulary, years from the oldest, values of an open vocabulary the most frequent first. What no row has is left out.</param>
/// <param name="Missing">Rows without a value: undisclosed, or not on record. They are in none of the counts.</param>
/// <param name="IsComplete">False where an open vocabulary has more values than are listed.</param>
public sealed record FacetItem(IReadOnlyList<FacetCount> Values, long Missing, bool IsComplete);

/// <summary>One value of one row.</summary>
public sealed class FacetPair<TKey>
{
    public Guid Row { get; init; }

    public TKey? Key { get; init; }
}

/// <summary>Counts the values of what a filter narrows by: each is the number of rows that the list has when it is asked for in place of what is asked for now.</summary>
/// <param name="name">The parameter's, or <see cref="Facets.Year"/>.</param>
/// <param name="ignored">The parameters in whose place the values would be asked for.</param>
/// <param name="count">Gets the rows that all other parameters let through, and the values given.</param>
public sealed class Facet<T>(string name, IReadOnlyList<string> ignored, Func<IQueryable<T>, FilterInput, Task<FacetItem>> count)
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Ignored { get; } = ignored;

    internal Task<FacetItem> CountAsync(IQueryable<T> rows, FilterInput input) => count(rows, input);
}

