using System.Text;
using System.Text.Encodings.Web;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Rendering.Lists;

/// <summary>A value a filter can take where the list itself does not tell them.</summary>
public sealed record Choice(string Value, string Label);

/// <summary>A list as its page draws it: what was asked for, what came of it, and the addresses of its neighbours.</summary>
/// <param name="path">The page's own address, without its query.</param>
/// <param name="noun">What one item is called: "company".</param>
/// <param name="nouns">What several are called: "companies".</param>
public sealed class ListView(ListDefinition definition, string path, string noun, string nouns, IReadOnlyDictionary<string, IReadOnlyList<string>> given)
{
    private static readonly string[] Kept = [ListDefinition.SortBy, ListDefinition.Limit, ListDefinition.Aggregate, ListDefinition.By];

    /// <summary>What was asked for as it stands in an address, by parameter.</summary>
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public ListDefinition Definition { get; } = definition;

    public string Path { get; } = path;

    public string Noun { get; } = noun;

    public string Nouns { get; } = nouns;

    /// <summary>Choices by parameter, for those whose values are not fixed.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Choice>> Choices { get; init; } = new Dictionary<string, IReadOnlyList<Choice>>();

    /// <summary>What the list's search looks in.</summary>
    public string SearchLabel { get; init; } = "";

    public IReadOnlyList<ParameterProblem> Problems { get; init; } = [];

    /// <summary>Items of the whole list.</summary>
    public long Total { get; init; }

    /// <summary>Items of this page.</summary>
    public int Shown { get; init; }

    /// <summary>Cursor of the next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>Figures of the whole list; null where none are asked for.</summary>
    public AggregateReport? Aggregates { get; init; }

    /// <summary>What the list can be summed up by, each with the address of the list with its figures.</summary>
    public IReadOnlyList<(string Name, string Href, bool IsChosen)> SummedBy => field ??=
        Definition.Summaries.FirstOrDefault(parameter => parameter.Name == ListDefinition.By) is not { } by ? []
        : [.. by.Allowed.Select(name => (
            name,
            Href(Asked.Where(pair => pair.Key is not (ListDefinition.Aggregate or ListDefinition.By)).Append(new(ListDefinition.Aggregate, ["sum", "median", "p25", "p75"])).Append(new(ListDefinition.By, [name]))),
            Aggregates is not null && Values(ListDefinition.By) is [var only] && only == name))];

    /// <summary>The list without its figures.</summary>
    public string Unsummed => Href(Asked.Where(pair => pair.Key is not (ListDefinition.Aggregate or ListDefinition.By)));

    /// <summary>What the whole list has, by the name of the facet; empty where the list cannot be shown.</summary>
    public IReadOnlyDictionary<string, FacetItem> Facets { get; init; } = new Dictionary<string, FacetItem>();

    /// <summary>Cursor of the page before; null on the first one.</summary>
    public string? Prev { get; init; }

    public bool IsFirstPage => Prev is null;

    public string CountText => Labels.Count(Total, Noun, Nouns);

    public IReadOnlyList<FilterField> Fields => field ??= FilterField.All(Definition, SearchLabel);

    /// <summary>What is asked of the list beside the form's filters, and stays when they change.</summary>
    public IEnumerable<(string Name, string Value)> Beside =>
    [
        .. Kept.Where(given.ContainsKey).Select(name => (name, string.Join(',', given[name]))),
        .. from parameter in Definition.Parameters
           where parameter.Negatable
           let name = parameter.Name + Parameter.Not
           where given.ContainsKey(name)
           select (name, string.Join(',', given[name])),
    ];

    public IReadOnlyList<string> Values(string name) => given.GetValueOrDefault(name) ?? [];

    public IEnumerable<ParameterProblem> ProblemsOf(FilterField field) => Problems.Where(p => field.Parameters.Any(f => f.Name == p.Name));

    /// <summary>The filters in force, each with the address of the list without it.</summary>
    public IReadOnlyList<(string Label, string Href)> Active =>
    [
        .. from filter in Fields
        from parameter in filter.Parameters
        from name in new[] { parameter.Name, parameter.Name + Parameter.Not }
        from value in Values(name)
        select ($"{filter.LabelOf(parameter)}: {(name == parameter.Name ? "" : "not ")}{LabelOf(filter, parameter, value)}", Href(With(name, [.. Values(name).Where(v => v != value)]))),
    ];

    /// <summary>The list without filters, in the order it has now.</summary>
    public string Unfiltered => Href(given.Where(pair => Kept.Contains(pair.Key)));

    public string FirstPage => Href(Asked);

    public string PreviousPage => Href(With(ListDefinition.Cursor, [Prev!]));

    public string NextPage => Href(With(ListDefinition.Cursor, [Next!]));

    /// <summary>Whether a program gets the same list, and what is asked for can be had.</summary>
    public bool HasApi { get; init; } = true;

