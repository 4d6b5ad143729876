using System.Text;

namespace PhysicalAiTracker.Tests.Api.Requests;

/// <summary>Makes requests of every sort: as the description has them, at its edges, and as somebody sends them who wants to break something.</summary>
/// <param name="known">Ids, slugs, cursors and tags that mean something; it may grow while requests are made.</param>
internal sealed class RequestGenerator(IReadOnlyList<DescribedOperation> operations, KnownValues known, int seed)
{
    /// <summary>An answer with everything costs as much as a hundred others.</summary>
    private const int ExportShare = 20;

    /// <summary>Queries a list that are asked again and again.</summary>
    private const int Usual = 2;

    /// <summary>One in so many is another one.</summary>
    private const int FreshShare = 100;

    private readonly Dictionary<string, List<List<(DescribedParameter Parameter, string Pair)>>> _usual = [];
    private readonly DescribedOperation[] _reads = [.. operations.Where(operation => operation.Method == HttpMethod.Get)];
    private readonly DescribedOperation[] _writes = [.. operations.Where(operation => operation.Method != HttpMethod.Get)];
    private readonly Random _random = new(seed);

    /// <param name="asked">What it asks for; anything where null.</param>
    public RandomRequest Next(DescribedOperation? asked)
    {
        // There are few writes, and the most can go wrong with them.
        var operation = asked ?? One(OneIn(2) ? _writes : _reads);
        while (asked is null && operation.Path.EndsWith("/export", StringComparison.Ordinal) && !OneIn(ExportShare))
        {
            operation = One(_reads);
        }

        var caller = OneIn(operation.IsGuarded ? 4 : 2) ? Caller.Stranger : One(Enum.GetValues<Caller>());
        var (body, type) = Body(operation);
        return new(
            operation,
            caller,
            operation.Method == HttpMethod.Get && OneIn(10) ? HttpMethod.Head : operation.Method,
            operation.Parameters.Where(parameter => parameter.In == "path")
                .Aggregate(operation.Path, (path, parameter) => path.Replace($"{{{parameter.Name}}}", Segment(operation), StringComparison.Ordinal)),
            [.. Query(operation)],
            [.. Headers(operation)],
            body,
            type);
    }

    private string Segment(DescribedOperation operation)
    {
        var text = _random.Next(10) < 7 ? One(known.Of(operation.Path)) : Hostile.Text(_random);
        var escaped = Escaped(text);
        // An empty segment, or one of dots, is another path: routing decides, not the operation.
        // What no server lets through does not reach the application either: NUL in a path.
        return escaped.Contains("%00", StringComparison.Ordinal) || escaped.Trim('.').Length == 0 || text.Trim('.').Length == 0 || escaped.Contains("%2F", StringComparison.OrdinalIgnoreCase) ? "none" : escaped;
    }

    private IEnumerable<string> Query(DescribedOperation operation)
    {
        var described = operation.Parameters.Where(parameter => parameter.In == "query").ToArray();
        if (described.Length > 0)
        {
            var given = OneIn(FreshShare) ? Fresh(described) : One(UsualOf(operation)).Where(pair => described.Any(parameter => parameter.Name == pair.Parameter.Name)).ToList();
            var odd = OneIn(3) ? -1 : _random.Next(4);
            foreach (var (index, (parameter, usual)) in given.Index())
            {
                yield return index == odd ? $"{Escaped(parameter.Name)}={Value(parameter, hostile: true)}" : usual;
            }
        }

        if (OneIn(12))
        {
            yield return One(Hostile.Pairs);
        }

        if (OneIn(25))
        {
            yield return $"{Escaped(Hostile.Text(_random))}={Escaped(Hostile.Text(_random))}";
        }
    }

    /// <summary>Queries that the forms of one list have in common: each that is new costs the building of its SQL.</summary>
    private List<List<(DescribedParameter Parameter, string Pair)>> UsualOf(DescribedOperation operation)
    {
        var of = operation.Path.Split('.')[0];
        if (!_usual.TryGetValue(of, out var usual))
        {
            var described = operations.Where(other => other.Path.Split('.')[0] == of).SelectMany(other => other.Parameters).Where(parameter => parameter.In == "query").DistinctBy(parameter => parameter.Name).ToArray();
            _usual[of] = usual = [.. Enumerable.Range(0, Usual).Select(_ => Fresh(described))];
        }

        return usual;
    }

    private List<(DescribedParameter Parameter, string Pair)> Fresh(DescribedParameter[] described) =>
        [.. Enumerable.Range(0, _random.Next(Math.Min(5, described.Length + 1))).Select(_ => One(described)).Select(parameter => (parameter, $"{parameter.Name}{(OneIn(6) ? "!" : "")}={Value(parameter, hostile: false)}"))];

    private string Value(DescribedParameter parameter, bool hostile)
    {
        var values = Enumerable.Range(0, parameter.IsList ? _random.Next(1, 4) : 1).Select(_ => _random.Next(10) switch
        {
            < 6 when parameter.Named.Count > 0 => One(parameter.Named),
            < 8 => One(known.For(parameter.Name)),
            _ when !hostile => One(parameter.Named.Count > 0 ? parameter.Named : known.For(parameter.Name)),
            _ => Hostile.Text(_random),
        });
        return string.Join(',', values.Select(Escaped));
    }

    private IEnumerable<(string, string)> Headers(DescribedOperation operation)
    {
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == "header"))
        {
            if (!OneIn(parameter.Name == "If-None-Match" ? 4 : 2))
            {
                yield return (parameter.Name, OneIn(3) ? One(Hostile.HeaderValues) : One(known.For(parameter.Name)));
            }
        }

        for (var left = OneIn(3) ? _random.Next(1, 3) : 0; left > 0; left--)
        {
            var name = One(Hostile.Headers.Keys.ToArray());
            yield return (name, OneIn(6) ? One(Hostile.HeaderValues) : One(Hostile.Headers[name]));
        }
    }

    private (byte[]? Body, string? Type) Body(DescribedOperation operation)
    {
        if (operation.BodyType is null)
        {
            return OneIn(30) ? ("{}"u8.ToArray(), "application/json") : (null, null);
        }

        var body = operation.BodyType == "application/json"
            ? RandomBody.Json(_random, operation, known)
            : Encoding.UTF8.GetBytes($"{One(["queries", "extend", "query", ""])}={Escaped(OneIn(2) ? One(known.For("queries")) : Hostile.Text(_random))}");
        return (RandomBody.Damaged(_random, body), OneIn(15) ? One(Hostile.BodyTypes) : operation.BodyType);
    }

    /// <summary>Mostly as it must be; sometimes with escapes that are none.</summary>
    private string Escaped(string text) => OneIn(60) ? One(Hostile.Escapes) : Hostile.Escape(text);

    private T One<T>(IReadOnlyList<T> values) => values[_random.Next(values.Count)];

    private bool OneIn(int many) => _random.Next(many) == 0;
}
