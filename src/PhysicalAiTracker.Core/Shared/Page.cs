namespace PhysicalAiTracker.Core.Shared;

/// <summary>One page of a list.</summary>
/// <param name="Items">The page's items, in the list's order.</param>
/// <param name="Total">How many items the whole list has.</param>
/// <param name="Next">An opaque cursor of the next page; null on the last one.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, long Total, string? Next);
