using System.Linq.Expressions;
using System.Text;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Search.Counting;

namespace PhysicalAiTracker.Core.Search;

/// <summary>The conditions that a request's filters came to, each with the filter that it is of.</summary>
internal sealed class Narrowing<T>(TrackerDbContext db, IReadOnlyDictionary<string, IReadOnlyList<string>> values, CancellationToken cancellation)
{
    private readonly List<(Filter<T>? Owner, Func<Expression<Func<T, bool>>> Where)> _conditions = [];
    private readonly List<GivenFilter<T>> _given = [];
    private readonly List<object> _ends = [];
    private readonly StringBuilder _shape = new();
    private bool _isShaped = true;

    /// <summary>All that the conditions depend on beside <see cref="Ends"/> and the day; null where they depend on what was looked up too.</summary>
    public string? Shape => _isShaped ? _shape.ToString() : null;

    /// <summary>The filters in force.</summary>
    public IReadOnlyList<GivenFilter<T>> Given => _given;

    /// <summary>The two ends of each range.</summary>
    public IReadOnlyList<object> Ends => _ends;

    /// <param name="given">The filter, and the values of which the condition was made.</param>
    public void Add(GivenFilter<T> given, Expression<Func<T, bool>> where) => Add(given, () => where);

    /// <summary>Adds a range.</summary>
    public void Add(GivenFilter<T> given, RangeFilter<T> range, (object Low, object High) ends)
    {
        // Made only where it is asked for: a plan that is kept needs the ends alone.
        Add(given, () => range.Where(ends.Low, ends.High));
        _ends.AddRange([ends.Low, ends.High]);
        _shape.Append(given.Filter.Parameters[0].Name).Append('\u0001');
    }

    /// <summary>Whether one of some parameters is given.</summary>
    public bool IsGiven(IReadOnlyList<string> parameters) => parameters.Any(values.ContainsKey);

    /// <summary>Says of which values a condition was made.</summary>
    /// <param name="name">A parameter's, or null where it was made of more than what was given.</param>
    public void Note(string? name)
    {
        if (name is null)
        {
            _isShaped = false;
        }
        else if (values.TryGetValue(name, out var given))
        {
            _shape.Append(name).Append('\u0002').AppendJoin('\u0002', given).Append('\u0001');
        }
    }

    /// <summary>The rows that would be let through with other ends of the ranges.</summary>
    public IQueryable<T> Apply(IQueryable<T> rows, IReadOnlyList<object> ends)
    {
        var next = 0;
        foreach (var (owner, where) in _conditions)
        {
            rows = rows.Where(owner?.Range is { } range ? range.Where(ends[next++], ends[next++]) : where());
        }

        return rows;
    }

    /// <summary>The rows that all filters let through.</summary>
    public IQueryable<T> Apply(IQueryable<T> rows) => _conditions.Aggregate(rows, (narrowed, condition) => narrowed.Where(condition.Where()));

    /// <summary>The rows that are let through where some parameters of one filter are not given.</summary>
    public async Task<IQueryable<T>> ApplyAsync(IQueryable<T> rows, Filter<T> filter, IReadOnlyList<string> ignored)
    {
        if (!ignored.Any(values.ContainsKey))
        {
            return Apply(rows);
        }

        rows = _conditions.Where(condition => condition.Owner != filter).Aggregate(rows, (narrowed, condition) => narrowed.Where(condition.Where()));
        return filter.Parameters.Any(parameter => !ignored.Contains(parameter.Name) && values.ContainsKey(parameter.Name))
            && await filter.BuildAsync(InputWithout(ignored)) is { } rest ? rows.Where(rest) : rows;
    }

    /// <summary>What was given, without some parameters. Nothing is wrong with it, since nothing was.</summary>
    public FilterInput InputWithout(IReadOnlyList<string> ignored) =>
        new(db, values.Where(pair => !ignored.Contains(pair.Key)).ToDictionary(StringComparer.Ordinal), [], cancellation);

    private void Add(GivenFilter<T> given, Func<Expression<Func<T, bool>>> where)
    {
        // Nothing stands in place of a negated one.
        _conditions.Add((given.IsNot ? null : given.Filter, where));
        _given.Add(given);
    }
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
            if (filter.Parameters.Any(parameter => values.ContainsKey(parameter.Name)))
            {
                var input = new FilterInput(db, values, problems, cancellation);
                if (filter.Range is { } range)
                {
                    if (range.Read(input) is { } ends)
                    {
                        narrowing.Add(new(filter, input, IsNot: false), range, ends);
                    }
                }
                else if (await filter.BuildAsync(input) is { } where)
                {
                    narrowing.Add(new(filter, input, IsNot: false), where);
                    foreach (var parameter in filter.Parameters)
                    {
                        narrowing.Note(filter.IsFixed ? parameter.Name : null);
                    }
                }
            }

            foreach (var parameter in filter.Parameters)
            {
                if (parameter.Negatable && await NotAsync(filter, parameter, db, values, problems, cancellation) is { } rest)
                {
                    narrowing.Add(new(filter, new FilterInput(db, new Dictionary<string, IReadOnlyList<string>> { [parameter.Name] = values[parameter.Name + Parameter.Not] }, [], cancellation), IsNot: true), rest);
                    narrowing.Note(filter.IsFixed ? parameter.Name + Parameter.Not : null);
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
