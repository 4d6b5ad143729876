using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>The parameters of an insight as they were given, and everything that is wrong with them.</summary>
public sealed class InsightInput
{
    private const int Shown = 60;

    private readonly Dictionary<string, IReadOnlyList<string>> _values = new(StringComparer.Ordinal);
    private readonly List<ParameterProblem> _problems = [];

    /// <param name="given">Values by name; commas separate several where the parameter takes them.</param>
    /// <param name="strict">Whether a parameter without a value is refused, which a form is forgiven.</param>
    public InsightInput(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> given, IReadOnlyList<Parameter> parameters, bool strict)
    {
        foreach (var (name, values) in given)
        {
            if (parameters.FirstOrDefault(parameter => parameter.Name == name) is not { } parameter)
            {
                _problems.Add(new ParameterProblem(Shorten(name), $"“{Shorten(name)}” is no parameter here", [.. parameters.Select(p => p.Name)]));
                continue;
            }

            List<string> parts = [.. values.SelectMany(value => parameter.Many ? value.Split(',') : [value]).Select(value => value.Trim()).Where(value => value.Length > 0).Distinct()];
            if (strict && (parts.Count == 0 || values.Any(string.IsNullOrWhiteSpace)))
            {
                _problems.Add(new ParameterProblem(name, "has no value: leave the parameter out instead", parameter.Allowed));
            }
            else if (!parameter.Many && parts.Count > 1)
            {
                _problems.Add(new ParameterProblem(name, "takes one value", parameter.Allowed));
            }
            else if (parameter.Allowed.Count > 0 && parts.Find(part => !parameter.Allowed.Contains(part)) is { } wrong)
            {
                _problems.Add(new ParameterProblem(name, $"“{Shorten(wrong)}” is none of the values of {name}", parameter.Allowed));
            }
            else if (parts.Count > 0)
            {
                _values[name] = parts;
            }
        }
    }

    /// <summary>Empty where the insight can be shown as asked for.</summary>
    public IReadOnlyList<ParameterProblem> Problems => _problems;

    /// <summary>The words given, of those allowed; null where none is.</summary>
    public IReadOnlyList<TEnum>? Words<TEnum>(Parameter parameter)
        where TEnum : struct, Enum =>
        _values.TryGetValue(parameter.Name, out var words) ? [.. words.Select(Shared.Words.Parse<TEnum>)] : null;

    /// <summary>The one value given; null where none is.</summary>
    public string? One(Parameter parameter) => _values.TryGetValue(parameter.Name, out var values) ? values[0] : null;

    /// <summary>All values given; empty where none is.</summary>
    public IReadOnlyList<string> All(Parameter parameter) => _values.GetValueOrDefault(parameter.Name) ?? [];

    /// <summary>Blames a value that the parameter's words alone could not.</summary>
    public void Report(Parameter parameter, string message) => _problems.Add(new ParameterProblem(parameter.Name, message, parameter.Allowed));

    private static string Shorten(string text) => text.Length <= Shown ? text : text[..Shown] + "…";
}
