using System.Linq.Expressions;

namespace PhysicalAiTracker.Core.Search;

/// <summary>Rows next to a place that are one range of an index.</summary>
/// <param name="name">Tells the stretches of a list apart.</param>
/// <param name="narrow">Leaves its rows of all.</param>
/// <param name="order">The id being the last key.</param>
/// <param name="skip">So many keys at the front are the same for all of its rows.</param>
/// <param name="place">Without keys from the end from which its way leads.</param>
internal sealed class Stretch<T>(string name, Func<IQueryable<T>, IQueryable<T>> narrow, IReadOnlyList<(Sort<T> Sort, bool Descending)> order, int skip, Place place, int limit)
    where T : class
{
    public IReadOnlyList<(Sort<T> Sort, bool Descending)> Order { get; } = order;

    public Place Place { get; } = place;

    public int Limit { get; } = limit;

    /// <summary>All that its query depends on beside the values of the place's keys.</summary>
    public string Shape => $"{name}/{Skip}/{Place.Backward}/{(Place.Keys is null ? "-" : $"{Place.Inclusive}{string.Concat(Place.Keys.Select(key => key is null ? '0' : '1'))}")}";

    private int Skip { get; } = skip;

    /// <summary>Some of its rows.</summary>
    public Stretch<T> Part(string part, Func<Expression<Func<T, bool>>> where, IReadOnlyList<(Sort<T> Sort, bool Descending)> by, int skipped, Place from, int most) =>
        new($"{name}/{part}", rows => narrow(rows).Where(where()), by, skipped, from, most);

    /// <summary>Its rows in their order, the nearest to the place first.</summary>
    /// <param name="keys">Of the place.</param>
    public IQueryable<T> Query(IQueryable<T> rows, IReadOnlyList<object?>? keys)
    {
        rows = narrow(rows);
        if (keys is not null)
        {
            rows = rows.Where(Beyond(keys));
        }

        for (var index = Skip; index < Order.Count; index++)
        {
            var (sort, descending) = Order[index];
            var isFirst = index == Skip;
            if (index > 0 && sort.Nullable)
            {
                // Missing values last holds for the later keys too; only the very first is split into stretches and walks an index.
                rows = new Sort<T, bool>("", "", IsNull(sort, isNull: true)).Order(rows, descending: Place.Backward, isFirst);
                isFirst = false;
            }

            rows = sort.Order(rows, descending != Place.Backward, isFirst);
        }

        return rows;
    }

    /// <summary>A projection with the keys of each row beside it.</summary>
    public Expression<Func<T, KeyedRow<TItem>>> WithKeys<TItem>(Expression<Func<T, TItem>> projection)
    {
        var row = projection.Parameters[0];
        var keys = Expression.NewArrayInit(typeof(object), Order.Select(part => Expression.Convert(part.Sort.Key(row), typeof(object))));
        var constructor = typeof(KeyedRow<TItem>).GetConstructor([typeof(TItem), typeof(object[])])!;
        return Expression.Lambda<Func<T, KeyedRow<TItem>>>(Expression.New(constructor, projection.Body, keys), row);
    }

    public static Expression<Func<T, bool>> IsNull(Sort<T> sort, bool isNull)
    {
        var row = Expression.Parameter(typeof(T), "row");
        var key = sort.Key(row);
        var none = Expression.Constant(null, key.Type);
        return Expression.Lambda<Func<T, bool>>(isNull ? Expression.Equal(key, none) : Expression.NotEqual(key, none), row);
    }

    /// <summary>(a &gt; x) or (a = x and b &gt; y) or …, with missing values behind all others.</summary>
    private Expression<Func<T, bool>> Beyond(IReadOnlyList<object?> keys)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression? any = null;
        Expression? alike = null;
        Expression? bound = null;
        for (var index = Skip; index < Order.Count; index++)
        {
            var key = Order[index].Sort.Key(row);
            // A field of an object and not a constant, so that the database sees a parameter and keeps its plan.
            var held = Activator.CreateInstance(typeof(Held<>).MakeGenericType(key.Type), keys[index])!;
            var value = Expression.Field(Expression.Constant(held), nameof(Held<int>.Value));
            if (Further(key, value, keys[index], Order[index].Descending != Place.Backward, Place.Backward) is { } further)
            {
                any = Or(any, alike is null ? further : Expression.AndAlso(alike, further));
            }

            if (index == Skip && keys[index] is not null && IsBounded(index))
            {
                // Follows from the rest, but only of this does a database see where in the index to begin.
                var (left, right) = Compared(key, value);
                bound = Order[index].Descending != Place.Backward ? Expression.LessThanOrEqual(left, right) : Expression.GreaterThanOrEqual(left, right);
            }

            var same = Expression.Equal(key, value);
            alike = alike is null ? same : Expression.AndAlso(alike, same);
        }

        any = (Place.Inclusive ? Or(any, alike!) : any) ?? Expression.Constant(false);
        return Expression.Lambda<Func<T, bool>>(bound is null ? any : Expression.AndAlso(bound, any), row);
    }

    /// <summary>Whether no row is without the key, so that all rows beyond a place are on one side of it.</summary>
    private bool IsBounded(int index) => index == 0 || !Order[index].Sort.Nullable;

    /// <summary>What operators of order compare: texts and ids have none.</summary>
    private static (Expression Left, Expression Right) Compared(Expression key, Expression value) => key.Type == typeof(string) || key.Type == typeof(Guid)
        ? (Expression.Call(key, key.Type.GetMethod(nameof(string.CompareTo), [key.Type])!, value), Expression.Constant(0))
        : (key, value);

    private static Expression Or(Expression? one, Expression other) => one is null ? other : Expression.OrElse(one, other);

    /// <summary>Null where nothing lies further: behind a missing value there is none.</summary>
    private static BinaryExpression? Further(Expression key, Expression value, object? given, bool descending, bool backward)
    {
        var none = Expression.Constant(null, Nullable.GetUnderlyingType(key.Type) is null ? typeof(object) : key.Type);
        if (given is null)
        {
            return backward ? Expression.NotEqual(key, none) : null;
        }

        var (left, right) = Compared(key, value);
        var further = descending ? Expression.LessThan(left, right) : Expression.GreaterThan(left, right);
        return backward || Nullable.GetUnderlyingType(key.Type) is null ? further : Expression.OrElse(further, Expression.Equal(key, none));
    }
}

/// <summary>Holds a key's value, so that a query refers to a field and not to a constant.</summary>
internal sealed class Held<TValue>(TValue value)
{
    public readonly TValue Value = value;
}
