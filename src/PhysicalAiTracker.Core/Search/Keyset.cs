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

    /// <summary>The rows behind the given keys, each with its own keys.</summary>
    /// <param name="after">The last row's keys, the id being the last of them; null from the beginning.</param>
    public async Task<List<KeyedRow<TItem>>> ReadAsync<TItem>(
        IQueryable<T> rows, Expression<Func<T, TItem>> projection, IReadOnlyList<object?>? after, int limit, CancellationToken cancellation)
    {
        var first = _order[0].Sort;
        if (first.Stretches.Count > 0)
        {
            return await ReadMergedAsync(rows, projection, after, limit, cancellation);
        }

        if (!first.Nullable)
        {
            return await ReadStretchAsync(rows, 0, projection, after, limit, cancellation);
        }

        var page = new List<KeyedRow<TItem>>();
        var behindTheMissing = after is not null && after[0] is null;
        if (!behindTheMissing)
        {
            page = await ReadStretchAsync(rows.Where(IsNull(first, isNull: false)), 0, projection, after, limit, cancellation);
        }

        if (page.Count < limit)
        {
            page.AddRange(await ReadStretchAsync(
                rows.Where(IsNull(first, isNull: true)), 1, projection, behindTheMissing ? after : null, limit - page.Count, cancellation));
        }

        return page;
    }

    /// <summary>Reads back the keys of a cursor; throws <see cref="JsonException"/> where they are not of this order.</summary>
    public IReadOnlyList<object?> Parse(IReadOnlyList<JsonElement> values) =>
        values.Count == _order.Count ? [.. _order.Zip(values, (part, value) => part.Sort.Parse(value))] : throw new JsonException();

    /// <summary>Reads a page of each stretch, each by its own index, and keeps what comes first.</summary>
    private async Task<List<KeyedRow<TItem>>> ReadMergedAsync<TItem>(
        IQueryable<T> rows, Expression<Func<T, TItem>> projection, IReadOnlyList<object?>? after, int limit, CancellationToken cancellation)
    {
        var all = new List<KeyedRow<TItem>>();
        foreach (var (where, sort) in _order[0].Sort.Stretches)
        {
            var stretch = new Keyset<T>([(sort, _order[0].Descending), .. _order.Skip(1).SkipLast(1)]);
            all.AddRange(await stretch.ReadAsync(rows.Where(where), projection, after, limit, cancellation));
        }

        all.Sort((one, other) => Compare(one.Keys, other.Keys));
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
        IQueryable<T> rows, int skip, Expression<Func<T, TItem>> projection, IReadOnlyList<object?>? after, int limit, CancellationToken cancellation)
    {
        if (after is not null)
        {
            rows = rows.Where(Behind(after, skip));
        }

        for (var index = skip; index < _order.Count; index++)
        {
            var (sort, descending) = _order[index];
            var isFirst = index == skip;
            if (index > 0 && sort.Nullable)
            {
                // Missing values last holds for the later keys too; only the very first is split into stretches and walks an index.
                rows = new Sort<T, bool>("", "", IsNull(sort, isNull: true)).Order(rows, descending: false, isFirst);
                isFirst = false;
            }

            rows = sort.Order(rows, descending, isFirst);
        }

        return await rows.Take(limit).Select(WithKeys(projection)).ToListAsync(cancellation);
    }

    /// <summary>(a &gt; x) or (a = x and b &gt; y) or …, with missing values behind all others.</summary>
    private Expression<Func<T, bool>> Behind(IReadOnlyList<object?> after, int skip)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression? any = null;
        Expression? alike = null;
        for (var index = skip; index < _order.Count; index++)
        {
            var key = _order[index].Sort.Key(row);
            // A field of an object and not a constant, so that the database sees a parameter and keeps its plan.
            var held = Activator.CreateInstance(typeof(Held<>).MakeGenericType(key.Type), after[index])!;
            var value = Expression.Field(Expression.Constant(held), nameof(Held<int>.Value));
            if (Further(key, value, after[index], _order[index].Descending) is { } further)
            {
                var branch = alike is null ? further : Expression.AndAlso(alike, further);
                any = any is null ? branch : Expression.OrElse(any, branch);
            }

            var same = Expression.Equal(key, value);
            alike = alike is null ? same : Expression.AndAlso(alike, same);
        }

        return Expression.Lambda<Func<T, bool>>(any ?? Expression.Constant(false), row);
    }

    /// <summary>Null where nothing lies further: behind a missing value there is none.</summary>
    private static BinaryExpression? Further(Expression key, Expression value, object? given, bool descending)
    {
        if (given is null)
        {
            return null;
        }

        var (left, right) = key.Type == typeof(string) || key.Type == typeof(Guid)
            ? (Expression.Call(key, key.Type.GetMethod(nameof(string.CompareTo), [key.Type])!, value), Expression.Constant(0))
            : (key, value);
        var further = descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        return Nullable.GetUnderlyingType(key.Type) is null ? further : Expression.OrElse(further, Expression.Equal(key, Expression.Constant(null, key.Type)));
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
