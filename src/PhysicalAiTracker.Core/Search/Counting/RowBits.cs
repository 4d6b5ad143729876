using System.Numerics;

namespace PhysicalAiTracker.Core.Search.Counting;

/// <summary>Some of a list's rows: a bit for each row, from the lowest of the first word on. The last word has no bit beyond the last row.</summary>
internal static class RowBits
{
    /// <summary>Rows that a word has.</summary>
    public const int Width = 64;

    /// <summary>Words that so many rows take.</summary>
    public static int Words(int rows) => (rows + Width - 1) / Width;

    /// <summary>All rows.</summary>
    public static void Fill(Span<ulong> bits, int rows)
    {
        bits.Fill(ulong.MaxValue);
        if (rows % Width != 0)
        {
            bits[^1] = ulong.MaxValue >> (Width - (rows % Width));
        }
    }

    public static void Add(Span<ulong> bits, int row) => bits[row / Width] |= 1UL << (row % Width);

    public static long Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0L;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Rows that are in both.</summary>
    public static long CountBoth(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> others)
    {
        var count = 0L;
        for (var at = 0; at < bits.Length; at++)
        {
            count += BitOperations.PopCount(bits[at] & others[at]);
        }

        return count;
    }

    /// <summary>Adds the rows of others.</summary>
    public static void Or(Span<ulong> bits, ReadOnlySpan<ulong> others)
    {
        for (var at = 0; at < bits.Length; at++)
        {
            bits[at] |= others[at];
        }
    }

    /// <summary>Takes out the rows that are not among others, or those that are.</summary>
    public static void Keep(Span<ulong> bits, ReadOnlySpan<ulong> others, bool isNot)
    {
        var flip = isNot ? ulong.MaxValue : 0;
        for (var at = 0; at < bits.Length; at++)
        {
            bits[at] &= others[at] ^ flip;
        }
    }
}
