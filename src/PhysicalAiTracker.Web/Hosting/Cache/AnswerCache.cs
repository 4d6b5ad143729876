using System.Data.Common;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>
/// The shelf of answers for the present state of the database: after any commit, by this process or another, and after midnight (UTC), when grades may go
/// stale, it is an empty one.
/// </summary>
internal sealed class AnswerCache(CommitWatch commits, TimeProvider time, TrackerSettings settings)
{
    private const long MegaByte = 1024 * 1024;

    private readonly long _capacity = settings.Cache.Megabytes * MegaByte;
    private AnswerShelf _shelf = new("", default, 0);
    private long _served;

    /// <summary>How many answers came from memory.</summary>
    public long Served => Interlocked.Read(ref _served);

    /// <summary>No answer may take more than a sixteenth of all.</summary>
    public int Largest { get; } = (int)Math.Min(settings.Cache.Megabytes * MegaByte / 16, int.MaxValue);

    /// <summary>Whether anything is kept.</summary>
    public bool IsOn => _capacity > 0;

    /// <summary>Whether it is worth asking for the shelf: an answer lies there, of whatever state.</summary>
    public bool MayHave(AnswerKey key) => Volatile.Read(ref _shelf).Find(key) is not null;

    public void CountServed() => Interlocked.Increment(ref _served);

    /// <summary>Null where the database does not answer.</summary>
    public async ValueTask<AnswerShelf?> ShelfAsync()
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

        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        var shelf = Volatile.Read(ref _shelf);
        if (shelf.IsOf(mark, today))
        {
            return shelf;
        }

        // Whoever comes second keeps what they have beside the shelf; the next one finds the newer state.
        var fresh = new AnswerShelf(mark, today, _capacity);
        return Interlocked.CompareExchange(ref _shelf, fresh, shelf) == shelf ? fresh : Volatile.Read(ref _shelf) is var other && other.IsOf(mark, today) ? other : fresh;
    }
}
