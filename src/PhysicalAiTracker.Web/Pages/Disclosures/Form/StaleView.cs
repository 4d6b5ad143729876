using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>Two versions of one draft, from two tabs, side by side.</summary>
/// <param name="Rows">The inputs that differ: their pointers and both texts.</param>
public sealed record StaleView(int Version, string By, DateTime SavedAt, IReadOnlyList<(string Pointer, string Yours, string Saved)> Rows)
{
    private const int LongestShown = 300;

    public static StaleView Of(DraftItem theirs, JsonObject typed)
    {
        var yours = Flat(typed);
        var saved = Flat(theirs.Typed);
        var rows = yours.Keys.Union(saved.Keys).Order(StringComparer.Ordinal)
            .Select(pointer => (pointer, yours.GetValueOrDefault(pointer, ""), saved.GetValueOrDefault(pointer, "")))
            .Where(row => row.Item2 != row.Item3).Select(row => (row.pointer, Short(row.Item2), Short(row.Item3)));
        return new StaleView(theirs.Version, theirs.SavedBy, theirs.UpdatedAt, [.. rows]);
    }

    private static Dictionary<string, string> Flat(JsonObject typed)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(typed, "", all);
        return all;
    }

    private static void Flatten(JsonNode? node, string pointer, Dictionary<string, string> all)
    {
        switch (node)
        {
            case JsonObject members:
                members.Where(member => member.Key is not (SuggestedChanges.Member or SuggestedChanges.Proposals)).ToList().ForEach(member => Flatten(member.Value, Pointers.Append(pointer, member.Key), all));
                break;
            case JsonArray items when items.All(item => item is JsonValue):
                all[pointer] = string.Join(", ", items.Select(TypedDocument.Text));
                break;
            case JsonArray items:
                items.Index().ToList().ForEach(item => Flatten(item.Item, Pointers.Append(pointer, item.Index), all));
                break;
            default:
                all[pointer] = TypedDocument.Text(node);
                break;
        }
    }

    private static string Short(string text) => text.Length <= LongestShown ? text : text[..LongestShown] + "…";
}
