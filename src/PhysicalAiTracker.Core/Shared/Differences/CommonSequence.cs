namespace PhysicalAiTracker.Core.Shared.Differences;

/// <summary>
/// Finds what two sequences have in common, in order. Exact (the longest common subsequence) while the work stays within a budget; beyond it,
/// what stands once in both is taken as fixed points, and stretches without any count as different. So no text makes it slow.
/// </summary>
/// <remarks>Fixed points: Bram Cohen's patience diff.</remarks>
internal sealed class CommonSequence
{
    /// <summary>Cells of one table: 8 MB.</summary>
    private const long MostCells = 4_000_000;

    /// <summary>Cells that all tables of one comparison may have.</summary>
    private long _budget = 12_000_000;

    /// <summary>Pairs of positions with equal elements, ascending in both.</summary>
    public List<(int Old, int New)> Of(int[] old, int[] @new)
    {
        var pairs = new List<(int, int)>();
        Add(old, 0, old.Length, @new, 0, @new.Length, pairs);
        return pairs;
    }

    private void Add(int[] old, int from, int to, int[] @new, int start, int end, List<(int, int)> pairs)
    {
        while (from < to && start < end && old[from] == @new[start])
        {
            pairs.Add((from++, start++));
        }

        var same = 0;
        while (from < to - same && start < end - same && old[to - same - 1] == @new[end - same - 1])
        {
            same++;
        }

        (to, end) = (to - same, end - same);
        if (from < to && start < end)
        {
            var cells = (long)(to - from + 1) * (end - start + 1);
            if (cells <= Math.Min(_budget, MostCells))
            {
                _budget -= cells;
                AddLongest(old.AsSpan(from, to - from), from, @new.AsSpan(start, end - start), start, pairs);
            }
            else
            {
                AddBetweenFixedPoints(old, from, to, @new, start, end, pairs);
            }
        }

        for (var i = 0; i < same; i++)
        {
            pairs.Add((to + i, end + i));
        }
    }

    private static void AddLongest(ReadOnlySpan<int> old, int from, ReadOnlySpan<int> @new, int start, List<(int, int)> pairs)
    {
        // Lengths fit: the shorter side of a table of this size has far fewer than 65,536 elements.
        var width = @new.Length + 1;
        var lengths = new ushort[(old.Length + 1) * width];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = @new.Length - 1; j >= 0; j--)
            {
                lengths[(i * width) + j] = old[i] == @new[j]
                    ? (ushort)(lengths[((i + 1) * width) + j + 1] + 1)
                    : Math.Max(lengths[((i + 1) * width) + j], lengths[(i * width) + j + 1]);
            }
        }

        for (int i = 0, j = 0; i < old.Length && j < @new.Length;)
        {
            if (old[i] == @new[j])
            {
                pairs.Add((from + i++, start + j++));
            }
            else if (lengths[((i + 1) * width) + j] >= lengths[(i * width) + j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private void AddBetweenFixedPoints(int[] old, int from, int to, int[] @new, int start, int end, List<(int, int)> pairs)
    {
        var (i, j) = (from, start);
        foreach (var (x, y) in Ascending(UniqueInBoth(old, from, to, @new, start, end)))
        {
            if (x >= i && y >= j)
            {
                Between(x, y);
                pairs.Add((x, y));
                (i, j) = (x + 1, y + 1);
            }
        }

        if (i > from)
        {
            Between(to, end);
        }

        // Another look makes sense only where a fixed point made the stretch smaller.
        void Between(int x, int y)
        {
            if (i < x && j < y && (x - i < to - from || y - j < end - start))
            {
                Add(old, i, x, @new, j, y, pairs);
            }
        }
    }

    private static List<(int Old, int New)> UniqueInBoth(int[] old, int from, int to, int[] @new, int start, int end)
    {
        var places = new Dictionary<int, (int Count, int At)>();
        for (var j = start; j < end; j++)
        {
            places[@new[j]] = places.TryGetValue(@new[j], out var place) ? (place.Count + 1, j) : (1, j);
        }

        var times = new Dictionary<int, int>();
        for (var i = from; i < to; i++)
        {
            times[old[i]] = times.GetValueOrDefault(old[i]) + 1;
        }

        var unique = new List<(int, int)>();
        for (var i = from; i < to; i++)
        {
            if (times[old[i]] == 1 && places.TryGetValue(old[i], out var place) && place.Count == 1)
            {
                unique.Add((i, place.At));
            }
        }

        return unique;
    }

    /// <summary>The longest run of pairs that ascends in both.</summary>
    private static List<(int Old, int New)> Ascending(List<(int Old, int New)> pairs)
    {
        var ends = new List<int>();
        var before = new int[pairs.Count];
        for (var k = 0; k < pairs.Count; k++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = pairs[ends[middle]].New < pairs[k].New ? (middle + 1, high) : (low, middle);
            }

            before[k] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(k);
            }
            else
            {
                ends[low] = k;
            }
        }

        var run = new List<(int, int)>();
        for (var k = ends.Count == 0 ? -1 : ends[^1]; k >= 0; k = before[k])
        {
            run.Add(pairs[k]);
        }

        run.Reverse();
        return run;
    }
}
