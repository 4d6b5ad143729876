using System.Data.Common;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// What is kept of the present state of the database: after any commit, by this process or another, and after midnight (UTC), when grades may go stale, it is made
/// anew (docs/decisions/0047).
/// </summary>
/// <param name="make">Makes an empty one.</param>
public sealed class StateShelf<T>(CommitWatch commits, Func<T> make)
    where T : class
{
    private Kept _kept = new("", default, make());

    /// <summary>What lies there, of whatever state.</summary>
    public T Latest => Volatile.Read(ref _kept).Things;

    /// <summary>What is kept of the present state; whatever is read from now on may be put there. Null where the database does not tell its state.</summary>
    /// <param name="today">The day (UTC) for which something is read.</param>
    public async ValueTask<T?> NowAsync(DateOnly today)
    {
        string mark;
        try
        {
            mark = await commits.ReadAsync();
        }
        catch (Exception exception) when (exception is DbException or IOException or InvalidOperationException or TimeoutException)
        {
            return null;
        }

        var kept = Volatile.Read(ref _kept);
        if (kept.IsOf(mark, today))
        {
            return kept.Things;
        }

        // Whoever comes second keeps what they have beside the shelf; the next one finds the newer state.
        var fresh = new Kept(mark, today, make());
        var other = Interlocked.CompareExchange(ref _kept, fresh, kept);
        return other != kept && Volatile.Read(ref _kept) is var newer && newer.IsOf(mark, today) ? newer.Things : fresh.Things;
    }

    private sealed record Kept(string Mark, DateOnly Day, T Things)
    {
        public bool IsOf(string state, DateOnly today) => Day == today && string.Equals(Mark, state, StringComparison.Ordinal);
    }
}
