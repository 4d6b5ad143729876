using System.Collections.Concurrent;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Api;

/// <summary>How much of each item a caller wants: the parameters <c>fields</c> and <c>include</c>.</summary>
internal sealed class Shape
{
    public const string FieldsParameter = "fields";
    public const string IncludeParameter = "include";

    /// <summary>Longer parameters, and more of them, are read anew.</summary>
    private const int LongestKept = 400;
    private const int MostKept = 1_000;

    private static readonly ConcurrentDictionary<(string Collection, string? Fields, string? Includes), Shape> Known = new();

    private readonly HashSet<string> _fields;
    private readonly HashSet<string> _includes;
    private Func<object, SparseItem>? _pick;

    private Shape(Collection collection, IQueryCollection query)
    {
        Collection = collection;
        var problems = new List<ParameterProblem>();
        _fields = ReadNames(query, FieldsParameter, collection.Fields, problems);
        _includes = ReadNames(query, IncludeParameter, collection.Includes, problems);
        Problems = problems;
        Wanted = IsSparse ? [.. collection.Fields.Where(_fields.Contains)] : collection.Fields;
        Beside = [.. _includes.Where(name => name != ItemMembers.Assertions)];
    }

    public static IReadOnlyList<string> Parameters { get; } = [FieldsParameter, IncludeParameter];

    public Collection Collection { get; }

    public IReadOnlyList<ParameterProblem> Problems { get; }

    /// <summary>Whether only some members are wanted.</summary>
    public bool IsSparse => _fields.Count > 0;

    /// <summary>Names of the members wanted, in their usual order.</summary>
    public IReadOnlyList<string> Wanted { get; }

    public bool WithAssertions => _includes.Contains(ItemMembers.Assertions);

    /// <summary>What is wanted beside the records and the evidence.</summary>
    public IReadOnlyCollection<string> Beside { get; }

    /// <summary>What was asked of the collection that the request was routed to.</summary>
    public static Shape Of(HttpContext context)
    {
        var (collection, query) = (context.GetEndpoint()!.Metadata.GetRequiredMetadata<Collection>(), context.Request.Query);
        var key = (collection.Name, Fields: Given(FieldsParameter), Includes: Given(IncludeParameter));
        if (Known.TryGetValue(key, out var known))
        {
            return known;
        }

        var shape = new Shape(collection, query);
        if (shape.Problems.Count == 0 && (key.Fields?.Length ?? 0) + (key.Includes?.Length ?? 0) <= LongestKept && Known.Count < MostKept)
        {
            Known.TryAdd(key, shape);
        }

        return shape;

        // One that is given without a value is wrong, and one that is missing is not.
        string? Given(string name) => query.TryGetValue(name, out var values) ? values.ToString() : null;
    }

    /// <summary>The members that are to be read of each item; null for all.</summary>
    public IReadOnlyCollection<string>? Read => IsSparse && _includes.Count == 0 ? Wanted : null;

    /// <summary>The wanted members of an item, in their usual order.</summary>
    public SparseItem Pick(object item) => (_pick ??= SparseItem.Picking(Collection.ItemType, [.. _fields, .. ItemMembers.OfIncludes]))(item);

    private static HashSet<string> ReadNames(IQueryCollection query, string parameter, IReadOnlyList<string> allowed, List<ParameterProblem> problems)
    {
        var names = query[parameter].SelectMany(value => (value ?? "").Split(',')).Select(name => name.Trim()).ToHashSet(StringComparer.Ordinal);
        problems.AddRange(names.Where(name => !allowed.Contains(name)).Select(name => new ParameterProblem(
            parameter,
            allowed.Count == 0 ? $"there is nothing to {parameter} here" : $"“{RequestParameters.Shorten(name)}” is none of the values of {parameter}",
            allowed)));
        return names;
    }
}
