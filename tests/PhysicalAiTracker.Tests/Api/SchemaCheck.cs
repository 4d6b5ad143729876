using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>Compares an answer with its schema: the parts of JSON Schema that the description uses.</summary>
internal static class SchemaCheck
{
    /// <summary>Where an item of a list differs from what the document says of it.</summary>
    public static IReadOnlyList<string> Problems(JsonNode document, string path, JsonNode item)
    {
        var page = Resolve(document, document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!);
        return [.. Problems(document, page["properties"]!["items"]!["items"]!, item, "")];
    }

    private static IEnumerable<string> Problems(JsonNode document, JsonNode schema, JsonNode? value, string place)
    {
        schema = Resolve(document, schema);
        if (schema["oneOf"]?.AsArray() is { } either)
        {
            return value is null ? [] : Problems(document, either[0]!, value, place);
        }

        if (schema["allOf"]?.AsArray() is { } all)
        {
            return Problems(document, all[0]!, value, place);
        }

        var types = schema["type"] switch { null => [], JsonArray several => several.Select(type => (string)type!).ToArray(), var one => [(string)one!] };
        if (types.Length > 0 && !types.Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && types.Contains("number")))
        {
            return [$"{place} is {TypeOf(value)} and not {string.Join(" or ", types)}"];
        }

        return value switch
        {
            JsonObject members when schema["properties"] is JsonObject properties =>
                members.Where(member => !properties.ContainsKey(member.Key)).Select(member => $"{place}/{member.Key} is not described")
                    .Concat(properties.Where(property => !members.ContainsKey(property.Key) && !IsOptional(place, property.Key)).Select(property => $"{place}/{property.Key} is missing"))
                    .Concat(members.Where(member => properties.ContainsKey(member.Key)).SelectMany(member => Problems(document, properties[member.Key]!, member.Value, $"{place}/{member.Key}"))),
            JsonArray items when schema["items"] is { } each => items.SelectMany((item, index) => Problems(document, each, item, $"{place}/{index}")),
            JsonValue word when schema["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, word)) => [$"{place} is {word}, none of the words"],
            _ => [],
        };
    }

    /// <summary>What belongs to a record comes only where it is asked for, and has then what there is.</summary>
    private static bool IsOptional(string place, string member) => member == "included" || place.Contains("/included", StringComparison.Ordinal);

    private static JsonNode Resolve(JsonNode document, JsonNode schema) =>
        (string?)schema["$ref"] is { } name ? document["components"]!["schemas"]![name[(name.LastIndexOf('/') + 1)..]]! : schema;

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToString().All(c => char.IsAsciiDigit(c) || c == '-') ? "integer" : "number",
        _ => "boolean",
    };
}
