using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>What a typed value means as a member of a disclosure.</summary>
internal static class TypedValue
{
    /// <summary>The value, or null where nothing was typed.</summary>
    public static JsonNode? Of(FieldShape shape, JsonNode? typed) => (shape, typed) switch
    {
        (FlagShape, _) => TypedDocument.Text(typed) switch { "" => null, "true" => true, "false" => false, _ => typed?.DeepClone() },
        (ListShape { Of: WordShape }, JsonArray words) => Some(words.Select(TypedDocument.Text).Where(word => word.Length > 0)),
        (ListShape, JsonValue) => Some(TypedDocument.Text(typed).Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)),
        (ItemsShape, JsonArray { Count: 0 }) => null,
        (ItemsShape parts, JsonArray items) => new JsonArray([.. items.Select(item => item is JsonObject row ? Row(parts, row) : item?.DeepClone())]),
        (_, JsonValue) => TypedDocument.Text(typed).Trim() is { Length: > 0 } text ? text : null,
        _ => typed?.DeepClone(),
    };

    /// <summary>The same for an edit: rows that nobody touched stay exactly as they were, with what no typed text carries.</summary>
    public static JsonNode? Of(FieldShape shape, JsonNode? typed, JsonNode? before, JsonNode? canonical)
    {
        var value = Of(shape, typed);
        if (shape is not ItemsShape parts || value is not JsonArray rows || before is not JsonArray typedBefore || canonical is not JsonArray wereBefore)
        {
            return value;
        }

        var were = typedBefore.Zip(wereBefore, (row, was) => (Row: Of(parts, row as JsonObject ?? []), Was: was)).ToList();
        return new JsonArray([.. rows.Select(row => were.Find(pair => JsonNode.DeepEquals(pair.Row, row)).Was?.DeepClone() ?? row?.DeepClone())]);
    }

    public static bool Differs(FieldShape shape, JsonNode? typed, JsonNode? before) =>
        !JsonNode.DeepEquals(Unspaced(Of(shape, typed)), Unspaced(Of(shape, before)));

    public static bool IsFalse(JsonNode? value) => value?.GetValueKind() == JsonValueKind.False;

    private static JsonObject Of(ItemsShape parts, JsonObject row) => Row(parts, row);

    private static JsonObject Row(ItemsShape parts, JsonObject row)
    {
        var item = new JsonObject();
        foreach (var (name, value) in row)
        {
            var complete = parts.Fields.FirstOrDefault(field => field.Name == name) is { } field ? Of(field.Shape, value) : value?.DeepClone();
            if (complete is not null && !IsFalse(complete))
            {
                item[name] = complete;
            }
        }

        return item;
    }

    /// <summary>An unticked box is no value; line breaks are those of the browser.</summary>
    private static JsonNode? Unspaced(JsonNode? value) => value switch
    {
        _ when IsFalse(value) => null,
        JsonValue when value.GetValueKind() == JsonValueKind.String => SnapshotText.Normalise(value.GetValue<string>()).Trim(),
        _ => value,
    };

    private static JsonArray? Some(IEnumerable<string> texts) => texts.Select(text => (JsonNode)text).ToArray() is { Length: > 0 } some ? new JsonArray(some) : null;
}
