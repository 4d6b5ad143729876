using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>The way back from <see cref="TypedDocument"/>: a document that a program sent, as somebody would have typed it.</summary>
internal static class WholeDocument
{
    private static readonly Dictionary<Guid, (string Slug, string Name)> NoNames = [];

    /// <param name="baseOf">What an edit started from; null for anything else.</param>
    public static JsonObject Type(JsonObject whole, Func<JsonObject, EditBase?> baseOf)
    {
        var typed = new JsonObject();
        foreach (var (name, value) in whole)
        {
            typed[name] = (name, value) switch
            {
                ("source", JsonObject source) => Source(source),
                ("origins", JsonArray origins) => Map(origins, Source),
                ("changes", JsonArray changes) => Map(changes, change => Change(change, baseOf(change))),
                _ => Texts(value),
            };
        }

        return typed;
    }

    /// <summary>The same with every number and flag as text.</summary>
    public static JsonNode? Texts(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, Texts(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Texts)]),
        JsonValue value when value.GetValueKind() != JsonValueKind.String => value.ToJsonString(),
        _ => node?.DeepClone(),
    };

    private static JsonObject Source(JsonObject whole) => Values(EvidenceFields.Source.All, whole);

    private static JsonObject Change(JsonObject whole, EditBase? started)
    {
        var fields = Words.TryParse<History.RecordKind>(whole["record"]?.ToString(), out var kind) ? RecordSchemas.Of(kind).Fields : [];
        var typed = new JsonObject();
        foreach (var (name, value) in whole)
        {
            typed[name] = (name, value) switch
            {
                ("set", JsonObject set) => Set(fields, set, started),
                ("assertions", JsonArray assertions) => Map(assertions, assertion => Assertion(fields, assertion)),
                _ => Texts(value),
            };
        }

        return typed;
    }

    /// <summary>An edit's form has all fields of the record.</summary>
    private static JsonObject Set(IReadOnlyList<Field> fields, JsonObject set, EditBase? started)
    {
        var typed = started?.Typed.DeepClone().AsObject() ?? [];
        foreach (var (name, value) in Values(fields, set))
        {
            typed[name] = value?.DeepClone();
        }

        return typed;
    }

    private static JsonObject Assertion(IReadOnlyList<Field> fields, JsonObject whole)
    {
        var typed = new JsonObject { ["fields"] = new JsonArray(TypedDocument.AllFields) };
        foreach (var (name, value) in whole)
        {
            typed[name] = name == "values" && value is JsonObject values ? Values(fields, values) : Texts(value);
        }

        return typed;
    }

    private static JsonObject Values(IReadOnlyList<Field> fields, JsonObject values) => new(values.Select(value => KeyValuePair.Create(
        value.Key, fields.FirstOrDefault(field => field.Name == value.Key) is { } field ? FormText.Of(field.Shape, value.Value, NoNames) : Texts(value.Value))));

    private static JsonArray Map(JsonArray items, Func<JsonObject, JsonObject> map) =>
        new([.. items.Select(item => item is JsonObject members ? map(members) : Texts(item))]);
}
