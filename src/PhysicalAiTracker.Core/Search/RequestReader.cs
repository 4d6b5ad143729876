using System.Collections.Frozen;
using System.Globalization;

namespace PhysicalAiTracker.Core.Search;

/// <summary>Reads the parameters that all lists have, and refuses those that none has.</summary>
internal static class RequestReader
{
    /// <summary>No parameter takes more values, nor a longer one.</summary>
    private const int MaxValues = 50;
    private const int MaxValueLength = 2000;

    private static readonly string[] Common = [ListDefinition.Limit, ListDefinition.Cursor, ListDefinition.SortBy, ListDefinition.FacetBy];

    /// <summary>The names that a list takes, and whether each takes several values.</summary>
    public static FrozenDictionary<string, bool> NamesOf(IReadOnlyList<Parameter> parameters) => parameters
        .SelectMany(parameter => parameter.Negatable ? new[] { parameter.Name, parameter.Name + Parameter.Not } : [parameter.Name], (parameter, name) => (name, parameter.Many))
        .ToFrozenDictionary(pair => pair.name, pair => pair.Many, StringComparer.Ordinal);

    /// <param name="known">As <see cref="NamesOf"/> gives them.</param>
    public static Dictionary<string, IReadOnlyList<string>> Split(
        ListRequest request, FrozenDictionary<string, bool> known, IReadOnlyList<string> others, List<ParameterProblem> problems)
    {
        var values = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, given) in request.Parameters.Where(pair => !others.Contains(pair.Key)))
        {
            if (!known.TryGetValue(name, out var many) && !Common.Contains(name))
            {
                problems.Add(new ParameterProblem(FilterInput.Shorten(name), $"“{FilterInput.Shorten(name)}” is no parameter of this list", [.. known.Keys, .. Common, .. others]));
                continue;
            }

            many |= name == ListDefinition.FacetBy;
            List<string> parts = [.. given.SelectMany(value => many ? value.Split(',') : [value]).Select(value => value.Trim()).Where(value => value.Length > 0)];
            if (parts.Exists(value => value.Contains('\0')))
            {
                // One of the databases refuses it, and no value has it.
                problems.Add(new ParameterProblem(name, "has a character that no value has", []));
            }
            else if (parts.Count > MaxValues)
            {
                problems.Add(new ParameterProblem(name, $"has {parts.Count} values; {MaxValues} are the most", []));
            }
            else if (parts.Find(value => value.Length > MaxValueLength) is { } longest)
            {
                problems.Add(new ParameterProblem(name, $"has a value of {longest.Length} characters; {MaxValueLength} are the most", []));
            }
            else if (parts.Exists(value => value.Any(char.IsControl)))
            {
                problems.Add(new ParameterProblem(name, "has control characters", []));
            }
            else if (!many && parts.Count > 1)
            {
                problems.Add(new ParameterProblem(name, "takes one value", []));
            }
            else if (parts.Count > 0)
            {
                values[name] = parts;
            }
        }

        return values;
    }

    public static int ReadLimit(Dictionary<string, IReadOnlyList<string>> values, List<ParameterProblem> problems)
    {
        if (!values.TryGetValue(ListDefinition.Limit, out var given))
        {
            return ListRequest.DefaultLimit;
        }

        if (int.TryParse(given[0], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= ListRequest.MaxLimit)
        {
            return limit;
        }

        problems.Add(new ParameterProblem(ListDefinition.Limit, $"“{FilterInput.Shorten(given[0])}” is no whole number from 1 to {ListRequest.MaxLimit}", []));
        return 1;
    }

    /// <summary>Names out of some, each once.</summary>
    public static IReadOnlyList<string> ReadNames(Dictionary<string, IReadOnlyList<string>> values, string parameter, IReadOnlyList<string> allowed, List<ParameterProblem> problems)
    {
        var names = values.GetValueOrDefault(parameter) ?? [];
        problems.AddRange(names.Where(name => !allowed.Contains(name)).Select(name => new ParameterProblem(
            parameter, allowed.Count == 0 ? $"there is nothing to {parameter} here" : $"“{FilterInput.Shorten(name)}” is none of the values of {parameter}", allowed)));
        return [.. names.Distinct()];
    }

    public static List<(Sort<T> Sort, bool Descending)> ReadSort<T>(
        Dictionary<string, IReadOnlyList<string>> values, IReadOnlyList<Sort<T>> sorts, string fallback, List<ParameterProblem> problems)
    {
        var order = new List<(Sort<T>, bool)>();
        foreach (var part in (values.TryGetValue(ListDefinition.SortBy, out var given) ? given[0] : fallback).Split(','))
        {
            var (name, descending) = part.StartsWith('-') ? (part[1..], true) : (part, false);
            if (sorts.FirstOrDefault(sort => sort.Name == name) is { } found && !order.Exists(o => o.Item1 == found))
            {
                order.Add((found, descending));
            }
            else
            {
                problems.Add(new ParameterProblem(
                    ListDefinition.SortBy,
                    $"“{FilterInput.Shorten(part)}” is no order of this list, or given twice; a - before the name turns it round",
                    [.. sorts.Select(sort => sort.Name)]));
            }
        }

        return order.Count > 0 ? order : [(sorts[0], false)];
    }
}
