using PhysicalAiTracker.Core.Search.Counting;

namespace PhysicalAiTracker.Tests.Search;

/// <summary>Rows that are counted in memory are those that a look at each would find.</summary>
public sealed class CountingTests
{
    /// <summary>Fewer and more than a word of bits has, and more than there are parts of values.</summary>
    private static readonly int[] Sizes = [0, 1, 63, 64, 65, 200, 1_000, 5_000, 100_000];

    private static readonly Func<Random, int>[] Values =
    [
        random => random.Next(-5, 5), random => random.Next(), random => random.Next(10) < 6 ? -1 : random.Next(1_000), random => random.Next(3) switch { 0 => int.MaxValue, 1 => 700, _ => random.Next(600, 800) },
        _ => 7,
    ];

    [Fact]
    public void A_range_keeps_the_rows_that_lie_in_it()
    {
        var random = new Random(1);
        foreach (var size in Sizes)
        {
            foreach (var value in Values)
            {
                int[] values = [.. Enumerable.Range(0, size).Select(_ => value(random))];
                var ranged = new RangedValues<int>(values);
                var longs = new RangedValues<long>([.. values.Select(number => (long)number)]);
                int[] ends = [int.MinValue, -1, 0, 7, 700, int.MaxValue, .. values.Take(20), .. values.Take(20).Select(number => number == int.MaxValue ? number : number + 1)];
                for (var turn = 0; turn < 60; turn++)
                {
                    var (low, high) = (ends[random.Next(ends.Length)], ends[random.Next(ends.Length)]);
                    var before = Some(random, size);
                    ulong[] rows = [.. before], more = [.. before];

                    ranged.Keep(low, high, rows);
                    longs.Keep(low, high, more);

                    Rows(rows).Should().Equal(Rows(before).Where(row => values[row] >= low && values[row] <= high), "{0} rows from {1} to {2}", size, low, high);
                    more.Should().Equal(rows);
                }
            }
        }
    }

    [Fact]
    public void Sets_count_the_rows_of_each_value()
    {
        var random = new Random(2);
        foreach (var size in Sizes)
        {
            int[][] values = [.. Enumerable.Range(0, size).Select(_ => Enumerable.Range(0, random.Next(3)).Select(_ => random.Next(6)).ToArray())];
            var sets = new RowSets<int>(size);
            for (var row = 0; row < size; row++)
            {
                Array.ForEach(values[row], value => sets.Add(value, row));
            }

            var some = Some(random, size);
            var chosen = Rows(some).ToList();
            sets.Counts(some).Should().Equal(values.SelectMany(of => of).Distinct().Order().Select(value => (value, (long)chosen.Count(row => values[row].Contains(value)))));
            foreach (var isNot in new[] { false, true })
            {
                ulong[] rows = [.. some];
                sets.Narrow(value => value is 1 or 4, isNot, rows);
                Rows(rows).Should().Equal(chosen.Where(row => values[row].Any(value => value is 1 or 4) != isNot));
            }

            sets.CountAny(value => value is 1 or 4, some).Should().Be(chosen.Count(row => values[row].Any(value => value is 1 or 4)));
            RowBits.Count(some).Should().Be(chosen.Count);
        }
    }

    [Theory]
    [InlineData(200)]
    [InlineData(600)]
    public void Years_are_counted_however_many_there_are(int years)
    {
        var random = new Random(3);
        int?[] values = [.. Enumerable.Range(0, 5_000).Select(_ => random.Next(10) == 0 ? null : (int?)(1 + random.Next(years)))];
        var column = new SpanColumn(_ => null);
        foreach (var year in values)
        {
            column.Add([year is { } first ? new DateOnly(first, 1, 1) : null, year is { } last ? new DateOnly(last, 12, 31) : null, year]);
        }

        column.End(values.Length);
        var some = Some(random, values.Length);
        var chosen = Rows(some).Select(row => values[row]).ToList();

        var counted = column.Count("year", null!, some);

        counted.Values.Select(value => (value.Value, value.Count)).Should().Equal(
            chosen.OfType<int>().GroupBy(year => year).OrderBy(group => group.Key).Select(group => (group.Key.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), group.LongCount())));
        counted.Missing.Should().Be(chosen.Count(year => year is null));
    }

    private static ulong[] Some(Random random, int size)
    {
        var all = new ulong[RowBits.Words(size)];
        RowBits.Fill(all, size);
        Rows(all).Should().Equal(Enumerable.Range(0, size));
        return [.. all.Select(word => random.Next(4) == 0 ? word : word & (ulong)random.NextInt64())];
    }

    private static IEnumerable<int> Rows(ulong[] bits) => bits.SelectMany((word, at) => Enumerable.Range(0, 64).Where(bit => (word >> bit & 1) != 0).Select(bit => (at * 64) + bit));
}
