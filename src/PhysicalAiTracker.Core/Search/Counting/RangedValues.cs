using System.Numerics;
using System.Runtime.Intrinsics;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>
/// The values of all rows, of which those in a range are found many at a time: each value has the number of the part of all values that it lies in, two bytes, and
/// only where a range begins or ends within a part the values themselves are compared.
/// </summary>
internal sealed class RangedValues<T>
    where T : struct, IComparisonOperators<T, T, bool>
{
    /// <summary>Half as many as two bytes have numbers: the other half is for what comes before a value that many rows have, which has a part of its own.</summary>
    private const int MostParts = 32_768;

    private readonly T[] _values;

    /// <summary>The lowest value of each part, and the highest.</summary>
    private readonly T[] _lowest;
    private readonly T[] _highest;

    /// <summary>Of each row, filled up to whole words of bits.</summary>
    private readonly ushort[] _partOf;

    public RangedValues(IReadOnlyCollection<T> values)
    {
        _values = [.. values];
        T[] sorted = [.. values];
        Array.Sort(sorted);
        var begins = BeginningsOf(sorted);
        _lowest = [.. begins.Select(at => sorted[at])];
        _highest = [.. begins.Select((_, part) => sorted[(part + 1 < begins.Count ? begins[part + 1] : sorted.Length) - 1])];
        _partOf = new ushort[RowBits.Words(_values.Length) * RowBits.Width];
        for (var row = 0; row < _values.Length; row++)
        {
            _partOf[row] = (ushort)PartOf(_values[row]);
        }
    }

    /// <summary>Takes out the rows whose values lie outside the range.</summary>
    public void Keep(T low, T high, Span<ulong> rows)
    {
        var (first, last) = (Math.Max(PartOf(low), 0), PartOf(high));
        first += last >= first && _highest[first] < low ? 1 : 0;
        if (last < first)
        {
            rows.Clear();
            return;
        }

        var (from, to) = (Vector256.Create((ushort)first), Vector256.Create((ushort)last));
        // A part that lies in the range as a whole needs no second look.
        var (fromCut, toCut) = (Cut(_lowest[first] < low), Cut(_highest[last] > high));
        for (var at = 0; at < rows.Length; at++)
        {
            if (rows[at] == 0)
            {
                continue;
            }

            var (fits, ends) = (0UL, 0UL);
            for (var row = 0; row < RowBits.Width; row += Vector256<ushort>.Count)
            {
                var parts = Vector256.Create(_partOf, (at * RowBits.Width) + row);
                fits |= (ulong)(Vector256.GreaterThanOrEqual(parts, from) & Vector256.LessThanOrEqual(parts, to)).ExtractMostSignificantBits() << row;
                ends |= (ulong)((Vector256.Equals(parts, from) & fromCut) | (Vector256.Equals(parts, to) & toCut)).ExtractMostSignificantBits() << row;
            }

            fits &= rows[at];
            for (ends &= fits; ends != 0; ends &= ends - 1)
            {
                var value = _values[(at * RowBits.Width) + BitOperations.TrailingZeroCount(ends)];
                if (value < low || value > high)
                {
                    fits &= ~(ends & (0 - ends));
                }
            }

            rows[at] = fits;
        }
    }

    private static Vector256<ushort> Cut(bool isCut) => isCut ? Vector256<ushort>.AllBitsSet : Vector256<ushort>.Zero;

    /// <summary>Where in the values, sorted, the parts begin.</summary>
    private static List<int> BeginningsOf(T[] sorted)
    {
        var begins = new List<int>();
        var length = (sorted.Length + MostParts - 1) / MostParts;
        for (var at = 0; at < sorted.Length;)
        {
            begins.Add(at);
            var end = Math.Min(at + length, sorted.Length);
            var value = sorted[end - 1];
            var begin = end - 1;
            while (begin > at && sorted[begin - 1] == value)
            {
                begin--;
            }

            // A part ends where another value begins.
            while (end < sorted.Length && sorted[end] == value)
            {
                end++;
            }

            // A value of more rows than a part has begins one.
            at = begin > at && end - begin > length ? begin : end;
        }

        return begins;
    }

    /// <summary>The last part that begins at the value or below; -1 where it is below all.</summary>
    private int PartOf(T value)
    {
        var at = Array.BinarySearch(_lowest, value);
        return at >= 0 ? at : ~at - 1;
    }
}
