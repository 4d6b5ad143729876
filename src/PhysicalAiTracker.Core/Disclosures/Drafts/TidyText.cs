using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Takes out of a typed document what nobody filled in: blank rows, blank evidence, blank origins.</summary>
public static class TidyText
{
    /// <summary>What stands in a form's select or box before anybody touched it.</summary>
    private static readonly (string Name, string Word)[] Untouched =
        [("polarity", "affirms"), ("modality", "stated"), ("fields", TypedDocument.AllFields), ("kind", "other"), ("seen", "false"), ("candidate", "false")];

    /// <summary>A copy without blanks, so that what is wrong in it has the same pointer here and in <see cref="TypedDocument.Complete"/>.</summary>
    public static JsonObject Tidy(JsonObject typed)
    {
        var tidy = typed.DeepClone().AsObject();
        RemoveBlank(tidy["origins"]);
        foreach (var change in (tidy["changes"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            RemoveBlank(change["assertions"]);
            if (TypedDocument.KindOf(change) is not { } kind)
            {
                continue;
            }

            TidyRows(RecordSchemas.Of(kind), change["set"]);
            foreach (var assertion in (change["assertions"] as JsonArray)?.OfType<JsonObject>() ?? [])
            {
                TidyRows(RecordSchemas.Of(kind), assertion["values"]);
            }
        }

        NameOrigins(tidy["origins"] as JsonArray ?? []);
        return tidy;
    }

    private static void TidyRows(RecordSchema schema, JsonNode? values)
    {
        foreach (var (_, rows) in (values as JsonObject ?? []).Where(member => schema.Find(member.Key)?.Shape is ItemsShape))
        {
            RemoveBlank(rows);
        }
    }

    private static void RemoveBlank(JsonNode? rows)
    {
        foreach (var blank in (rows as JsonArray)?.Where(row => IsBlank("", row)).ToList() ?? [])
        {
            ((JsonArray)rows!).Remove(blank);
        }
    }

    private static bool IsBlank(string name, JsonNode? node) => node switch
    {
        null => true,
        JsonObject members => members.All(member => IsBlank(member.Key, member.Value)),
        JsonArray items => items.All(item => IsBlank(name, item)),
        _ => TypedDocument.Text(node) is var text && (string.IsNullOrWhiteSpace(text) || Untouched.Contains((name, text))),
    };

    /// <summary>Evidence refers to an origin by its slug, so that one must have one before it is stored.</summary>
    private static void NameOrigins(JsonArray origins)
    {
        foreach (var origin in origins.OfType<JsonObject>().Where(origin => string.IsNullOrWhiteSpace(TypedDocument.Text(origin["slug"]))))
        {
            if (Slug.From($"{TypedDocument.Text(origin["publisher"])} {TypedDocument.Text(origin["title"])}") is { } slug)
            {
                origin["slug"] = slug;
            }
        }
    }
}
