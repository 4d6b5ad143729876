using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>
/// A disclosure as somebody types it: the members of <see cref="DisclosureDocument"/>, every value as text (see
/// <see cref="FormText"/>), and an edit of a record with all the record's fields in its <c>set</c>. An assertion whose
/// <c>fields</c> contain <see cref="AllFields"/> and nothing else supports whatever the change sets. What
/// <see cref="SuggestedChanges"/> keeps beside it is no part of what is meant.
/// </summary>
public static class TypedDocument
{
    public const string AllFields = "*";

    /// <summary>The document that is meant: empty texts of a new record left out; of an edit only what differs from its base, null where it was emptied.</summary>
    /// <param name="typed">Tidy, so that positions in both are the same: see <see cref="TidyText.Tidy"/>.</param>
    /// <param name="baseOf">What an edit started from; null for anything else.</param>
    public static JsonObject Complete(JsonObject typed, Func<JsonObject, EditBase?> baseOf)
    {
        var document = new JsonObject();
        foreach (var (name, value) in typed.Where(member => member.Key != SuggestedChanges.Proposals))
        {
            var complete = (name, value) switch
            {
                ("source", JsonObject source) => Source(source),
                ("origins", JsonArray origins) => Map(origins, Source),
                ("changes", JsonArray changes) => Map(changes, change => Change(change, baseOf(change))),
                _ => Given(value),
            };
            Put(document, name, complete);
        }

        return document;
    }

    /// <summary>The kind that a typed change names; null where it names none.</summary>
    public static RecordKind? KindOf(JsonObject change) => Words.TryParse<RecordKind>(Text(change["record"]), out var kind) ? kind : null;

    /// <summary>Whether two typed values of a field mean different things; null is an empty one.</summary>
    public static bool Differs(FieldShape shape, JsonNode? one, JsonNode? other) => TypedValue.Differs(shape, one, other);

    /// <summary>Text of a member; empty where it has none.</summary>
    public static string Text(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";

    private static JsonObject Source(JsonObject typed)
    {
        var source = new JsonObject();
        foreach (var (name, value) in typed)
        {
            Put(source, name, EvidenceFields.Source.Find(name) is { } field ? TypedValue.Of(field.Shape, value) : value is JsonObject snapshot ? Snapshot(snapshot) : Given(value));
        }

        return source;
    }

    /// <summary>Null where the form says that no text is stored: neither what it is nor a word of it.</summary>
    private static JsonObject? Snapshot(JsonObject typed) => Members(typed) is { Count: > 0 } members ? members : null;

    private static JsonObject Change(JsonObject typed, EditBase? started)
    {
        var schema = KindOf(typed) is { } kind ? RecordSchemas.Of(kind) : null;
        var change = new JsonObject();
        foreach (var (name, value) in typed.Where(member => member.Key != SuggestedChanges.Member))
        {
            var complete = (name, value) switch
            {
                ("set", JsonObject set) when schema is not null => started is null ? New(schema, set) : Edited(schema, set, started),
                ("assertions", JsonArray assertions) when schema is not null => Map(assertions, assertion => Assertion(schema, assertion)),
                _ => Given(value),
            };
            Put(change, name, complete);
        }

        return change;
    }

    private static JsonObject New(RecordSchema schema, JsonObject typed)
    {
        var set = new JsonObject();
        foreach (var (name, value) in typed)
        {
            var complete = schema.Find(name) is { } field ? TypedValue.Of(field.Shape, value) : Given(value);
            Put(set, name, TypedValue.IsFalse(complete) ? null : complete);
        }

        return set;
    }

    private static JsonObject Edited(RecordSchema schema, JsonObject typed, EditBase started)
    {
        var set = new JsonObject();
        foreach (var (name, value) in typed)
        {
            if (schema.Find(name) is not { } field)
            {
                Put(set, name, Given(value));
            }
            else if (TypedValue.Differs(field.Shape, value, started.Typed[name]))
            {
                // Set to null, not left out: the person emptied it.
                set[name] = TypedValue.Of(field.Shape, value, started.Typed[name], started.Canonical[name]);
            }
        }

        return set;
    }

    private static JsonObject Assertion(RecordSchema schema, JsonObject typed)
    {
        var assertion = new JsonObject();
        foreach (var (name, value) in typed)
        {
            var complete = (name, value) switch
            {
                ("fields", JsonArray fields) => Fields(fields),
                ("values", JsonObject values) => New(schema, values),
                ("passage", JsonObject passage) => Members(passage),
                _ => Given(value),
            };
            Put(assertion, name, complete);
        }

        return assertion;
    }

    /// <summary>Left out means all; an empty list means none but those with values of their own.</summary>
    private static JsonArray? Fields(JsonArray typed)
    {
        var named = typed.Select(Text).Where(name => name is not (AllFields or "")).ToList();
        return named.Count > 0 || !typed.Any(name => Text(name) == AllFields) ? new JsonArray([.. named.Select(name => (JsonNode)name)]) : null;
    }

    private static JsonObject Members(JsonObject typed)
    {
        var members = new JsonObject();
        foreach (var (name, value) in typed)
        {
            Put(members, name, Given(value));
        }

        return members;
    }

    /// <summary>What was typed, or null where nothing was.</summary>
    private static JsonNode? Given(JsonNode? value) => value is JsonValue && string.IsNullOrWhiteSpace(Text(value)) ? null : value?.DeepClone();

    private static JsonArray Map(JsonArray items, Func<JsonObject, JsonObject> map) =>
        new([.. items.Select(item => item is JsonObject members ? map(members) : item?.DeepClone())]);

    private static void Put(JsonObject owner, string name, JsonNode? value)
    {
        if (value is not null)
        {
            owner[name] = value;
        }
    }
}