    /// <summary>The same list as a program gets it.</summary>
    public string ApiAddress => "/api/v1" + Href(Asked);

    /// <summary>Another address that answers this list as it is filtered now.</summary>
    public string AddressAt(string path)
    {
        var here = Href(Asked.Where(pair => !Kept.Contains(pair.Key)));
        return path + here[Path.Length..];
    }

    /// <summary>The whole list as a table.</summary>
    public string TableAddress => $"/api/v1{Path}.csv{QueryOf(Asked.Where(pair => !ListDefinition.OfPages.Contains(pair.Key)))}";

    /// <summary>What is new in the list, as a feed.</summary>
    public string FeedAddress => $"/api/v1{Path}.atom{QueryOf(Asked.Where(pair => !Kept.Contains(pair.Key)))}";

    /// <summary>1 or -1 where the list is sorted by this order first, otherwise 0.</summary>
    public int DirectionOf(string order)
    {
        var first = (Values(ListDefinition.SortBy) is [var sort, ..] ? sort : Definition.DefaultSort).Split(',')[0];
        return first == order ? 1 : first == "-" + order ? -1 : 0;
    }

    /// <summary>The list sorted by an order; turned round where it is so sorted already.</summary>
    public string SortedBy(string order, bool descendingFirst)
    {
        var descending = DirectionOf(order) switch { 1 => true, -1 => false, _ => descendingFirst };
        return Href(With(ListDefinition.SortBy, [descending ? "-" + order : order]));
    }

    /// <summary>How many items the list has when it is asked for this value instead; null where that is not counted.</summary>
    public long? CountOf(Parameter parameter, string value)
    {
        if (!Facets.TryGetValue(parameter.Name, out var facet))
        {
            return null;
        }

        // Without a delegate: it is asked for each value of each filter.
        for (var at = 0; at < facet.Values.Count; at++)
        {
            if (facet.Values[at].Value == value)
            {
                return facet.Values[at].Count;
            }
        }

        return facet.IsComplete ? 0 : null;
    }

    /// <summary>The years that a range of dates can be set to, the newest first, each with the address of the list of that year alone.</summary>
    public IReadOnlyList<(string Year, string Href, long Count, bool IsChosen)> YearsOf(FilterField field)
    {
        if (!field.IsDates || !Facets.TryGetValue("year", out var years))
        {
            return [];
        }

        var others = Href(Asked.Where(pair => field.Parameters.All(p => p.Name != pair.Key)));
        var (before, first, last) = (others.Length == Path.Length ? "?" : "&", field.First.Name, field.Parameters[^1].Name);
        return [.. years.Values.Reverse().Select(year => (
            year.Value,
            $"{others}{before}{first}={year.Value}&{last}={year.Value}",
            year.Count,
            Values(first) is [var from] && Values(last) is [var to] && from == year.Value && to == year.Value))];
    }

    /// <summary>Items without a value for the range; 0 where that is not counted.</summary>
    public long UndatedOf(FilterField field) => field.IsDates && Facets.TryGetValue("year", out var years) ? years.Missing : 0;

    public string LabelOf(FilterField field, Parameter parameter, string value) =>
        Choices.TryGetValue(parameter.Name, out var choices) && choices.FirstOrDefault(c => c.Value == value) is { } choice ? choice.Label
        : parameter.Allowed.Count > 0 ? field.WordOf(value)
        : value;

    /// <summary>Filters and order as asked for, without the place in the list.</summary>
    private IReadOnlyList<KeyValuePair<string, IReadOnlyList<string>>> Asked => field ??=
        [.. given.Where(pair => Kept.Contains(pair.Key) || Definition.Parameters.Any(p => p.Name == Parameter.Bare(pair.Key)))];

    private IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> With(string name, IReadOnlyList<string> values) =>
        Asked.Where(pair => pair.Key != name).Append(new(name, values));

    private string Href(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parameters) => Path + QueryOf(parameters);

    /// <summary>Several values stand behind one name, joined by commas, which need no escape in a query.</summary>
    private string QueryOf(IEnumerable<KeyValuePair<string, IReadOnlyList<string>>> parameters)
    {
        var query = new StringBuilder();
        foreach (var (name, values) in parameters)
        {
            if (values.Count > 0)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(given.TryGetValue(name, out var asked) && asked == values ? TextOfGiven(name, values) : TextOf(name, values));
            }
        }

        return query.ToString();
    }

    /// <summary>Most of the page's addresses have most of what was asked for.</summary>
    private string TextOfGiven(string name, IReadOnlyList<string> values)
    {
        if (!_texts.TryGetValue(name, out var text))
        {
            _texts[name] = text = TextOf(name, values);
        }

        return text;
    }

    private static string TextOf(string name, IReadOnlyList<string> values) => $"{name}={string.Join(',', values.Select(UrlEncoder.Default.Encode))}";
}
