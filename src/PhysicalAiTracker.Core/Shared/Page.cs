using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>One page of a list.</summary>
/// <param name="Items">The page's items, in the list's order.</param>
/// <param name="Total">How many items the whole list has.</param>
/// <param name="Next">An opaque cursor of the next page; null on the last one.</param>
/// <param name="Prev">An opaque cursor of the page before; null on the first one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total, string? Next, string? Prev = null)
{
    /// <summary>The values that the whole list has, counted by the name of each facet asked for; null where none is.</summary>
    public IReadOnlyDictionary<string, FacetItem>? Facets { get; init; }

    /// <summary>Figures of the whole list; null where none are asked for.</summary>
    public AggregateReport? Aggregates { get; init; }

    /// <summary>The same page with its items shown otherwise.</summary>
    public Page<TOther> With<TOther>(IReadOnlyList<TOther> items) => new(items, Total, Next, Prev) { Facets = Facets, Aggregates = Aggregates };
}
