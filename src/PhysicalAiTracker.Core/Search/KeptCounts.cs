using System.Collections.Concurrent;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search;

/// <summary>
/// Totals, facets and figures of lists, kept until anything is committed: they are the same whatever the order and the page, and to count them takes longer
/// than to read a page.
/// </summary>
public sealed class KeptCounts(CommitWatch commits)
{
    /// <summary>A facet of an open vocabulary takes some kilobytes.</summary>
    private const int Most = 2_000;

    private readonly StateShelf<Shelf> _shelves = new(commits, () => new Shelf());

    /// <summary>What is kept under the key, or else counted now and kept. Of several who ask at once the first counts, and the others wait for that.</summary>
    /// <param name="key">All that the figure depends on, beside what the database holds and the day.</param>
    /// <param name="today">Grades go stale at midnight.</param>
    internal async Task<T> GetAsync<T>(string key, DateOnly today, Func<Task<T>> count)
        where T : notnull
    {
        if (await _shelves.NowAsync(today) is not { } shelf)
        {
            return await count();
        }

        if (shelf.Figures.Count >= Most)
        {
            shelf.Figures.Clear();
        }

        var mine = new TaskCompletionSource<object>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (shelf.Figures.GetOrAdd(key, mine.Task) is var kept && kept != mine.Task)
        {
            await ((Task)kept).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            // Whoever counts may have gone away meanwhile.
            return kept.IsCompletedSuccessfully ? (T)await kept : await count();
        }

        try
        {
            var counted = await count();
            mine.SetResult(counted);
            return counted;
        }
        finally
        {
            if (mine.TrySetCanceled())
            {
                shelf.Figures.TryRemove(KeyValuePair.Create(key, mine.Task));
            }
        }
    }

    /// <summary>A table of the present state; null where the database does not tell it.</summary>
    /// <param name="list">Number of the list.</param>
    internal async ValueTask<TTable?> TableAsync<TTable>(int list, DateOnly today)
        where TTable : class, new() => await _shelves.NowAsync(today) is { } shelf ? (TTable)shelf.Tables.GetOrAdd(list, _ => new TTable()) : null;

    private sealed class Shelf
    {
        /// <summary>Done, or being counted.</summary>
        public ConcurrentDictionary<string, Task<object>> Figures { get; } = [];

        public ConcurrentDictionary<int, object> Tables { get; } = [];
    }
}

/// <summary>What else is read from all rows for the pages of lists.</summary>
internal static class KeptReads
{
    /// <summary>What was read before, where nothing was committed since.</summary>
    /// <param name="what">Names it.</param>
    public static async Task<T> KeptAsync<T>(this TrackerDbContext db, string what, Func<Task<T>> read) =>
        db.Counts is { } counts ? (await counts.GetAsync($"\u0000{what}", db.Today, async () => new Kept<T>(await read()))).Value : await read();

    /// <summary>Holds what may be null.</summary>
    private sealed record Kept<T>(T Value);
}
