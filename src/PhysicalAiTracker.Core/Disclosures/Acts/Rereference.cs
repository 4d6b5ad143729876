using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>Lets canonical values refer to one record in place of another.</summary>
internal sealed class Rereference(RecordKind kind, Guid from, Guid into)
{
    private readonly string _from = from.ToString();
    private readonly string _into = into.ToString();

    /// <summary>The value with the other reference; the same value where it has none.</summary>
    public JsonNode? Of(FieldShape shape, JsonNode? node) => (shape, node) switch
    {
        (PartyShape, JsonValue id) when kind == RecordKind.Party => Reference(id),
        (RecordShape record, JsonValue id) when kind == record.Kind => Reference(id),
        (ListShape list, JsonArray items) => new JsonArray([.. items.Select(item => Of(list.Of, item)?.DeepClone())]),
        (ItemsShape parts, JsonArray items) => Fold(parts, [.. items.OfType<JsonObject>()]),
        _ => node,
    };

    private JsonValue Reference(JsonValue id) => id.GetValueKind() == JsonValueKind.String && id.GetValue<string>() == _from ? JsonValue.Create(_into) : id;

    /// <summary>Two entries that come to name the same record become one where they can be the same.</summary>
    private JsonArray Fold(ItemsShape parts, IReadOnlyList<JsonObject> items)
    {
        var moved = items.Select(item => (
            Item: new JsonObject(item.Select(member => KeyValuePair.Create(member.Key, Of(ShapeOf(parts, member.Key), member.Value)?.DeepClone()))),
            Was: item)).ToList();
        var folded = new List<(JsonObject Item, bool IsMoved)>();
        foreach (var (item, was) in moved)
        {
            var isMoved = !JsonNode.DeepEquals(item, was);
            var twin = folded.FindIndex(other => (isMoved || other.IsMoved) && CanBeOne(parts, other.Item, item));
            if (twin < 0)
            {
                folded.Add((item, isMoved));
            }
            else
            {
                // What was said of the record that stays goes before what was said of the other.
                folded[twin] = (folded[twin].IsMoved ? One(parts, item, folded[twin].Item) : One(parts, folded[twin].Item, item), folded[twin].IsMoved && isMoved);
            }
        }

        return new JsonArray([.. folded.Select(entry => entry.Item)]);
    }

    /// <summary>They name the same, and differ in no text, date or required field.</summary>
    private static bool CanBeOne(ItemsShape parts, JsonObject one, JsonObject other) =>
        parts.Fields.Any(field => IsReference(field.Shape) && one[field.Name] is not null)
        && parts.Fields.Where(field => field.IsRequired || IsReference(field.Shape) || field.Shape is TextShape or DateShape)
            .All(field => JsonNode.DeepEquals(one[field.Name], other[field.Name]) || (!IsReference(field.Shape) && (one[field.Name] is null || other[field.Name] is null)));

    /// <summary>The first entry, with what it lacks from the second. A flag, which lessens what is said, stays only where both have it.</summary>
    private static JsonObject One(ItemsShape parts, JsonObject first, JsonObject second)
    {
        var one = new JsonObject();
        foreach (var field in parts.Fields)
        {
            var value = field.Shape is FlagShape && (first[field.Name] is null || second[field.Name] is null) ? null : first[field.Name] ?? second[field.Name];
            if (value is not null)
            {
                one.Add(field.Name, value.DeepClone());
            }
        }

        return one;
    }

    private static bool IsReference(FieldShape shape) => shape is PartyShape or RecordShape;

    private static FieldShape ShapeOf(ItemsShape parts, string name) => parts.Fields.First(field => field.Name == name).Shape;
}
