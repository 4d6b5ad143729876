using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>Lays an edit beside the version that somebody else published meanwhile.</summary>
public static class ConflictRows
{
    /// <summary>The fields whose typed value is not the current one.</summary>
    public static IEnumerable<ConflictRow> Of(RecordSchema schema, JsonObject set, EditedRecord edited) =>
        from field in schema.Fields
        let current = edited.Current.Typed[field.Name]
        where TypedDocument.Differs(field.Shape, set[field.Name], current)
        select new ConflictRow(
            field.Name,
            field.Label,
            Typed(set[field.Name]),
            edited.Current.Shown.GetValueOrDefault(field.Name, "nothing"),
            IsMine(field, set, edited));

    /// <summary>
    /// The edit as an edit of the current version: what the person changed stays as typed, everything else becomes current,
    /// unless <paramref name="choice"/> says “yours” or “current” for a field.
    /// </summary>
    public static void Rebase(JsonObject change, RecordSchema schema, EditedRecord edited, Func<string, string?> choice)
    {
        var set = change["set"] as JsonObject ?? [];
        var rebased = new JsonObject();
        foreach (var field in schema.Fields)
        {
            var mine = choice(field.Name) switch { "yours" => true, "current" => false, _ => IsMine(field, set, edited) };
            if ((mine ? set[field.Name] : edited.Current.Typed[field.Name]) is { } value)
            {
                rebased[field.Name] = value.DeepClone();
            }
        }

        change["set"] = rebased;
        change["version"] = edited.Current.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static bool IsMine(Field field, JsonObject set, EditedRecord edited) =>
        edited.Started is null || TypedDocument.Differs(field.Shape, set[field.Name], edited.Started.Typed[field.Name]);

    private static string Typed(JsonNode? value) => value switch
    {
        JsonArray { Count: > 0 } items => string.Join("; ", items.Select(Typed)),
        JsonObject row => string.Join(", ", row.Select(member => Typed(member.Value)).Where(text => text != "nothing")),
        _ => TypedDocument.Text(value) is { Length: > 0 } text ? text : "nothing",
    };
}
