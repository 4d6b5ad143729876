using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Reads the stretches of a list, by a plan where there is one, and through Entity Framework otherwise.</summary>
/// <param name="plans">Null where the list is not read by plans.</param>
/// <param name="all">The list's rows before they are narrowed.</param>
/// <param name="list">Tells lists and orders apart.</param>
/// <param name="members">Members of the items that are wanted, as JSON names them; null for all.</param>
internal sealed class StretchReader<T, TItem>(
    TrackerDbContext db,
    ListPlans? plans,
    Func<IQueryable<T>> all,
    Narrowing<T> narrowing,
    Expression<Func<T, TItem>> projection,
    IReadOnlyList<ItemCollection<TItem>> collections,
    string list,
    IReadOnlyCollection<string>? members,
    CancellationToken cancellation)
    where T : class
{
    private readonly List<TItem> _planned = [];

    /// <summary>The items that were read by plans, whose collections are to be filled.</summary>
    public IReadOnlyList<TItem> Planned => _planned;

    /// <summary>Whether these are all, so that no grade is to be added.</summary>
    public bool IsPlanned { get; private set; } = true;

    public async Task<List<KeyedRow<TItem>>> ReadAsync(Stretch<T> stretch)
    {
        if (plans is not null && narrowing.Shape is not null
            && plans.Get(db, $"{list}|{narrowing.Shape}|{stretch.Shape}|{db.Today.DayNumber}|{(members is null ? "*" : string.Join(',', members))}", () => Make(stretch)) is { } plan)
        {
            var rows = await plan.ReadAsync(plans.Commands, [.. narrowing.Ends, .. stretch.Place.Keys ?? [], stretch.Limit], cancellation);
            _planned.AddRange(rows.Select(row => row.Item));
            return rows;
        }

        IsPlanned = false;
        return await stretch.Query(narrowing.Apply(all()), stretch.Place.Keys).Take(stretch.Limit).Select(stretch.WithKeys(projection)).ToListAsync(cancellation);
    }

    /// <summary>Lets Entity Framework make the statement for values that stand in for a request's; null where not all of them are found in it again.</summary>
    private ListPlan<TItem>? Make(Stretch<T> stretch)
    {
        var standIns = new StandIns();
        List<object> ends = [.. narrowing.Ends.Select(end => standIns.For(end)!)];
        List<object?>? keys = stretch.Place.Keys is { } given ? [.. given.Select(standIns.For)] : null;
        var limit = (int)standIns.For(stretch.Limit)!;
        if (!standIns.IsComplete || ItemProjection.Of(projection, members, collections, db.Today) is not { } wanted
            || FlatProjection<T, TItem>.Of(db.Model.FindEntityType(typeof(T))!, stretch.WithKeys(wanted)) is not { } flat)
        {
            return null;
        }

        using var command = stretch.Query(narrowing.Apply(all(), ends), keys).Select(flat.Select).Take(limit).CreateDbCommand();
        List<PlanParameter> parameters = [.. from DbParameter parameter in command.Parameters
                                             let slot = standIns.All.TakeWhile(standIn => standIn is null || !standIn.Equals(parameter.Value)).Count()
                                             select new PlanParameter(parameter, slot < standIns.All.Count ? slot : null)];
        var isWhole = standIns.All.Select((standIn, slot) => standIn is null || parameters.Exists(parameter => parameter.Slot == slot)).All(found => found);
        return isWhole ? new ListPlan<TItem>(command.CommandText, parameters, flat.Read) : null;
    }
}
