namespace PhysicalAiTracker.Core.Search;

/// <summary>What a slug or id led to: the item, or the slug it is to be asked by now, or neither.</summary>
/// <param name="MovedTo">The current slug, where a former one was given.</param>
public sealed record Found<T>(T? Item, string? MovedTo)
    where T : class;
