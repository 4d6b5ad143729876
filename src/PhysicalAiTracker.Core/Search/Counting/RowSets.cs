using System.Buffers;
using System.Numerics;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>
/// For each value of a column the rows that have it, so that to count the rows of each value among some is to count bits. A row may have several values.
/// </summary>
/// <param name="rows">How many rows there are.</param>
internal sealed class RowSets<TKey>(int rows)
    where TKey : struct
{
    private readonly SortedList<TKey, ulong[]> _sets = [];

    /// <summary>How many different values there are.</summary>
    public int Count => _sets.Count;

    public void Add(TKey key, int row)
    {
        if (!_sets.TryGetValue(key, out var set))
        {
            _sets[key] = set = new ulong[RowBits.Words(rows)];
        }

        RowBits.Add(set, row);
    }

    /// <summary>Takes out the rows that have none of the values, or those that have one.</summary>
    public void Narrow(Func<TKey, bool> isWanted, bool isNot, Span<ulong> bits)
    {
        var borrowed = ArrayPool<ulong>.Shared.Rent(bits.Length);
        var wanted = borrowed.AsSpan(0, bits.Length);
        wanted.Clear();
        foreach (var (key, set) in _sets)
        {
            if (isWanted(key))
            {
                RowBits.Or(wanted, set);
            }
        }

        RowBits.Keep(bits, wanted, isNot);
        ArrayPool<ulong>.Shared.Return(borrowed);
    }

    /// <summary>How many of some rows have each value.</summary>
    public List<(TKey Key, long Count)> Counts(ReadOnlySpan<ulong> bits)
    {
        var counts = new List<(TKey, long)>(_sets.Count);
        foreach (var (key, set) in _sets)
        {
            counts.Add((key, RowBits.CountBoth(bits, set)));
        }

        return counts;
    }

    /// <summary>How many of some rows have any of the values.</summary>
    public long CountAny(Func<TKey, bool> isWanted, ReadOnlySpan<ulong> bits)
    {
        var wanted = _sets.Where(set => isWanted(set.Key)).Select(set => set.Value).ToArray();
        var count = 0L;
        for (var at = 0; at < bits.Length; at++)
        {
            var any = 0UL;
            foreach (var set in wanted)
            {
                any |= set[at];
            }

            count += BitOperations.PopCount(bits[at] & any);
        }

        return count;
    }
}
