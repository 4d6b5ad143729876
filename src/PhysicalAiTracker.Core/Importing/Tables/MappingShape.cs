using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>The members that a mapping has and what each of them is, so that all mistakes are told at once and by name.</summary>
internal static class MappingShape
{
    private static readonly Dictionary<string, Func<JsonNode, string?>> OfMapping = new(StringComparer.Ordinal)
    {
        ["$schema"] = Text, ["record"] = Word<RecordKind>, ["name"] = Text, ["source"] = Members, ["encoding"] = Text, ["separator"] = Text, ["numbers"] = Text,
        ["dates"] = Texts, ["empty"] = Texts, ["key"] = Texts, ["fields"] = Members,
    };

    private static readonly Dictionary<string, Func<JsonNode, string?>> OfColumn = new(StringComparer.Ordinal)
    {
        ["column"] = Text, ["value"] = _ => null, ["currency"] = Text, ["currencyColumn"] = Text, ["multiply"] = Number, ["dates"] = Texts, ["words"] = Meanings, ["split"] = Text, ["add"] = Word<PartyKind>,
    };

    /// <summary>Tells what is wrong and takes it out, so that the rest can be looked at too.</summary>
    /// <param name="report">Is told path, value and rule.</param>
    public static void Clean(JsonObject mapping, Action<string, string, string> report)
    {
        Clean(mapping, "", OfMapping, report);
        if (mapping["fields"] is not JsonObject fields)
        {
            return;
        }

        foreach (var (name, node) in fields.ToList())
        {
            if (node is not JsonObject column)
            {
                report($"fields.{name}", Shown(node), "is no object with a column or a value");
                fields.Remove(name);
            }
            else if (!Clean(column, $"fields.{name}.", OfColumn, report))
            {
                fields.Remove(name);
            }
        }
    }

    /// <summary>False where a member is not what it must be, and nothing can be said of what it belongs to.</summary>
    private static bool Clean(JsonObject node, string path, Dictionary<string, Func<JsonNode, string?>> known, Action<string, string, string> report)
    {
        var isSound = true;
        foreach (var (name, value) in node.ToList())
        {
            if (!known.TryGetValue(name, out var rule))
            {
                report(path + name, "", $"is no member here; known are {string.Join(", ", known.Keys.Where(member => member[0] != '$'))}");
                node.Remove(name);
            }
            else if (value is not null && rule(value) is { } problem)
            {
                report(path + name, Shown(value), problem);
                node.Remove(name);
                isSound = false;
            }
        }

        return isSound;
    }

    private static string Shown(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : node?.ToJsonString() ?? "null";

    private static string? Text(JsonNode node) => node.GetValueKind() == JsonValueKind.String ? null : "is no text";

    private static string? Number(JsonNode node) => node is JsonValue value && value.GetValueKind() == JsonValueKind.Number && value.TryGetValue(out decimal _) ? null : "is no number";

    private static string? Texts(JsonNode node) => node is JsonArray items && items.All(item => item is not null && Text(item) is null) ? null : "is no list of texts";

    private static string? Members(JsonNode node) => node is JsonObject ? null : "is no object";

    private static string? Meanings(JsonNode node) =>
        node is JsonObject words && words.All(word => word.Value is not null && Text(word.Value) is null) ? null : "is no object that says for each word of the file a word of the tracker";

    private static string? Word<T>(JsonNode node)
        where T : struct, Enum =>
        node.GetValueKind() == JsonValueKind.String && Words.TryParse<T>(node.GetValue<string>(), out _) ? null : $"is none of {string.Join(", ", Words.All<T>())}";
}
