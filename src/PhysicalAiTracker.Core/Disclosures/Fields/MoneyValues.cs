using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>Money and quantities in JSON: a string as the press writes it, or an object with their parts.</summary>
internal static class MoneyValues
{
    /// <summary>The currency of an amount typed without one; the preview shows which was taken.</summary>
    internal const string DefaultCurrency = "USD";

    /// <summary>What a count without a unit counts.</summary>
    internal const string DefaultUnit = "people";

    private static readonly string[] MoneyParts = ["value", "currency", "qualifier", "usd", "usdRateOn"];
    private static readonly string[] QuantityParts = ["value", "high", "unit", "qualifier"];

    public static bool TryReadMoney(JsonNode node, string pointer, ReadContext context, out Money value)
    {
        value = null!;
        string? problem;
        switch (node)
        {
            case JsonObject parts:
                if (!KnownParts(parts, MoneyParts, pointer, context)
                    || !TryNumber(parts, "value", pointer, context, required: true, out var amount)
                    || !TryNumber(parts, "usd", pointer, context, required: false, out var usd)
                    || !TryQualifier(parts, pointer, context, out var qualifier)
                    || !TryRateDay(parts, pointer, context, out var rateOn))
                {
                    return false;
                }

                var currency = parts["currency"] is JsonValue code && code.GetValueKind() == JsonValueKind.String ? code.GetValue<string>() : "";
                value = Money.Create(amount!.Value, currency, qualifier, usd, rateOn, out problem)!;
                return value is not null || Values.Refuse(pointer, context, problem!);
            case JsonValue when node.GetValueKind() == JsonValueKind.String:
                return Money.TryParse(node.GetValue<string>(), DefaultCurrency, out value!, out _, out problem) || Values.Refuse(pointer, context, problem!);
            default:
                return Values.Refuse(pointer, context, "is no amount: write “$10 bn”, or {\"value\": 10000000000, \"currency\": \"USD\"}");
        }
    }

    public static JsonNode ShowMoney(Money money)
    {
        var node = new JsonObject { ["value"] = Values.Canonical(money.Value), ["currency"] = money.Currency };
        AddQualifier(node, money.Qualifier);
        if (money.Currency != DefaultCurrency && money.UsdMinor is { } cents)
        {
            node["usd"] = Values.Canonical(cents / 100m);
            node["usdRateOn"] = money.UsdRateOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return node;
    }

    public static bool TryReadQuantity(JsonNode node, string pointer, ReadContext context, out Quantity value)
    {
        value = null!;
        string? problem;
        switch (node)
        {
            case JsonObject parts:
                if (!KnownParts(parts, QuantityParts, pointer, context)
                    || !TryNumber(parts, "value", pointer, context, required: true, out var low)
                    || !TryNumber(parts, "high", pointer, context, required: false, out var high)
                    || !TryQualifier(parts, pointer, context, out var qualifier))
                {
                    return false;
                }

                var unit = parts["unit"] is JsonValue text && text.GetValueKind() == JsonValueKind.String ? text.GetValue<string>() : DefaultUnit;
                value = Quantity.Create(low!.Value, high, unit, qualifier, out problem)!;
                return value is not null || Values.Refuse(pointer, context, problem!);
            case JsonValue when node.GetValueKind() is JsonValueKind.String or JsonValueKind.Number:
                return Quantity.TryParse(node.ToString(), DefaultUnit, out value!, out problem) || Values.Refuse(pointer, context, problem!);
            default:
                return Values.Refuse(pointer, context, "is no quantity: write “more than 120”, or {\"value\": 120, \"unit\": \"people\"}");
        }
    }

    public static JsonNode ShowQuantity(Quantity quantity)
    {
        var node = new JsonObject { ["value"] = Values.Canonical(quantity.Value) };
        if (quantity.High is { } high)
        {
            node["high"] = Values.Canonical(high);
        }

        node["unit"] = quantity.Unit;
        AddQualifier(node, quantity.Qualifier);
        return node;
    }

    private static void AddQualifier(JsonObject node, Qualifier qualifier)
    {
        if (qualifier != Qualifier.Exactly)
        {
            node["qualifier"] = Words.Of(qualifier);
        }
    }

    private static bool KnownParts(JsonObject parts, string[] known, string pointer, ReadContext context)
    {
        var strange = parts.Select(part => part.Key).Where(name => !known.Contains(name, StringComparer.Ordinal)).ToList();
        strange.ForEach(name => context.Report(Pointers.Append(pointer, name), $"is no part here; known are {string.Join(", ", known)}"));
        return strange.Count == 0;
    }

    private static bool TryNumber(JsonObject parts, string name, string pointer, ReadContext context, bool required, out decimal? value)
    {
        value = null;
        if (parts[name] is not { } node)
        {
            return !required || Values.Refuse(Pointers.Append(pointer, name), context, "is required");
        }

        if (!Values.TryDecimal(node, out var number))
        {
            return Values.Refuse(Pointers.Append(pointer, name), context, "is not a number");
        }

        value = number;
        return true;
    }

    private static bool TryQualifier(JsonObject parts, string pointer, ReadContext context, out Qualifier qualifier)
    {
        qualifier = Qualifier.Exactly;
        return parts["qualifier"] is not { } node || Values.Word<Qualifier>().TryRead(node, Pointers.Append(pointer, "qualifier"), context, out qualifier);
    }

    private static bool TryRateDay(JsonObject parts, string pointer, ReadContext context, out DateOnly? day)
    {
        day = null;
        if (parts["usdRateOn"] is not { } node)
        {
            return true;
        }

        var read = Values.Day.TryRead(node, Pointers.Append(pointer, "usdRateOn"), context, out var value);
        day = read ? value : null;
        return read;
    }
}
