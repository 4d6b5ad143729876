using System.Linq.Expressions;
using System.Text.Json;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Makes of a list's projection the one that a plan reads: what is wanted, with the grade, and with lists that are filled afterwards.</summary>
internal static class ItemProjection
{
    /// <summary>Members by which an item's addresses are made.</summary>
    private static readonly string[] Always = [nameof(RecordItem.Id), nameof(PartyLink.Slug), nameof(PartyLink.Kind)];

    /// <summary>Null where the projection is no list of members.</summary>
    /// <param name="members">Those that are wanted, as JSON names them; null for all.</param>
    /// <param name="today">The day of the grades.</param>
    public static Expression<Func<T, TItem>>? Of<T, TItem>(
        Expression<Func<T, TItem>> projection, IReadOnlyCollection<string>? members, IReadOnlyList<ItemCollection<TItem>> collections, DateOnly today)
    {
        if (projection.Body is not MemberInitExpression { NewExpression.Arguments.Count: 0 } item || !item.Bindings.All(binding => binding is MemberAssignment))
        {
            return null;
        }

        var row = projection.Parameters[0];
        var bindings = item.Bindings.Where(binding => IsWanted(binding.Member.Name, members))
            .Select(binding => collections.FirstOrDefault(collection => collection.Member == binding.Member.Name) is { } collection ? Expression.Bind(binding.Member, collection.Empty) : binding);
        if (typeof(RecordItem).IsAssignableFrom(typeof(TItem)) && typeof(Record).IsAssignableFrom(typeof(T)) && IsWanted(nameof(RecordItem.Grade), members))
        {
            bindings = bindings.Append(Expression.Bind(typeof(TItem).GetProperty(nameof(RecordItem.Grade))!, Grade(row, today)));
        }

        return Expression.Lambda<Func<T, TItem>>(item.Update(item.NewExpression, bindings), row);
    }

    /// <summary>Whether a member is among those wanted.</summary>
    public static bool IsWanted(string member, IReadOnlyCollection<string>? members) =>
        members is null || Always.Contains(member) || members.Contains(JsonNamingPolicy.CamelCase.ConvertName(member));

    /// <summary>As <see cref="GradeItems.AddToAsync"/> has it, from the keys that are derived together with the grade.</summary>
    private static ConditionalExpression Grade(ParameterExpression row, DateOnly today) => Expression.Condition(
        Expression.LessThanOrEqual(Expression.Property(row, nameof(Record.StaleFrom)), Expression.Constant(today, typeof(DateOnly?))),
        Expression.Convert(Expression.Property(row, nameof(Record.StaleGradeKey)), typeof(Grade)),
        Expression.Convert(Expression.Property(row, nameof(Record.GradeKey)), typeof(Grade)));
}
