using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Tests.Api.Requests;

/// <summary>One method of one path of the description.</summary>
/// <param name="Answers">Media types by status; none where an answer has no body.</param>
internal sealed record DescribedOperation(
    HttpMethod Method,
    string Path,
    IReadOnlyList<DescribedParameter> Parameters,
    string? BodyType,
    JsonNode? BodySchema,
    JsonNode? BodyExample,
    bool IsGuarded,
    IReadOnlyDictionary<int, IReadOnlyList<string>> Answers)
{
    public static IReadOnlyList<DescribedOperation> ReadAll(JsonNode document) =>
    [
        .. from path in document["paths"]!.AsObject()
           from method in path.Value!.AsObject()
           select Read(document, path.Key, method.Key, method.Value!),
    ];

    /// <summary>How an answer differs from the description; null where it does not.</summary>
    public string? Problem(HttpMethod method, int status, MediaTypeHeaderValue? type, long length)
    {
        if (status >= 500)
        {
            return $"{status} is an error of ours";
        }

        if (!Answers.TryGetValue(status, out var types))
        {
            return $"{status} is not described: {string.Join(", ", Answers.Keys.Order())} are";
        }

        if (type is null ? types.Count > 0 && method != HttpMethod.Head : types.Count > 0 && !types.Contains(type.MediaType))
        {
            return $"{status} as {type?.ToString() ?? "nothing"} is not described: {string.Join(", ", types)} are";
        }

        return types.Count == 0 && length > 0 ? $"{status} has a body of {length} bytes, and none is described" : null;
    }

    private static DescribedOperation Read(JsonNode document, string path, string method, JsonNode operation)
    {
        var body = operation["requestBody"]?["content"]?.AsObject().Single();
        return new(
            HttpMethod.Parse(method),
            path,
            [.. operation["parameters"]?.AsArray().Select(parameter => new DescribedParameter((string)parameter!["name"]!, (string)parameter["in"]!, parameter["schema"]!)) ?? []],
            body?.Key,
            body?.Value!["schema"]!["$ref"] is { } name ? document["components"]!["schemas"]![((string)name!)[((string)name!).LastIndexOf('/')..].TrimStart('/')] : body?.Value!["schema"],
            body?.Value!["example"],
            operation["security"]!.AsArray().Count > 0,
            operation["responses"]!.AsObject().ToDictionary(
                answer => int.Parse(answer.Key, null),
                IReadOnlyList<string> (answer) => [.. answer.Value!["content"]?.AsObject().Select(content => content.Key) ?? []]));
    }
}

/// <param name="In"><c>query</c>, <c>header</c> or <c>path</c>.</param>
internal sealed record DescribedParameter(string Name, string In, JsonNode Schema)
{
    public bool IsList => (string?)Schema["type"] == "array";

    /// <summary>Values that the description names: words, examples, bounds.</summary>
    public IReadOnlyList<string> Named { get; } =
    [
        .. Texts((Schema["items"] ?? Schema)["enum"]),
        .. Texts(Schema["examples"]?[0] is JsonArray list ? list : Schema["examples"]),
        .. new[] { Schema["minimum"], Schema["maximum"], Schema["default"] }.OfType<JsonNode>().Select(bound => bound.ToString()),
    ];

    private static IEnumerable<string> Texts(JsonNode? values) => values?.AsArray().Select(value => value!.ToString()) ?? [];
}
