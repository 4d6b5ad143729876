using System.Linq.Expressions;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Search.Counting;

namespace PhysicalAiTracker.Core.Search;

/// <summary>One query parameter of a list.</summary>
/// <param name="Allowed">The words it takes; empty where it is open.</param>
/// <param name="Many">Whether several values, joined by commas, mean any of them.</param>
/// <param name="Negatable">Whether it can be asked for with <see cref="Not"/> behind its name.</param>
public sealed record Parameter(string Name, string Description, IReadOnlyList<string> Allowed, bool Many = true, string? Example = null, bool Negatable = true)
{
    /// <summary>Behind a name, in <c>stage!=seed</c>: the rest of the list, everything that <c>stage=seed</c> does not find.</summary>
    public const char Not = '!';

    /// <summary>The name without <see cref="Not"/>.</summary>
    public static string Bare(string name) => name.EndsWith(Not) ? name[..^1] : name;
}

/// <summary>A parameter, or a value of one, that cannot be used.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Allowed">What could stand there instead; empty where that cannot be listed.</param>
public sealed record ParameterProblem(string Name, string Message, IReadOnlyList<string> Allowed);

/// <summary>Narrows a list by one parameter, or by several that belong together.</summary>
/// <param name="build">The condition, or null after reporting why there is none.</param>
public sealed class Filter<T>(IReadOnlyList<Parameter> parameters, Func<FilterInput, ValueTask<Expression<Func<T, bool>>?>> build)
{
    public IReadOnlyList<Parameter> Parameters { get; } = parameters;

    /// <summary>What it is made of where it is a range, whose ends are different in each request; otherwise null.</summary>
    public RangeFilter<T>? Range { get; init; }

    /// <summary>Whether its condition depends on the values given and the day alone, and on nothing that is looked up.</summary>
    public bool IsFixed { get; init; }

    /// <summary>How it is held in memory to count by; null where it is not.</summary>
    internal CountColumn<T>? Column { get; init; }

    /// <summary>What can be counted of that by which it narrows.</summary>
    public IReadOnlyList<Facet<T>> Facets { get; init; } = [];

    public ValueTask<Expression<Func<T, bool>>?> BuildAsync(FilterInput input) => build(input);
}

/// <summary>A condition by two ends.</summary>
/// <param name="Read">The ends as they are given; null after reporting why there are none, or where none is given.</param>
/// <param name="Where">The condition with such ends.</param>
public sealed record RangeFilter<T>(Func<FilterInput, (object Low, object High)?> Read, Func<object, object, Expression<Func<T, bool>>> Where);

/// <summary>The values given for a filter, and where it complains.</summary>
public sealed class FilterInput(TrackerDbContext db, IReadOnlyDictionary<string, IReadOnlyList<string>> values, List<ParameterProblem> problems, CancellationToken cancellation)
{
    public TrackerDbContext Db { get; } = db;

    public CancellationToken Cancellation { get; } = cancellation;

    public bool Has(string name) => values.ContainsKey(name);

    public IReadOnlyList<string> Values(string name) => values.GetValueOrDefault(name) ?? [];

    /// <summary>The values given of a parameter with words, each once; those that are none are reported.</summary>
    public IReadOnlyList<string> Words(Parameter parameter)
    {
        foreach (var wrong in Values(parameter.Name).Where(value => !parameter.Allowed.Contains(value)))
        {
            Report(parameter, wrong);
        }

        return [.. Values(parameter.Name).Where(parameter.Allowed.Contains).Distinct()];
    }

    public void Report(Parameter parameter, string value, string? why = null) => problems.Add(new ParameterProblem(
        parameter.Name, why ?? $"“{Shorten(value)}” is none of the values of {parameter.Name}", parameter.Allowed));

    internal static string Shorten(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
