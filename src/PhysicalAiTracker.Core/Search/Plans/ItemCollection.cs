using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>A member of a list's items that is a list itself: a plan reads it for all items of a page at once.</summary>
internal abstract class ItemCollection<TItem>(string member)
{
    /// <summary>The member's name.</summary>
    public string Member { get; } = member;

    /// <summary>What the member is until it is filled.</summary>
    public abstract Expression Empty { get; }

    /// <summary>Fills it in all items of a page.</summary>
    public abstract Task FillAsync(TrackerDbContext db, ListPlans plans, IReadOnlyList<TItem> items, CancellationToken cancellation);
}

/// <inheritdoc/>
/// <param name="parts">The member of an item that was read by a plan.</param>
/// <param name="id">Of an item.</param>
/// <param name="owner">The item's id in a row of the parts.</param>
/// <param name="order">Of the parts of an item.</param>
/// <param name="projection">A part of such a row.</param>
internal sealed class ItemCollection<TItem, TRow, TPart>(
    string member,
    Func<TItem, IReadOnlyList<TPart>> parts,
    Func<TItem, Guid> id,
    Expression<Func<TRow, Guid>> owner,
    Expression<Func<TRow, int>> order,
    Expression<Func<TRow, TPart>> projection) : ItemCollection<TItem>(member)
    where TRow : class
{
    private readonly string _key = $"parts {Interlocked.Increment(ref ListNumbers.Last)}";

    public override Expression Empty { get; } = Expression.New(typeof(List<TPart>));

    public override async Task FillAsync(TrackerDbContext db, ListPlans plans, IReadOnlyList<TItem> items, CancellationToken cancellation)
    {
        var owners = items.ToDictionary(id, item => (List<TPart>)parts(item));
        Guid[] ids = [.. owners.Keys];
        var rows = plans.Get(db, _key, () => Make(db)) is { } plan
            ? await plan.ReadAsync(plans.Commands, [PlanIds.Written(db, ids)], cancellation)
            : await Rows(db, ids).Select(WithOwner()).ToListAsync(cancellation);
        foreach (var (part, keys) in rows)
        {
            owners[(Guid)keys[0]!].Add(part);
        }
    }

    private IQueryable<TRow> Rows(TrackerDbContext db, Guid[] ids)
    {
        Expression<Func<Guid, bool>> isOne = one => EF.Parameter(ids).Contains(one);
        var where = Expression.Lambda<Func<TRow, bool>>(new Swap(isOne.Parameters[0], owner.Body).Visit(isOne.Body), owner.Parameters);
        return db.Set<TRow>().AsNoTracking().Where(where).OrderBy(order);
    }

    private Expression<Func<TRow, KeyedRow<TPart>>> WithOwner()
    {
        var row = projection.Parameters[0];
        var key = Expression.Convert(new Swap(owner.Parameters[0], row).Visit(owner.Body), typeof(object));
        return Expression.Lambda<Func<TRow, KeyedRow<TPart>>>(
            Expression.New(typeof(KeyedRow<TPart>).GetConstructor([typeof(TPart), typeof(object[])])!, projection.Body, Expression.NewArrayInit(typeof(object), key)), row);
    }

    private ListPlan<TPart>? Make(TrackerDbContext db)
    {
        var standIn = PlanIds.StandIn();
        if (FlatProjection<TRow, TPart>.Of(db.Model.FindEntityType(typeof(TRow))!, WithOwner()) is not { } flat)
        {
            return null;
        }

        using var command = Rows(db, standIn).Select(flat.Select).CreateDbCommand();
        return PlanIds.ParameterOf(command, db, standIn) is { } owners ? new ListPlan<TPart>(command.CommandText, [owners], flat.Read) : null;
    }
}
