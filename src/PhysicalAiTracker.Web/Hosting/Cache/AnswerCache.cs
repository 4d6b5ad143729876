using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>Answers for the present state of the database, see <see cref="StateShelf{T}"/>.</summary>
internal sealed class AnswerCache
{
    private readonly StateShelf<Shelf<AnswerKey, KeptAnswer>> _shelves;
    private readonly TimeProvider _time;
    private long _served;

    public AnswerCache(CommitWatch commits, TimeProvider time, TrackerSettings settings)
    {
        var capacity = settings.Cache.AnswerBytes;
        IsOn = capacity > 0;
        Largest = (int)Math.Min(capacity / 16, int.MaxValue);
        _time = time;
        _shelves = new(commits, () => new(capacity, (key, answer) => answer.SizeWith(key)));
    }

    /// <summary>How many answers came from memory.</summary>
    public long Served => Interlocked.Read(ref _served);

    /// <summary>No answer may take more bytes than a sixteenth of all.</summary>
    public int Largest { get; }

    /// <summary>Whether anything is kept.</summary>
    public bool IsOn { get; }

    /// <summary>Whether it is worth asking for the shelf: an answer lies there, of whatever state.</summary>
    public bool MayHave(AnswerKey key) => _shelves.Latest.Find(key) is not null;

    public void CountServed() => Interlocked.Increment(ref _served);

    /// <summary>Null where the database does not answer.</summary>
    public ValueTask<Shelf<AnswerKey, KeptAnswer>?> ShelfAsync() => _shelves.NowAsync(DateOnly.FromDateTime(_time.GetUtcNow().UtcDateTime));
}
