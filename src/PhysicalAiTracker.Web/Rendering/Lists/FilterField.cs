using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>One field of a list's filter form: a parameter, or the two ends of a range.</summary>
public sealed record FilterField(string Label, IReadOnlyList<Parameter> Parameters)
{
    /// <summary>Definitions of one person's lists are made anew for each page, and go with it.</summary>
    private static readonly ConditionalWeakTable<ListDefinition, ConcurrentDictionary<string, IReadOnlyList<FilterField>>> Known = [];

    private readonly Dictionary<string, string> _words = Parameters[0].Allowed.Distinct().ToDictionary(word => word, word => Word(Parameters[0], word));

    private static readonly (string Low, string High, string Suffix)[] Ranges = [("UsdMin", "UsdMax", ", US dollars"), ("From", "To", "")];

    public Parameter First => Parameters[0];

    public bool IsRange => Parameters.Count == 2;

    /// <summary>Whether the range is one of dates.</summary>
    public bool IsDates => IsRange && First.Name.EndsWith("From", StringComparison.Ordinal);

    public bool IsSearch => First.Name == "q";

    /// <summary>Id of the field's first control.</summary>
    public string Id { get; } = "f-" + Parameters[0].Name;

    /// <summary>Fields that are rarely needed and long.</summary>
    public bool IsFolded => Folds(First);

    /// <summary>A word of the field for people: "in talks", "announced on".</summary>
    public string WordOf(string word) => _words.TryGetValue(word, out var known) ? known : Word(First, word);

    /// <summary>The field's name, with the end of the range that a parameter is.</summary>
    public string LabelOf(Parameter parameter) => !IsRange ? Label : $"{Label} {(parameter == First ? "from" : "to")}";

    /// <summary>Search first, then as the list declares them.</summary>
    /// <param name="search">What the search looks in.</param>
    public static IReadOnlyList<FilterField> All(ListDefinition definition, string search) =>
        Known.GetOrCreateValue(definition).GetOrAdd(search, static (search, definition) => Make(definition, search), definition);

    private static IReadOnlyList<FilterField> Make(ListDefinition definition, string search)
    {
        var parameters = definition.Parameters;
        var fields = new List<FilterField>();
        for (var index = 0; index < parameters.Count; index++)
        {
            var parameter = parameters[index];
            var range = Ranges.FirstOrDefault(r => parameter.Name.EndsWith(r.Low, StringComparison.Ordinal)
                && index + 1 < parameters.Count && parameters[index + 1].Name == parameter.Name[..^r.Low.Length] + r.High);
            if (range.Low is null)
            {
                fields.Add(new FilterField(parameter.Name == "q" ? search : LabelFor(parameter.Name), [parameter]));
            }
            else
            {
                fields.Add(new FilterField(LabelFor(parameter.Name[..^range.Low.Length]) + range.Suffix, [parameter, parameters[++index]]));
            }
        }

        return [.. fields.OrderByDescending(field => field.IsSearch)];
    }

    private static bool Folds(Parameter parameter) => parameter.Name is Stated.Has or Stated.Missing;

    private static string Word(Parameter parameter, string word) => Folds(parameter) ? Labels.OfName(Labels.Of(word)).ToLowerInvariant() : Labels.Of(word);

    private static string LabelFor(string name) => name switch
    {
        Stated.Has => "On record",
        Stated.Missing => "Not on record",
        "on" => "Dated",
        _ => Labels.OfName(name),
    };
}
