using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>One column of a table.</summary>
/// <param name="Header">The member's name, and its unit in brackets where it has one.</param>
/// <param name="Value">Reads it from the row's JSON.</param>
internal sealed record ExportColumn(string Header, Func<JsonObject, JsonNode?> Value);

/// <summary>How a row of JSON is a line of a table: amounts and quantities as several columns, lists of words behind one another, other lists as JSON.</summary>
internal static class ExportColumns
{
    private const string Between = "; ";

    /// <summary>Of a field that forms and REST have too.</summary>
    public static IEnumerable<ExportColumn> Of(Field field) => field.Shape switch
    {
        MoneyShape =>
        [
            Part(field.Name, "value", " (in its currency)"), Part(field.Name, "currency", "Currency (ISO 4217)"), Part(field.Name, "qualifier", "Qualifier"),
            Part(field.Name, "usd", "Usd (US dollars)"), Part(field.Name, "usdRateOn", "UsdRateOn (ISO 8601)"),
        ],
        QuantityShape => [Part(field.Name, "value", " (in its unit)"), Part(field.Name, "high", "High (in its unit)"), Part(field.Name, "unit", "Unit"), Part(field.Name, "qualifier", "Qualifier")],
        DateShape => [Date(field.Name)],
        DayShape => [Member(field.Name, " (ISO 8601)")],
        _ => [Member(field.Name)],
    };

    public static ExportColumn Member(string name, string unit = "") => new(name + unit, row => Flat(row[name]));

    public static ExportColumn Date(string name) => Member(name, " (EDTF)");

    public static ExportColumn Time(string name) => Member(name, " (UTC)");

    private static ExportColumn Part(string name, string part, string behind) => new(name + behind, row => row[name]?[part]);

    private static JsonNode? Flat(JsonNode? value) => value switch
    {
        JsonArray { Count: 0 } => null,
        JsonArray items when items.All(item => item is JsonValue) => string.Join(Between, items.Select(item => item!.ToString())),
        JsonArray or JsonObject => value.ToJsonString(ExportJson.Options),
        _ => value,
    };
}
