using System.Collections.Concurrent;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>
/// Plans by which lists of the live database are read. Entity Framework looks at the whole expression of a query each time before it finds the statement that it made
/// before, which takes several times as long as to read a page: here a few words of the request find it.
/// </summary>
/// <param name="commands">Runs statements.</param>
public sealed class ListPlans(ReadyCommands commands)
{
    /// <summary>A plan takes some kilobytes; the words, orders and members that people ask for are fewer.</summary>
    private const int Most = 500;

    private readonly ConcurrentDictionary<string, IPlan?> _plans = new(StringComparer.Ordinal);

    internal ReadyCommands Commands { get; } = commands;

    /// <summary>The plan; null where there can be none.</summary>
    /// <param name="key">All that it depends on.</param>
    internal ListPlan<TItem>? Get<TItem>(string key, Func<ListPlan<TItem>?> make)
    {
        if (_plans.TryGetValue(key, out var kept))
        {
            return (ListPlan<TItem>?)kept;
        }

        var plan = make();
        if (_plans.Count >= Most)
        {
            _plans.Clear();
            Commands.Forget();
        }

        _plans[key] = plan;
        return plan;
    }
}
