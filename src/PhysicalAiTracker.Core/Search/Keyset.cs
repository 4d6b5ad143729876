using System.Linq.Expressions;
using System.Text.Json;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Search;

/// <summary>
/// Reads a page by the keys of the last row before it, so that page 1,000 costs what page 1 does. Rows whose first key is
/// missing are a second stretch behind the others: both are ranges of the same index on either database.
/// </summary>
internal sealed class Keyset<T>(IReadOnlyList<(Sort<T> Sort, bool Descending)> sorts)
    where T : class
{
    private readonly IReadOnlyList<(Sort<T> Sort, bool Descending)> _order = [.. sorts, (IdSort, sorts[^1].Descending)];

    private static Sort<T> IdSort { get; } = MakeIdSort();

    /// <summary>The rows next to a place, each with its own keys, in the order of the list.</summary>
    /// <param name="read">Reads the rows of one stretch.</param>
    /// <param name="place">Null from the beginning.</param>
    public async Task<List<KeyedRow<TItem>>> ReadAsync<TItem>(Func<Stretch<T>, Task<List<KeyedRow<TItem>>>> read, Place? place, int limit)
    {
        var page = await ReadOutwardAsync(new Stretch<T>("", rows => rows, _order, 0, place ?? Place.Beginning, limit), read);
        if (place is { Backward: true })
        {
            page.Reverse();
        }

        return page;
    }

    /// <summary>Reads back the keys of a cursor; throws <see cref="JsonException"/> where they are not of this order.</summary>
    public IReadOnlyList<object?> Parse(IReadOnlyList<JsonElement> values) =>
        values.Count == _order.Count ? [.. _order.Zip(values, (part, value) => part.Sort.Parse(value))] : throw new JsonException();

    /// <summary>The row nearest to the place comes first, whichever way is read.</summary>
    private static async Task<List<KeyedRow<TItem>>> ReadOutwardAsync<TItem>(Stretch<T> all, Func<Stretch<T>, Task<List<KeyedRow<TItem>>>> read)
    {
        var (first, place) = (all.Order[0].Sort, all.Place);
        if (first.Stretches.Count > 0)
        {
            return await ReadMergedAsync(all, read);
        }

        if (!first.Nullable)
        {
            return await read(all);
        }

        // Missing values are a stretch behind the others: it comes second, or first where the way leads back.
        var page = new List<KeyedRow<TItem>>();
        foreach (var missing in new[] { place.Backward, !place.Backward })
        {
            var begins = place.Keys is null || missing == (place.Keys[0] is null);
            if (page.Count < all.Limit && (begins || missing != place.Backward))
            {
                page.AddRange(await read(all.Part(
                    missing ? "missing" : "stated", () => Stretch<T>.IsNull(first, missing), all.Order, missing ? 1 : 0, begins ? place : place with { Keys = null }, all.Limit - page.Count)));
            }
        }

        return page;
    }

    /// <summary>Reads a page of each stretch, each by its own index, and keeps what comes first.</summary>
    private static async Task<List<KeyedRow<TItem>>> ReadMergedAsync<TItem>(Stretch<T> all, Func<Stretch<T>, Task<List<KeyedRow<TItem>>>> read)
    {
        var rows = new List<KeyedRow<TItem>>();
        foreach (var ((where, sort), number) in all.Order[0].Sort.Stretches.Select((stretch, number) => (stretch, number)))
        {
            var part = all.Part($"part {number}", () => where, [(sort, all.Order[0].Descending), .. all.Order.Skip(1)], 0, all.Place, all.Limit);
            rows.AddRange(await ReadOutwardAsync(part, read));
        }

        rows.Sort((one, other) => all.Place.Backward ? Compare(all.Order, other.Keys, one.Keys) : Compare(all.Order, one.Keys, other.Keys));
        return [.. rows.Take(all.Limit)];
    }

    /// <summary>As the databases order: missing values last, whichever way.</summary>
    private static int Compare(IReadOnlyList<(Sort<T> Sort, bool Descending)> order, object?[] one, object?[] other)
    {
        for (var index = 0; index < order.Count; index++)
        {
            var (left, right) = (one[index], other[index]);
            var compared = (left, right) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                (string a, string b) => Turn(string.CompareOrdinal(a, b)),
                _ => Turn(Comparer<object>.Default.Compare(left, right)),
            };
            if (compared != 0)
            {
                return compared;
            }

            int Turn(int ascending) => order[index].Descending ? -ascending : ascending;
        }

        return 0;
    }

    private static Sort<T> MakeIdSort()
    {
        var row = Expression.Parameter(typeof(T), "row");
        return new Sort<T, Guid>("id", "", Expression.Lambda<Func<T, Guid>>(Expression.Property(row, nameof(Record.Id)), row));
    }
}

/// <summary>A projected row together with the keys it was ordered by.</summary>
internal sealed record KeyedRow<TItem>(TItem Item, object?[] Keys);
