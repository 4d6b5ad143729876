using System.Collections.Concurrent;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>Answers that were made of one state of the database on one day. What is full lets go of what was not asked for lately.</summary>
/// <param name="mark">Of the state, see <see cref="Core.Data.CommitWatch"/>.</param>
/// <param name="capacity">Bytes.</param>
internal sealed class AnswerShelf(string mark, DateOnly day, long capacity)
{
    private readonly ConcurrentDictionary<AnswerKey, KeptAnswer> _answers = [];
    private readonly ConcurrentQueue<AnswerKey> _order = [];
    private long _size;

    /// <summary>Bytes kept.</summary>
    public long Size => Interlocked.Read(ref _size);

    public bool IsOf(string state, DateOnly today) => day == today && string.Equals(mark, state, StringComparison.Ordinal);

    /// <summary>Whether there is one, and when it is used it counts as asked for.</summary>
    public KeptAnswer? Find(AnswerKey key)
    {
        if (!_answers.TryGetValue(key, out var answer))
        {
            return null;
        }

        answer.WasAsked = true;
        return answer;
    }

    public void Add(AnswerKey key, KeptAnswer answer)
    {
        var size = answer.SizeWith(key);
        if (size > capacity || !_answers.TryAdd(key, answer))
        {
            return;
        }

        _order.Enqueue(key);
        Interlocked.Add(ref _size, size);
        while (Size > capacity && _order.TryDequeue(out var oldest))
        {
            if (!_answers.TryGetValue(oldest, out var candidate))
            {
                continue;
            }

            if (candidate.WasAsked && oldest != key)
            {
                candidate.WasAsked = false;
                _order.Enqueue(oldest);
            }
            else if (_answers.TryRemove(oldest, out var gone))
            {
                Interlocked.Add(ref _size, -gone.SizeWith(oldest));
            }
        }
    }
}
