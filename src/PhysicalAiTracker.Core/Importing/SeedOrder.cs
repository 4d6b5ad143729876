using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing;

/// <summary>Puts packs behind those that they refer to, so that a folder's name need not tell when it is imported.</summary>
internal static class SeedOrder
{
    /// <summary>
    /// In the order given, save that a pack comes after each one that brings in a party, a source or a record it names.
    /// Packs that need each other keep the order given, and the import reports what is missing.
    /// </summary>
    public static List<(SeedPack Pack, JsonObject Document)> Sort(IReadOnlyList<(SeedPack Pack, JsonObject Document)> packs)
    {
        var bringing = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < packs.Count; index++)
        {
            foreach (var name in Brought(packs[index].Document))
            {
                bringing.TryAdd(name, index);
            }
        }

        var sorted = new List<(SeedPack, JsonObject)>();
        var visited = new bool[packs.Count];
        for (var index = 0; index < packs.Count; index++)
        {
            Visit(index);
        }

        return sorted;

        void Visit(int index)
        {
            if (visited[index])
            {
                return;
            }

            visited[index] = true;
            foreach (var needed in Strings(packs[index].Document).Select(text => bringing.GetValueOrDefault(text, index)).Distinct().Order())
            {
                Visit(needed);
            }

            sorted.Add(packs[index]);
        }
    }

    private static IEnumerable<string> Brought(JsonObject document)
    {
        foreach (var source in new[] { document["source"] }.Concat(document["origins"] as JsonArray ?? []))
        {
            if (TextOf((source as JsonObject)?["slug"]) is { } slug)
            {
                yield return slug;
            }
        }

        foreach (var change in (document["changes"] as JsonArray)?.OfType<JsonObject>().Where(change => change["id"] is null) ?? [])
        {
            if (TextOf(document["key"]) is { } key && TextOf(change["ref"]) is { } name)
            {
                yield return $"{key}#{name}";
            }

            if (TextOf(change["record"]) == "party" && change["set"] is JsonObject set && (TextOf(set["slug"]) ?? Slug.From(TextOf(set["name"]) ?? "")) is { } party)
            {
                yield return party;
            }
        }
    }

    private static IEnumerable<string> Strings(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Strings(member.Value)),
        JsonArray items => items.SelectMany(Strings),
        _ => TextOf(node) is { } text ? [text] : [],
    };

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
