using System.Linq.Expressions;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Search;

/// <summary>The conditions that a request's filters came to, each with the filter that it is of.</summary>
internal sealed class Narrowing<T>(TrackerDbContext db, IReadOnlyDictionary<string, IReadOnlyList<string>> values, CancellationToken cancellation)
{
    private readonly List<(Filter<T>? Owner, Expression<Func<T, bool>> Where)> _conditions = [];

    /// <param name="owner">The filter whose parameters, without <see cref="Parameter.Not"/>, it comes from; null of a negated one, which nothing stands in place of.</param>
    public void Add(Filter<T>? owner, Expression<Func<T, bool>> where) => _conditions.Add((owner, where));

    /// <summary>The rows that all filters let through.</summary>
    public IQueryable<T> Apply(IQueryable<T> rows) => _conditions.Aggregate(rows, (narrowed, condition) => narrowed.Where(condition.Where));

    /// <summary>The rows that are let through where some parameters of one filter are not given.</summary>
    public async Task<IQueryable<T>> ApplyAsync(IQueryable<T> rows, Filter<T> filter, IReadOnlyList<string> ignored)
    {
        if (!ignored.Any(values.ContainsKey))
        {
            return Apply(rows);
        }

        rows = _conditions.Where(condition => condition.Owner != filter).Aggregate(rows, (narrowed, condition) => narrowed.Where(condition.Where));
        return filter.Parameters.Any(parameter => !ignored.Contains(parameter.Name) && values.ContainsKey(parameter.Name))
            && await filter.BuildAsync(InputWithout(ignored)) is { } rest ? rows.Where(rest) : rows;
    }

    /// <summary>What was given, without some parameters. Nothing is wrong with it, since nothing was.</summary>
    public FilterInput InputWithout(IReadOnlyList<string> ignored) =>
        new(db, values.Where(pair => !ignored.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal), [], cancellation);
}

/// <summary>Reads a <see cref="Narrowing{T}"/>.</summary>
internal static class Narrowing
{
    public static async Task<Narrowing<T>> ReadAsync<T>(
        IReadOnlyList<Filter<T>> filters, TrackerDbContext db, Dictionary<string, IReadOnlyList<string>> values, List<ParameterProblem> problems, CancellationToken cancellation)
    {
        var narrowing = new Narrowing<T>(db, values, cancellation);
        foreach (var filter in filters)
        {
            if (filter.Parameters.Any(parameter => values.ContainsKey(parameter.Name))
                && await filter.BuildAsync(new FilterInput(db, values, problems, cancellation)) is { } where)
            {
                narrowing.Add(filter, where);
            }

            foreach (var parameter in filter.Parameters)
            {
                if (await NotAsync(filter, parameter, db, values, problems, cancellation) is { } rest)
                {
                    narrowing.Add(null, rest);
                }
            }
        }

        return narrowing;
    }

    /// <summary>What <c>name!=…</c> leaves: everything that the parameter, given alone, does not find.</summary>
    private static async Task<Expression<Func<T, bool>>?> NotAsync<T>(
        Filter<T> filter, Parameter parameter, TrackerDbContext db, Dictionary<string, IReadOnlyList<string>> values, List<ParameterProblem> problems, CancellationToken cancellation)
    {
        var name = parameter.Name + Parameter.Not;
        if (!values.TryGetValue(name, out var given))
        {
            return null;
        }

        var wrong = new List<ParameterProblem>();
        var where = await filter.BuildAsync(new FilterInput(db, new Dictionary<string, IReadOnlyList<string>> { [parameter.Name] = given }, wrong, cancellation));
        problems.AddRange(wrong.Select(problem => problem with { Name = name }));
        return where is null ? null : Conditions.Not(where);
    }
}
