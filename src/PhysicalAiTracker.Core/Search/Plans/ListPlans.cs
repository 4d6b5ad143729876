using System.Collections.Concurrent;
using PhysicalAiTracker.Core.Data;

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

    /// <summary>A plan depends on the model, of which there is one a process for each database and its type of context, and on no connection.</summary>
    private static readonly ConcurrentDictionary<Type, ConcurrentDictionary<string, IPlan?>> ByContext = [];

    internal ReadyCommands Commands { get; } = commands;

    /// <summary>The plan; null where there can be none.</summary>
    /// <param name="key">All that it depends on beside the model.</param>
    internal ListPlan<TItem>? Get<TItem>(TrackerDbContext db, string key, Func<ListPlan<TItem>?> make)
    {
        var plans = ByContext.GetOrAdd(db.GetType(), _ => new(StringComparer.Ordinal));
        if (plans.TryGetValue(key, out var kept))
        {
            return (ListPlan<TItem>?)kept;
        }

        var plan = make();
        if (plans.Count >= Most)
        {
            plans.Clear();
            Commands.Forget();
        }

        plans[key] = plan;
        return plan;
    }
}
