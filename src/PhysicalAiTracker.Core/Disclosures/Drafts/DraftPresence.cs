using System.Collections.Concurrent;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Somebody who has a draft open.</summary>
/// <param name="Since">When this person opened it (UTC).</param>
public sealed record DraftVisitor(string Name, DateTime Since);

/// <summary>
/// Who has which draft open. Kept in memory only: it is over in minutes, and a restart forgets it
/// (docs/decisions/0030-presence-is-remembered-not-stored.md).
/// </summary>
public sealed class DraftPresence(TimeProvider time)
{
    /// <summary>How long a page without scripts counts as open after it was loaded.</summary>
    public static readonly TimeSpan AfterLoad = TimeSpan.FromMinutes(10);

    /// <summary>How long a page that says every half minute that it is open counts as such after it last did.</summary>
    public static readonly TimeSpan AfterBeat = TimeSpan.FromSeconds(90);

    /// <summary>Drafts beyond which everything that has run out is thrown away.</summary>
    private const int Many = 500;

    private readonly ConcurrentDictionary<Guid, Dictionary<Guid, (string Name, DateTime Since, DateTime Until)>> _drafts = new();

    /// <summary>Notes that a person has the draft open, and answers who else has, the first to come first.</summary>
    /// <param name="beats">Whether the page says so itself, and will again.</param>
    public IReadOnlyList<DraftVisitor> Visit(Guid draft, Drafter who, bool beats)
    {
        var now = Clock.Now(time);
        if (_drafts.Count > Many)
        {
            Forget(now);
        }

        var visitors = _drafts.GetOrAdd(draft, _ => []);
        lock (visitors)
        {
            Expire(visitors, now);
            var since = visitors.TryGetValue(who.UserId, out var known) ? known.Since : now;
            visitors[who.UserId] = (who.Name, since, now + (beats ? AfterBeat : AfterLoad));
            return [.. visitors.Where(visitor => visitor.Key != who.UserId).Select(visitor => visitor.Value).OrderBy(visitor => visitor.Since).Select(visitor => new DraftVisitor(visitor.Name, visitor.Since))];
        }
    }

    private void Forget(DateTime now)
    {
        foreach (var (draft, visitors) in _drafts)
        {
            lock (visitors)
            {
                Expire(visitors, now);
                if (visitors.Count == 0)
                {
                    _drafts.TryRemove(draft, out _);
                }
            }
        }
    }

    private static void Expire(Dictionary<Guid, (string Name, DateTime Since, DateTime Until)> visitors, DateTime now)
    {
        foreach (var gone in visitors.Where(visitor => visitor.Value.Until <= now).Select(visitor => visitor.Key).ToList())
        {
            visitors.Remove(gone);
        }
    }
}
