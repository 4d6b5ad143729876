using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Reconciling;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Api;

/// <summary>A data extension query.</summary>
/// <param name="Ids">As they were given.</param>
internal sealed record ReconcileExtension(IReadOnlyList<string> Ids, IReadOnlyList<ReconcileRequest> Properties);

/// <summary>Reads the JSON that clients of the reconciliation protocol send.</summary>
internal static class ReconcileReader
{
    public const string OpenSetting = "open";
    public const string LimitSetting = "limit";

    /// <summary>Queries by their keys; null after telling every problem.</summary>
    public static IReadOnlyList<(string Key, ReconcileQuery Query)>? ReadQueries(string json, List<string> problems)
    {
        if (Parse(json, problems) is not { } batch)
        {
            return null;
        }

        List<(string Key, ReconcileQuery Query)> queries = [.. batch.Select(query => (query.Key, ReadQuery(query.Key, query.Value, problems))).Where(query => query.Item2 is not null).Select(query => (query.Key, query.Item2!))];
        return problems.Count == 0 ? queries : null;
    }

    /// <summary>Null after telling every problem.</summary>
    public static ReconcileExtension? ReadExtension(string json, List<string> problems)
    {
        if (Parse(json, problems) is not { } query)
        {
            return null;
        }

        if (query["ids"] is not JsonArray ids || query["properties"] is not JsonArray asked)
        {
            problems.Add("needs ids and properties, two lists");
            return null;
        }

        var properties = new List<ReconcileRequest>();
        foreach (var node in asked)
        {
            var id = TextOf(node is JsonObject members ? members["id"] : node);
            if (ReconcileProperties.Find(id) is not { } property)
            {
                problems.Add($"“{RequestParameters.Shorten(id)}” is no property; known are {string.Join(", ", ReconcileProperties.All.Select(known => known.Id))}");
                continue;
            }

            var settings = (node as JsonObject)?["settings"] as JsonObject;
            properties.Add(new ReconcileRequest(
                property,
                TextOf(settings?[OpenSetting]) is "true" or "on" or "1",
                int.TryParse(TextOf(settings?[LimitSetting]), NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most is > 0 and < ReconcileRequest.DefaultMost ? most : ReconcileRequest.DefaultMost));
        }

        return problems.Count == 0 ? new ReconcileExtension([.. ids.Select(TextOf).Where(id => id.Length > 0).Distinct()], properties) : null;
    }

    /// <summary>A text that any database takes: whole characters, none of control, as long as a name.</summary>
    public static string Clean(string text) =>
        string.Concat(text.EnumerateRunes().Take(Party.NameLength).Select(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Control ? " " : rune.ToString())).Trim();

    private static ReconcileQuery? ReadQuery(string key, JsonNode? node, List<string> problems)
    {
        var before = problems.Count;
        var query = node as JsonObject;
        if (query is null)
        {
            problems.Add($"{RequestParameters.Shorten(key)} is no object");
            return null;
        }

        var types = Many(query["type"]).Select(type => ReadType(key, type, problems)).OfType<ReconcileType>().Distinct().ToList();
        var properties = (query["properties"] as JsonArray ?? []).SelectMany(property => ReadProperty(key, property as JsonObject, problems)).ToList();
        var text = TextOf(query["query"]);
        if (text.Length == 0 && properties.Count == 0)
        {
            problems.Add($"{RequestParameters.Shorten(key)} needs a query or properties");
        }

        var strictness = TextOf(query["type_strict"]);
        var known = Words.TryParse<TypeStrictness>(strictness, out var strict);
        if (strictness.Length > 0 && !known)
        {
            problems.Add($"{RequestParameters.Shorten(key)}: type_strict is one of {string.Join(", ", Words.All<TypeStrictness>())}");
        }

        var limit = ReconcileQuery.DefaultLimit;
        if (query["limit"] is { } most && (!int.TryParse(TextOf(most), NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit < 1))
        {
            problems.Add($"{RequestParameters.Shorten(key)}: limit is a whole number from 1");
        }

        return problems.Count == before ? new ReconcileQuery(text, types, known ? strict : TypeStrictness.Any, Math.Min(limit, ReconcileQuery.MaxLimit), properties) : null;
    }

    private static ReconcileType? ReadType(string key, JsonNode? node, List<string> problems)
    {
        var id = TextOf(node is JsonObject type ? type["id"] : node);
        if (Words.TryParse<ReconcileType>(id, out var word))
        {
            return word;
        }

        problems.Add($"{RequestParameters.Shorten(key)}: “{RequestParameters.Shorten(id)}” is no type; known are {string.Join(", ", Words.All<ReconcileType>())}");
        return null;
    }

    private static IEnumerable<(string, string)> ReadProperty(string key, JsonObject? node, List<string> problems)
    {
        var id = TextOf(node?["pid"]);
        if (!ReconcileProperties.Comparable.Contains(id))
        {
            problems.Add($"{RequestParameters.Shorten(key)}: “{RequestParameters.Shorten(id)}” is no property to compare by; known are {string.Join(", ", ReconcileProperties.Comparable)}");
            return [];
        }

        return Many(node!["v"]).Select(value => TextOf(value is JsonObject entity ? entity["name"] ?? entity["id"] : value)).Where(value => value.Length > 0).Select(value => (id, value));
    }

    /// <summary>The elements of a list, or the one there is.</summary>
    private static IEnumerable<JsonNode?> Many(JsonNode? node) => node is JsonArray several ? several : Enumerable.Repeat(node, node is null ? 0 : 1);

    private static string TextOf(JsonNode? node) => node is not JsonValue value ? "" : Clean(value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString());

    /// <summary>Whether all names and texts are Unicode: half a character can be escaped, and is found out only when it is read.</summary>
    private static bool IsReadable(JsonNode? node) => node switch
    {
        JsonObject members => members.All(member => IsReadable(member.Value)),
        JsonArray items => items.All(IsReadable),
        JsonValue value => value.GetValueKind() != JsonValueKind.String || value.GetValue<string>() is not null,
        _ => true,
    };

    private static JsonObject? Parse(string json, List<string> problems)
    {
        try
        {
            if (JsonNode.Parse(json, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false }) is JsonObject members && IsReadable(members))
            {
                return members;
            }

            problems.Add("is no JSON object");
        }
        catch (JsonException exception)
        {
            problems.Add($"is no JSON, or names something twice: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
        }
        catch (InvalidOperationException)
        {
            problems.Add("has text that is no Unicode");
        }

        return null;
    }
}
