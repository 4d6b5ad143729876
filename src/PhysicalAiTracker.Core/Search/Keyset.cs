using System.Linq.Expressions;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
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
    /// <param name="place">Null from the beginning.</param>
    public async Task<List<KeyedRow<TItem>>> ReadAsync<TItem>(
        IQueryable<T> rows, Expression<Func<T, TItem>> projection, Place? place, int limit, CancellationToken cancellation)
    {
        var page = await ReadOutwardAsync(rows, projection, place ?? Place.Beginning, limit, cancellation);
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
    private async Task<List<KeyedRow<TItem>>> ReadOutwardAsync<TItem>(
        IQueryable<T> rows, Expression<Func<T, TItem>> projection, Place place, int limit, CancellationToken cancellation)
    {
        var first = _order[0].Sort;
        if (first.Stretches.Count > 0)
        {
            return await ReadMergedAsync(rows, projection, place, limit, cancellation);
        }

        if (!first.Nullable)
        {
            return await ReadStretchAsync(rows, 0, projection, place, limit, cancellation);
        }

        // Missing values are a stretch behind the others: it comes second, or first where the way leads back.
        var page = new List<KeyedRow<TItem>>();
        foreach (var missing in new[] { place.Backward, !place.Backward })
        {
            var begins = place.Keys is null || missing == (place.Keys[0] is null);
            if (page.Count < limit && (begins || missing != place.Backward))
            {
                page.AddRange(await ReadStretchAsync(
                    rows.Where(IsNull(first, missing)), missing ? 1 : 0, projection, begins ? place : place with { Keys = null }, limit - page.Count, cancellation));
            }
        }

        return page;
    }

    /// <summary>Reads a page of each stretch, each by its own index, and keeps what comes first.</summary>
    private async Task<List<KeyedRow<TItem>>> ReadMergedAsync<TItem>(
        IQueryable<T> rows, Expression<Func<T, TItem>> projection, Place place, int limit, CancellationToken cancellation)
    {
        var all = new List<KeyedRow<TItem>>();
        foreach (var (where, sort) in _order[0].Sort.Stretches)
        {
            var stretch = new Keyset<T>([(sort, _order[0].Descending), .. _order.Skip(1).SkipLast(1)]);
            all.AddRange(await stretch.ReadOutwardAsync(rows.Where(where), projection, place, limit, cancellation));
        }

        all.Sort((one, other) => place.Backward ? Compare(other.Keys, one.Keys) : Compare(one.Keys, other.Keys));
        return [.. all.Take(limit)];
    }

    /// <summary>As the databases order: missing values last, whichever way.</summary>
    private int Compare(object?[] one, object?[] other)
    {
        for (var index = 0; index < _order.Count; index++)
        {
            var (left, right) = (one[index], other[index]);
            var order = (left, right) switch
            {
                (null, null) => 0,
                (null, _) => 1,
                (_, null) => -1,
                (string a, string b) => Turn(string.CompareOrdinal(a, b)),
                _ => Turn(Comparer<object>.Default.Compare(left, right)),
            };
            if (order != 0)
            {
                return order;
            }

            int Turn(int ascending) => _order[index].Descending ? -ascending : ascending;
        }

        return 0;
    }

    private static Expression<Func<T, bool>> IsNull(Sort<T> sort, bool isNull)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var key = sort.Key(row);
        var none = Expression.Constant(null, key.Type);
        return Expression.Lambda<Func<T, bool>>(isNull ? Expression.Equal(key, none) : Expression.NotEqual(key, none), row);
    }

    private static Sort<T> MakeIdSort()
    {
        var row = Expression.Parameter(typeof(T), "row");
        return new Sort<T, Guid>("id", "", Expression.Lambda<Func<T, Guid>>(Expression.Property(row, nameof(Record.Id)), row));
    }

    private async Task<List<KeyedRow<TItem>>> ReadStretchAsync<TItem>(
        IQueryable<T> rows, int skip, Expression<Func<T, TItem>> projection, Place place, int limit, CancellationToken cancellation)
    {
        if (place.Keys is not null)
        {
            rows = rows.Where(Beyond(place, skip));
        }

        for (var index = skip; index < _order.Count; index++)
        {
            var (sort, descending) = _order[index];
            var isFirst = index == skip;
            if (index > 0 && sort.Nullable)
            {
                // Missing values last holds for the later keys too; only the very first is split into stretches and walks an index.
                rows = new Sort<T, bool>("", "", IsNull(sort, isNull: true)).Order(rows, descending: place.Backward, isFirst);
                isFirst = false;
            }

            rows = sort.Order(rows, descending != place.Backward, isFirst);
        }

        return await rows.Take(limit).Select(WithKeys(projection)).ToListAsync(cancellation);
    }

    /// <summary>(a &gt; x) or (a = x and b &gt; y) or …, with missing values behind all others.</summary>
    private Expression<Func<T, bool>> Beyond(Place place, int skip)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression? any = null;
        Expression? alike = null;
        for (var index = skip; index < _order.Count; index++)
        {
            var key = _order[index].Sort.Key(row);
            // A field of an object and not a constant, so that the database sees a parameter and keeps its plan.
            var held = Activator.CreateInstance(typeof(Held<>).MakeGenericType(key.Type), place.Keys![index])!;
            var value = Expression.Field(Expression.Constant(held), nameof(Held<int>.Value));
            if (Further(key, value, place.Keys[index], _order[index].Descending != place.Backward, place.Backward) is { } further)
            {
                any = Or(any, alike is null ? further : Expression.AndAlso(alike, further));
            }

            var same = Expression.Equal(key, value);
            alike = alike is null ? same : Expression.AndAlso(alike, same);
        }

        any = place.Inclusive ? Or(any, alike!) : any;
        return Expression.Lambda<Func<T, bool>>(any ?? Expression.Constant(false), row);
    }

    private static Expression Or(Expression? one, Expression other) => one is null ? other : Expression.OrElse(one, other);

    /// <summary>Null where nothing lies further: behind a missing value there is none.</summary>
    private static BinaryExpression? Further(Expression key, Expression value, object? given, bool descending, bool backward)
    {
        var none = Expression.Constant(null, Nullable.GetUnderlyingType(key.Type) is null ? typeof(object) : key.Type);
        if (given is null)
        {
            return backward ? Expression.NotEqual(key, none) : null;
        }

        var (left, right) = key.Type == typeof(string) || key.Type == typeof(Guid)
            ? (Expression.Call(key, key.Type.GetMethod(nameof(string.CompareTo), [key.Type])!, value), Expression.Constant(0))
            : (key, value);
        var further = descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        return backward || Nullable.GetUnderlyingType(key.Type) is null ? further : Expression.OrElse(further, Expression.Equal(key, none));
    }

    private Expression<Func<T, KeyedRow<TItem>>> WithKeys<TItem>(Expression<Func<T, TItem>> projection)
    {
        var row = projection.Parameters[0];
        var keys = Expression.NewArrayInit(typeof(object), _order.Select(part => Expression.Convert(part.Sort.Key(row), typeof(object))));
        var constructor = typeof(KeyedRow<TItem>).GetConstructor([typeof(TItem), typeof(object[])])!;
        return Expression.Lambda<Func<T, KeyedRow<TItem>>>(Expression.New(constructor, projection.Body, keys), row);
    }
}

/// <summary>Holds a key's value, so that a query refers to a field and not to a constant.</summary>
internal sealed class Held<TValue>(TValue value)
{
    public readonly TValue Value = value;
}

/// <summary>A projected row together with the keys it was ordered by.</summary>
internal sealed record KeyedRow<TItem>(TItem Item, object?[] Keys);
