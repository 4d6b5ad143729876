using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>A projection as columns to select, and what makes items of them.</summary>
/// <param name="Select">The columns.</param>
/// <param name="Read">An item and its keys from the row that a result stands on.</param>
internal sealed record FlatProjection<T, TItem>(Expression<Func<T, object?[]>> Select, Func<DbDataReader, KeyedRow<TItem>> Read)
    where T : class
{
    /// <summary>Null where the projection, or a key, has more than columns of the row and of rows that it refers to.</summary>
    /// <param name="keyed">The projection with the keys of each row.</param>
    public static FlatProjection<T, TItem>? Of(IEntityType entity, Expression<Func<T, KeyedRow<TItem>>> keyed)
    {
        var row = keyed.Parameters[0];
        var columns = new RowColumns(entity, row);
        var read = columns.Visit(keyed.Body);
        return columns.IsFlat
            ? new FlatProjection<T, TItem>(
                Expression.Lambda<Func<T, object?[]>>(Expression.NewArrayInit(typeof(object), columns.Selected), row),
                Expression.Lambda<Func<DbDataReader, KeyedRow<TItem>>>(read, columns.Result).Compile())
            : null;
    }
}
