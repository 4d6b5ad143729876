using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>
/// Turns canonical JSON into what a person would type into a form: text for everything, one line an entry for lists, an array of
/// words for word lists, an array of objects for items. Reading it back gives the same value, but for the worth in US dollars of
/// another currency's amount, which no typed text carries.
/// </summary>
public static class FormText
{
    /// <summary>What an empty form has: text without a character.</summary>
    public static readonly string Empty = "";

    /// <summary>One value as typed; an empty text where there is none.</summary>
    /// <param name="names">Parties by id, see <see cref="ValueText.LoadNamesAsync"/>; a party that is not among them stays an id.</param>
    public static JsonNode Of(FieldShape shape, JsonNode? node, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) => (shape, node) switch
    {
        (ListShape { Of: WordShape }, JsonArray words) => words.DeepClone(),
        (ListShape { Of: WordShape } or ItemsShape, null) => new JsonArray(),
        (_, null) => Empty,
        (ListShape list, JsonArray items) => string.Join('\n', items.Select(item => Of(list.Of, item, names).ToString())),
        (ItemsShape parts, JsonArray items) => new JsonArray([.. items.OfType<JsonObject>().Select(item => Of(parts.Fields, item, names))]),
        (MoneyShape, _) => Typed(Values.Money, node, money => Reads(money) ? money.ToDisplay() : money.ToExact()),
        (QuantityShape, _) => Typed(Values.Quantity, node, quantity => quantity.ToDisplay()),
        (PartyShape, _) => Guid.TryParse(node.ToString(), out var id) && names.TryGetValue(id, out var party) ? party.Slug : node.ToString(),
        (FlagShape, _) => node.GetValueKind() == JsonValueKind.True ? "true" : "false",
        _ => node.ToString(),
    };

    /// <summary>All fields of an object as typed.</summary>
    public static JsonObject Of(IEnumerable<Field> fields, JsonObject values, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) =>
        new(fields.Where(field => values.ContainsKey(field.Name)).Select(field => KeyValuePair.Create(field.Name, (JsonNode?)Of(field.Shape, values[field.Name], names))));

    /// <summary>What the tracker takes for granted in a typed value, for the person to see: the currency or the unit; null where nothing.</summary>
    public static string? Assumed(FieldShape shape, string typed) => shape switch
    {
        MoneyShape when Money.TryParse(typed, MoneyValues.DefaultCurrency, out var money, out var assumed, out _) && assumed =>
            $"no currency was typed, {money.Currency} is taken",
        QuantityShape when !Quantity.TryParse(typed, null, out _, out _) && Quantity.TryParse(typed, MoneyValues.DefaultUnit, out var quantity, out _) =>
            $"no unit was typed, {quantity.Unit} is taken",
        _ => null,
    };

    /// <summary>Whether the short spelling loses nothing.</summary>
    private static bool Reads(Money money) =>
        Money.TryParse(money.ToDisplay(), out var read, out _) && (read.Minor, read.Currency, read.Qualifier) == (money.Minor, money.Currency, money.Qualifier);

    private static JsonNode Typed<T>(ValueType<T> type, JsonNode node, Func<T, string> show) =>
        type.TryRead(node, "", new ReadContext(), out var value) ? show(value) : node.ToString();
}
