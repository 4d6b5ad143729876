using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>
/// The JSON that forms, REST and imports all speak: <c>key, title, source, origins, changes</c>. Its format is described in
/// <c>seeds/README.md</c> and <c>seeds/disclosure.schema.json</c>.
/// </summary>
public static class DisclosureDocument
{
    /// <summary>Characters of JSON, the source's text included.</summary>
    public const int MaxLength = 4_000_000;

    public const int MaxChanges = 500;
    public const int MaxAssertions = 50;
    public const int MaxOrigins = 50;

    internal static readonly string[] Members = ["$schema", "key", "title", "source", "origins", "changes"];
    internal static readonly string[] ChangeMembers = ["record", "ref", "id", "version", "reason", "note", "set", "assertions"];
    internal static readonly string[] PassageMembers = ["exact", "prefix", "suffix", "locator"];

    private const int MaxDepth = 16;

    /// <summary>The object, or null and what keeps the text from being one.</summary>
    public static JsonObject? Parse(string json, out Problem? problem)
    {
        problem = null;
        if (json.Length > MaxLength)
        {
            problem = new Problem("", $"has {json.Length:N0} characters; {MaxLength:N0} are the most");
            return null;
        }

        try
        {
            var options = new JsonDocumentOptions { MaxDepth = MaxDepth, AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Disallow };
            if (JsonNode.Parse(json, documentOptions: options) is not JsonObject document)
            {
                problem = new Problem("", "is not a JSON object");
            }
            else if (JsonFault.HalfPairIn(document) is { } path)
            {
                problem = new Problem(path.Aggregate("", Pointers.Append), JsonFault.HalfPair);
            }
            else
            {
                return document;
            }
        }
        catch (JsonException exception)
        {
            problem = new Problem("", $"is not JSON: {PlaceOf(exception)}{WithoutPlace(exception.Message)}");
        }
        catch (InvalidOperationException)
        {
            // Of the name of a member, while it looks whether one is there twice.
            problem = new Problem("", JsonFault.HalfPair);
        }

        return null;
    }

    private static string PlaceOf(JsonException exception) =>
        exception is { LineNumber: { } line, BytePositionInLine: { } position } ? $"line {line + 1}, byte {position + 1}: " : "";

    /// <summary>The parser adds a place that counts from zero.</summary>
    private static string WithoutPlace(string message) => message.IndexOf(" LineNumber:", StringComparison.Ordinal) is > 0 and var end ? message[..end] : message;

    internal static JsonArray? Array(JsonObject node, string name, string pointer, ReadContext context, int max)
    {
        switch (node[name])
        {
            case null:
                return null;
            case JsonArray array when array.Count <= max:
                return array;
            case JsonArray array:
                context.Report(Pointers.Append(pointer, name), $"has {array.Count} entries; {max} are the most");
                return null;
            default:
                context.Report(Pointers.Append(pointer, name), "is not a list");
                return null;
        }
    }

    internal static void RefuseStrangers(JsonObject node, IReadOnlyCollection<string> known, string pointer, ReadContext context)
    {
        foreach (var name in node.Select(member => member.Key).Where(name => !known.Contains(name)))
        {
            context.Report(Pointers.Append(pointer, name), $"is no member here; known are {string.Join(", ", known.Where(k => k[0] != '$'))}");
        }
    }

    /// <summary>Whether any passage must be proved in a text: all but those that only name a place in the document.</summary>
    internal static bool Quotes(JsonObject document)
    {
        var passages = (document["changes"] as JsonArray ?? []).OfType<JsonObject>().SelectMany(change => (change["assertions"] as JsonArray ?? []).OfType<JsonObject>())
            .Select(assertion => assertion["passage"] as JsonObject).ToList();
        return passages.Count == 0 || passages.Exists(passage => passage?["locator"] is null);
    }

    /// <summary>Optional text; null when absent or refused.</summary>
    internal static string? Text(JsonObject node, string name, int max, string pointer, ReadContext context) =>
        node[name] is { } value && Values.ReadText(value, max, Pointers.Append(pointer, name), context, out var text) ? text : null;
}
