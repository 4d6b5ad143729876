using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Api.Lists;

/// <summary>One column of a table.</summary>
/// <param name="Header">The member's name, and its unit in brackets where it has one.</param>
/// <param name="Value">Reads it from the item's JSON.</param>
internal sealed record CsvColumn(string Header, Func<JsonObject, JsonNode?> Value);

/// <summary>The columns of a kind of item: its members, those with parts as several columns.</summary>
internal static class CsvColumns
{
    private const string Between = "; ";

    /// <param name="members">Names of those wanted, in their order.</param>
    public static IReadOnlyList<CsvColumn> Of(Type item, IReadOnlyCollection<string> members) =>
        [.. ApiJson.WrittenOf(item).Where(member => members.Contains(member.Name)).SelectMany(member => Of(member.Name, Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType))];

    private static IEnumerable<CsvColumn> Of(string name, Type type) => type switch
    {
        _ when type == typeof(MoneyItem) => Money(name),
        _ when type == typeof(ValuationItem) => [.. Money(name), Part(name, "kind", "Kind")],
        _ when type == typeof(QuantityItem) => [Part(name, "value", " (in its unit)"), Part(name, "high", "High (in its unit)"), Part(name, "unit", "Unit"), Part(name, "qualifier", "Qualifier")],
        _ when type == typeof(PartyLink) => [Part(name, "slug", ""), Part(name, "name", "Name")],
        _ when type == typeof(SourceLink) => [Part(name, "slug", ""), Part(name, "title", "Title")],
        _ when type == typeof(RoundLink) => [Part(name, "id", "")],
        _ when type == typeof(PartialDate) => [Whole(name, " (EDTF)")],
        _ when type == typeof(DateTime) => [Whole(name, " (UTC)")],
        _ when type == typeof(DateOnly) => [Whole(name, " (ISO 8601)")],
        _ => [new CsvColumn(name, item => Flat(item[name]))],
    };

    private static IEnumerable<CsvColumn> Money(string name) =>
    [
        Part(name, "value", " (in its currency)"), Part(name, "currency", "Currency (ISO 4217)"), Part(name, "usd", "Usd (US dollars)"), Part(name, "qualifier", "Qualifier"),
        Part(name, "usdRateOn", "UsdRateOn (ISO 8601)"),
    ];

    private static CsvColumn Whole(string name, string unit) => new(name + unit, item => item[name]);

    private static CsvColumn Part(string name, string part, string behind) => new(name + behind, item => item[name]?[part]);

    /// <summary>A list is its words, or the slugs of its items, one behind the other; what fits in no cell is JSON.</summary>
    private static JsonNode? Flat(JsonNode? value) => value switch
    {
        JsonArray { Count: 0 } => null,
        JsonArray items when items.All(item => item is JsonValue) => string.Join(Between, items.Select(item => item!.ToString())),
        JsonArray items when items.All(item => item is JsonObject o && o.ContainsKey("slug")) => string.Join(Between, items.Select(item => (string?)item!["slug"])),
        JsonArray or JsonObject => value.ToJsonString(ApiJson.Options),
        _ => value,
    };
}
