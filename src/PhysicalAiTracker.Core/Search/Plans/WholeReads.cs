using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Reads a few columns of all rows, such as figures are counted from: by a plan where there is one.</summary>
internal static class WholeReads
{
    /// <param name="key">Names the read.</param>
    /// <param name="rows">Which rows; no value in it may differ between two reads of one name.</param>
    public static async Task<List<T>> ReadAsync<TRow, T>(
        this TrackerDbContext db, string key, Func<IQueryable<TRow>> rows, Expression<Func<TRow, T>> projection, CancellationToken cancellation)
        where TRow : class
    {
        if (db.Plans is { } plans && plans.Get(db, $"all {key}", () => Make(db, rows(), projection)) is { } plan)
        {
            return [.. (await plan.ReadAsync(plans.Commands, [], cancellation)).Select(row => row.Item)];
        }

        return await rows().AsNoTracking().Select(projection).ToListAsync(cancellation);
    }

    private static ListPlan<T>? Make<TRow, T>(TrackerDbContext db, IQueryable<TRow> rows, Expression<Func<TRow, T>> projection)
        where TRow : class
    {
        var keyed = Expression.Lambda<Func<TRow, KeyedRow<T>>>(
            Expression.New(typeof(KeyedRow<T>).GetConstructor([typeof(T), typeof(object?[])])!, projection.Body, Expression.Constant(Array.Empty<object?>())), projection.Parameters);
        if (FlatProjection<TRow, T>.Of(db.Model.FindEntityType(typeof(TRow))!, keyed) is not { } flat)
        {
            return null;
        }

        using var command = rows.AsNoTracking().Select(flat.Select).CreateDbCommand();
        return command.Parameters.Count == 0 ? new ListPlan<T>(command.CommandText, [], flat.Read) : null;
    }
}
