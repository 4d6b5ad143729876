using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Importing;

/// <summary>
/// JSON Schemas (draft 7) of a pack's two files, made from the same fields that validate them. Editors check with these while
/// somebody types; the importer checks more: passages, references, rules across fields.
/// </summary>
public static class SeedSchema
{
    private const string Draft = "http://json-schema.org/draft-07/schema#";

    /// <summary>Of <c>source.json</c>.</summary>
    public static JsonObject Source()
    {
        var schema = SourceObject();
        schema["properties"]!["$schema"] = Type("string");
        schema["properties"]!["snapshot"] = Closed(
            new JsonObject { ["kind"] = Enumeration(Words.All<SnapshotKind>()), ["file"] = Text(255, "Name of the text file beside this one.") }, "kind", "file");
        schema["properties"]!["origins"] = ArrayOf(SourceObject(), DisclosureDocument.MaxOrigins);
        return Headed("Source of a pack", schema);
    }

    /// <summary>Of <c>disclosure.json</c>.</summary>
    public static JsonObject Disclosure()
    {
        var schema = Closed(
            new JsonObject
            {
                ["$schema"] = Type("string"),
                ["title"] = Text(Disclosures.Disclosure.TitleLength, "What this disclosure is, in our words."),
                ["changes"] = ArrayOf(new JsonObject { ["oneOf"] = new JsonArray([.. RecordSchemas.All.Select(Change)]) }, DisclosureDocument.MaxChanges),
            },
            "title",
            "changes");
        schema["properties"]!["changes"]!["minItems"] = 1;
        return Headed("Disclosure of a pack", schema);
    }

    private static JsonObject Headed(string title, JsonObject schema)
    {
        var head = new JsonObject { ["$schema"] = Draft, ["title"] = title };
        foreach (var (name, value) in schema)
        {
            head[name] = value?.DeepClone();
        }

        return head;
    }

    private static JsonObject SourceObject() => Members(EvidenceFields.Source.All, required: true);

    private static JsonNode Change(RecordSchema schema)
    {
        return Closed(
            new JsonObject
            {
                ["record"] = new JsonObject { ["const"] = Words.Of(schema.Kind) },
                ["ref"] = Text(60, "Name of the record in this document, used as #ref."),
                ["id"] = Text(Slug.MaxLength, "Slug or id of a known record that this changes."),
                ["version"] = new JsonObject { ["type"] = "integer", ["minimum"] = 1 },
                ["reason"] = Enumeration(Words.All<History.RevisionReason>()),
                ["note"] = Text(History.Revision.NoteLength, null),
                // null takes a value away from a record that has one.
                ["set"] = OrNull(Members(schema.Fields, required: false)),
                ["assertions"] = ArrayOf(AssertionObject(schema), DisclosureDocument.MaxAssertions),
            },
            "record");
    }

    private static JsonObject AssertionObject(RecordSchema record)
    {
        var schema = Members(EvidenceFields.Assertion.All, required: true);
        var properties = schema["properties"]!.AsObject();
        properties["fields"] = ArrayOf(Enumeration([.. record.Fields.Select(field => field.Name)]), record.Fields.Count);
        // null: the passage says that the value is not told.
        properties["values"] = OrNull(Members(record.Fields, required: false));
        properties["claimant"] = Text(Assertion.NameLength, "Who speaks: a party's slug, #ref or a name.");
        properties["passage"] = Closed(
            new JsonObject
            {
                ["exact"] = Text(Passage.ExactLength, "The words as they stand in the text."),
                ["prefix"] = Text(Passage.ContextLength, "The words just before, where the quote stands more than once."),
                ["suffix"] = Text(Passage.ContextLength, "The words just behind."),
                ["locator"] = Text(Passage.LocatorLength, "Instead of a proved quote, where the text may not or could not be stored: page, line or time in the document."),
            });
        properties["passage"]!["anyOf"] = new JsonArray(Requiring("exact"), Requiring("locator"));
        schema["required"] = new JsonArray("passage");
        return schema;
    }

    private static JsonObject Requiring(string name) => new() { ["required"] = new JsonArray(name) };

    private static JsonObject OrNull(JsonObject members)
    {
        foreach (var (name, value) in members["properties"]!.AsObject().ToList())
        {
            members["properties"]![name] = new JsonObject { ["anyOf"] = new JsonArray(value!.DeepClone(), Type("null")) };
        }

        return members;
    }

    private static JsonObject Members(IEnumerable<Field> fields, bool required)
    {
        var properties = new JsonObject();
        var names = new List<string>();
        foreach (var field in fields)
        {
            properties[field.Name] = Described(Shape(field.Shape), field);
            if (required && field.IsRequired)
            {
                names.Add(field.Name);
            }
        }

        return Closed(properties, [.. names]);
    }

    private static JsonObject Described(JsonObject schema, Field field)
    {
        schema["description"] = field.Hint is null ? field.Label : $"{field.Label}. {field.Hint}";
        return schema;
    }

    private static JsonObject Shape(FieldShape shape) => shape switch
    {
        TextShape text => Text(text.MaxLength, null),
        UrlShape url => Text(url.MaxLength, null),
        WordShape word => Enumeration(word.Allowed),
        DateShape => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?$" },
        DayShape => new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" },
        MoneyShape => Either(
            Text(100, null),
            new JsonObject
            {
                ["value"] = Type("number"),
                ["currency"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[A-Z]{3}$" },
                ["qualifier"] = Enumeration(Words.All<Qualifier>()),
                ["usd"] = Type("number"),
                ["usdRateOn"] = Shape(new DayShape()),
            },
            "value",
            "currency"),
        QuantityShape => Either(
            Text(100, null),
            new JsonObject { ["value"] = Type("number"), ["high"] = Type("number"), ["unit"] = Text(Quantity.UnitLength, null), ["qualifier"] = Enumeration(Words.All<Qualifier>()) },
            "value"),
        NumberShape => Type("number"),
        IntegerShape integer => new JsonObject { ["type"] = "integer", ["minimum"] = integer.Min, ["maximum"] = integer.Max },
        FlagShape => Type("boolean"),
        ListShape list => ArrayOf(Shape(list.Of), list.MaxItems),
        ItemsShape items => ArrayOf(Members(items.Fields, required: true), items.MaxItems),
        _ => Text(200, null),
    };

    private static JsonObject Either(JsonObject first, JsonObject parts, params string[] required) =>
        new() { ["oneOf"] = new JsonArray(first, Closed(parts, required)) };

    private static JsonObject Closed(JsonObject properties, params string[] required) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. required.Select(name => JsonValue.Create(name))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject ArrayOf(JsonObject items, int most) => new() { ["type"] = "array", ["items"] = items, ["maxItems"] = most };

    private static JsonObject Enumeration(IReadOnlyList<string> words) => new() { ["enum"] = new JsonArray([.. words.Select(word => JsonValue.Create(word))]) };

    private static JsonObject Type(string name) => new() { ["type"] = name };

    private static JsonObject Text(int max, string? description)
    {
        var schema = new JsonObject { ["type"] = "string", ["minLength"] = 1, ["maxLength"] = max };
        if (description is not null)
        {
            schema["description"] = description;
        }

        return schema;
    }
}
