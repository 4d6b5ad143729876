using System.Globalization;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>
/// What the small buttons of the form do to the typed document. A button's value is a word and a pointer: <c>row:/changes/0/set/participations</c>.
/// </summary>
public static class FormActions
{
    /// <summary>Changes in one form. Longer disclosures come as imports.</summary>
    public const int MaxChanges = 100;

    /// <summary>Where to go on the page afterwards; null where the button is unknown or its thing is gone, and nothing was done.</summary>
    public static string? Apply(JsonObject typed, string action, Func<string, string?> control)
    {
        var (verb, target) = action.Split(':', 2) is [var word, var rest] ? (word, rest) : (action, "");
        return verb switch
        {
            "add" => Words.TryParse<RecordKind>(target, out _) ? Add(typed, new JsonObject { ["record"] = target, ["set"] = new JsonObject() }) : null,
            "origin" => Append(typed, "/origins", new JsonObject { ["kind"] = "article", ["seen"] = "false" }),
            "row" => Append(typed, target, []),
            "evidence" => AddEvidence(typed, target),
            "value" => AddValue(typed, target, control(action)),
            "remove" => Remove(typed, target),
            _ => null,
        };
    }

    /// <summary>Adds a change, unless there are as many as the form takes.</summary>
    public static string? Add(JsonObject typed, JsonObject change) =>
        (typed["changes"] as JsonArray)?.Count >= MaxChanges ? null : Append(typed, "/changes", change);

    public static int Count(JsonObject typed) => (typed["changes"] as JsonArray)?.Count ?? 0;

    private static string? AddEvidence(JsonObject typed, string change)
    {
        // The empty evidence that a card without any shows is part of the page only once something is typed into it.
        return Find(typed, change) is JsonObject ? Append(typed, $"{change}/assertions", EvidenceViews.Blank()) : null;
    }

    private static string? AddValue(JsonObject typed, string assertion, string? field)
    {
        if (Find(typed, assertion) is not JsonObject node || string.IsNullOrEmpty(field))
        {
            return null;
        }

        var values = node["values"] as JsonObject ?? [];
        values[field] ??= "";
        node["values"] = values.Parent is null ? values : values.DeepClone();
        return $"{assertion}/values/{field}";
    }

    private static string? Append(JsonObject typed, string pointer, JsonObject item)
    {
        if (Find(typed, Parent(pointer)) is not JsonObject owner)
        {
            return null;
        }

        if (owner[Last(pointer)] is not JsonArray items)
        {
            owner[Last(pointer)] = items = [];
        }

        items.Add(item);
        return Pointers.Append(pointer, items.Count - 1);
    }

    private static string? Remove(JsonObject typed, string pointer)
    {
        switch (Find(typed, Parent(pointer)))
        {
            case JsonArray items when int.TryParse(Last(pointer), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count:
                items.RemoveAt(index);
                return Parent(pointer);
            case JsonObject owner when owner.Remove(Last(pointer)):
                return Parent(Parent(pointer));
            default:
                return null;
        }
    }

    private static string Parent(string pointer) => pointer.LastIndexOf('/') is > 0 and var at ? pointer[..at] : "";

    private static string Last(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    private static JsonNode? Find(JsonNode? node, string pointer)
    {
        foreach (var segment in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            node = node switch
            {
                JsonObject members => members[segment],
                JsonArray items when int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < items.Count => items[index],
                _ => null,
            };
        }

        return node;
    }
}
