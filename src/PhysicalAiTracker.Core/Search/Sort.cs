using System.Linq.Expressions;
using System.Text.Json;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Search;

/// <summary>An order that a list can be read in. Rows without a value come last, whichever way.</summary>
public abstract class Sort<T>(string name, string description)
{
    public string Name { get; } = name;

    public string Description { get; } = description;

    internal abstract bool Nullable { get; }

    /// <summary>The rows in parts of which each has a key of its own, where no single key walks an index; otherwise none.</summary>
    internal virtual IReadOnlyList<(Expression<Func<T, bool>> Where, Sort<T> Sort)> Stretches => [];

    /// <summary>This order as it is on a day.</summary>
    internal virtual Sort<T> On(DateOnly today) => this;

    /// <summary>The key as an expression over the same parameter as the rest of the page's query.</summary>
    internal abstract Expression Key(ParameterExpression row);

    internal abstract IOrderedQueryable<T> Order(IQueryable<T> rows, bool descending, bool first);

    /// <summary>Reads back what a cursor holds; throws <see cref="JsonException"/> on anything else.</summary>
    internal abstract object? Parse(JsonElement value);
}

/// <inheritdoc/>
public class Sort<T, TKey>(string name, string description, Expression<Func<T, TKey>> key) : Sort<T>(name, description)
{
    internal override bool Nullable => default(TKey) is null && typeof(TKey) != typeof(string);

    internal override Expression Key(ParameterExpression row) => new Swap(key.Parameters[0], row).Visit(key.Body);

    internal override IOrderedQueryable<T> Order(IQueryable<T> rows, bool descending, bool first) => (first, descending) switch
    {
        (true, false) => rows.OrderBy(key),
        (true, true) => rows.OrderByDescending(key),
        (false, false) => ((IOrderedQueryable<T>)rows).ThenBy(key),
        (false, true) => ((IOrderedQueryable<T>)rows).ThenByDescending(key),
    };

    internal override object? Parse(JsonElement value) => value.Deserialize<TKey>();
}

/// <summary>Replaces one parameter of an expression by another expression.</summary>
internal sealed class Swap(ParameterExpression from, Expression to) : ExpressionVisitor
{
    protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
}

/// <summary>The orders every record has.</summary>
internal static class Sorts
{
    public static Sort<T, DateTime> Created<T>()
        where T : Record => new("created", "When the tracker first had it.", r => r.CreatedAt);

    public static Sort<T, DateTime> Updated<T>()
        where T : Record => new("updated", "When the tracker last changed it.", r => r.UpdatedAt);
}
