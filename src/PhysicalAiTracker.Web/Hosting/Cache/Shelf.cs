using System.Collections.Concurrent;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>Things made of one state of the database. What is full lets go of what was not asked for lately.</summary>
/// <param name="capacity">Bytes.</param>
/// <param name="sizeOf">Bytes of memory that a thing takes with its key, about.</param>
internal sealed class Shelf<TKey, TThing>(long capacity, Func<TKey, TThing, long> sizeOf)
    where TKey : notnull
    where TThing : class
{
    private readonly ConcurrentDictionary<TKey, Place> _places = [];
    private readonly ConcurrentQueue<TKey> _order = [];
    private long _size;

    /// <summary>Bytes kept.</summary>
    public long Size => Interlocked.Read(ref _size);

    /// <summary>What lies there under the key, which counts as asked for; null where nothing does.</summary>
    public TThing? Find(TKey key)
    {
        if (!_places.TryGetValue(key, out var place))
        {
            return null;
        }

        place.WasAsked = true;
        return place.Thing;
    }

    public void Add(TKey key, TThing thing)
    {
        var size = sizeOf(key, thing);
        if (size > capacity || !_places.TryAdd(key, new Place(thing, size)))
        {
            return;
        }

        _order.Enqueue(key);
        Interlocked.Add(ref _size, size);
        while (Size > capacity && _order.TryDequeue(out var oldest))
        {
            if (!_places.TryGetValue(oldest, out var candidate))
            {
                continue;
            }

            if (candidate.WasAsked && !oldest.Equals(key))
            {
                candidate.WasAsked = false;
                _order.Enqueue(oldest);
            }
            else if (_places.TryRemove(oldest, out var gone))
            {
                Interlocked.Add(ref _size, -gone.Size);
            }
        }
    }

    private sealed class Place(TThing thing, long size)
    {
        public TThing Thing => thing;

        public long Size => size;

        /// <summary>Whether it was asked for since it was last thought of throwing it away.</summary>
        public bool WasAsked { get; set; }
    }
}
