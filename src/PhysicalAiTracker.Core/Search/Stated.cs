using System.Linq.Expressions;

namespace PhysicalAiTracker.Core.Search;

/// <summary>The filters <c>has</c> and <c>missing</c>: what is stated, or recorded, about a row, and what nobody has told.</summary>
public static class Stated
{
    public const string Has = "has";
    public const string Missing = "missing";

    /// <param name="fields">Members of the list's items (or kinds of record), each with the condition that it is there.</param>
    internal static Filter<T> Of<T>(params IReadOnlyList<(string Name, Expression<Func<T, bool>> Has)> fields)
    {
        IReadOnlyList<string> names = [.. fields.Select(field => field.Name)];
        var has = new Parameter(Has, "Has a value, or at least one such record.", names);
        var missing = new Parameter(Missing, "Has no value: undisclosed, or not on record.", names);
        return new Filter<T>([has, missing], input =>
        {
            var there = Read(input, has, fields);
            var gone = Read(input, missing, fields)?.ConvertAll(Conditions.Not);
            return ValueTask.FromResult((there, gone) switch
            {
                (null, null) => null,
                ({ } some, null) => Conditions.Any(some),
                (null, { } some) => Conditions.Any(some),
                _ => Conditions.Both(Conditions.Any(there), Conditions.Any(gone)),
            });
        })
        { IsFixed = true };
    }

    /// <summary>Null where none is given or one is wrong, which is reported.</summary>
    private static List<Expression<Func<T, bool>>>? Read<T>(FilterInput input, Parameter parameter, IReadOnlyList<(string Name, Expression<Func<T, bool>> Has)> fields)
    {
        var found = new List<Expression<Func<T, bool>>>();
        var wrong = false;
        foreach (var name in input.Values(parameter.Name))
        {
            if (fields.FirstOrDefault(field => field.Name == name).Has is { } condition)
            {
                found.Add(condition);
            }
            else
            {
                wrong = true;
                input.Report(parameter, name);
            }
        }

        return wrong || found.Count == 0 ? null : found;
    }
}
