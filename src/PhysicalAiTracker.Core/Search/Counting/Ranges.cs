using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>Takes rows out whose values lie outside a range, many at a time.</summary>
internal static class Ranges
{
    public static void Keep(ReadOnlySpan<int> values, int low, int high, Span<bool> rows)
    {
        var marks = MemoryMarshal.Cast<bool, sbyte>(rows);
        var (from, to, width) = (new Vector<int>(low), new Vector<int>(high), Vector<int>.Count);
        var row = 0;
        for (; row <= rows.Length - Vector<sbyte>.Count; row += Vector<sbyte>.Count)
        {
            var part = values[row..];
            // A mark is 1 or 0, and what fits has all bits.
            var fits = Vector.Narrow(Vector.Narrow(Fit(part, from, to), Fit(part[width..], from, to)), Vector.Narrow(Fit(part[(2 * width)..], from, to), Fit(part[(3 * width)..], from, to)));
            (new Vector<sbyte>(marks[row..]) & fits).CopyTo(marks[row..]);
        }

        for (; row < rows.Length; row++)
        {
            rows[row] &= values[row] >= low & values[row] <= high;
        }
    }

    /// <inheritdoc cref="Keep(ReadOnlySpan{int}, int, int, Span{bool})"/>
    public static void Keep(ReadOnlySpan<long> values, long low, long high, Span<bool> rows)
    {
        var marks = MemoryMarshal.Cast<bool, sbyte>(rows);
        var (from, to, width) = (new Vector<long>(low), new Vector<long>(high), 2 * Vector<long>.Count);
        var row = 0;
        for (; row <= rows.Length - Vector<sbyte>.Count; row += Vector<sbyte>.Count)
        {
            var part = values[row..];
            var fits = Vector.Narrow(Vector.Narrow(Fit(part, from, to), Fit(part[width..], from, to)), Vector.Narrow(Fit(part[(2 * width)..], from, to), Fit(part[(3 * width)..], from, to)));
            (new Vector<sbyte>(marks[row..]) & fits).CopyTo(marks[row..]);
        }

        for (; row < rows.Length; row++)
        {
            rows[row] &= values[row] >= low & values[row] <= high;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Fit(ReadOnlySpan<int> values, Vector<int> low, Vector<int> high)
    {
        var vector = new Vector<int>(values);
        return Vector.GreaterThanOrEqual(vector, low) & Vector.LessThanOrEqual(vector, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<int> Fit(ReadOnlySpan<long> values, Vector<long> low, Vector<long> high)
    {
        var (one, other) = (new Vector<long>(values), new Vector<long>(values[Vector<long>.Count..]));
        return Vector.Narrow(Vector.GreaterThanOrEqual(one, low) & Vector.LessThanOrEqual(one, high), Vector.GreaterThanOrEqual(other, low) & Vector.LessThanOrEqual(other, high));
    }
}
