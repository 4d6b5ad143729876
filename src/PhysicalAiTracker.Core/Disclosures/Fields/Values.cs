using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>How one sort of value is read from JSON and shown as canonical JSON.</summary>
public sealed record ValueType<T>(ReadValue<T> TryRead, Func<T, JsonNode> Show);

/// <summary>Reads a value, or reports to the context why it is none and answers false.</summary>
public delegate bool ReadValue<T>(JsonNode node, string pointer, ReadContext context, out T value);

/// <summary>The sorts of value that fields have. A string always does, as a person would type it.</summary>
internal static class Values
{
    public static readonly ValueType<string> Url = new(
        (JsonNode node, string pointer, ReadContext context, out string value) =>
        {
            if (!ReadText(node, Source.UrlLength, pointer, context, out value))
            {
                return false;
            }

            return NormalisedUrl.Of(value, out var problem) is not null || Refuse(pointer, context, problem!);
        },
        value => JsonValue.Create(value));

    public static readonly ValueType<string> Slug = new(
        (JsonNode node, string pointer, ReadContext context, out string value) =>
            ReadText(node, Shared.Slug.MaxLength, pointer, context, out value)
            && (Shared.Slug.IsValid(value) || Refuse(pointer, context, $"“{value}” must be lower-case letters and digits joined by single hyphens")),
        value => JsonValue.Create(value));

    public static readonly ValueType<PartialDate> Date = new(
        (JsonNode node, string pointer, ReadContext context, out PartialDate value) =>
        {
            value = null!;
            return ReadText(node, 40, pointer, context, out var text)
                && (PartialDate.TryParse(text, out value!, out var problem) || Refuse(pointer, context, problem!));
        },
        value => JsonValue.Create(value.Text));

    public static readonly ValueType<DateOnly> Day = new(
        (JsonNode node, string pointer, ReadContext context, out DateOnly value) =>
        {
            value = default;
            return ReadText(node, 40, pointer, context, out var text)
                && (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value)
                    || Refuse(pointer, context, $"“{ReadContext.Short(text)}” is no day: write it as 2026-11-22"));
        },
        value => JsonValue.Create(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    public static readonly ValueType<decimal> Number = new(
        (JsonNode node, string pointer, ReadContext context, out decimal value) =>
            TryDecimal(node, out value) || Refuse(pointer, context, "is not a number"),
        value => JsonValue.Create(Canonical(value)));

    public static readonly ValueType<bool> Flag = new(
        (JsonNode node, string pointer, ReadContext context, out bool value) =>
        {
            value = node.GetValueKind() == JsonValueKind.True || (node.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is "true" or "on");
            return value || node.GetValueKind() == JsonValueKind.False || (node.GetValueKind() == JsonValueKind.String && node.GetValue<string>() is "false")
                || Refuse(pointer, context, "is neither true nor false");
        },
        value => JsonValue.Create(value));

    public static readonly ValueType<Money> Money = new(MoneyValues.TryReadMoney, MoneyValues.ShowMoney);

    public static readonly ValueType<Quantity> Quantity = new(MoneyValues.TryReadQuantity, MoneyValues.ShowQuantity);

    public static ValueType<string> Text(int max) => new(
        (JsonNode node, string pointer, ReadContext context, out string value) => ReadText(node, max, pointer, context, out value),
        value => JsonValue.Create(value));

    public static ValueType<int> Integer(int min, int max) => new(
        (JsonNode node, string pointer, ReadContext context, out int value) =>
        {
            var whole = TryDecimal(node, out var number) && number >= min && number <= max && decimal.Truncate(number) == number;
            value = whole ? (int)number : 0;
            return whole || Refuse(pointer, context, $"is not a whole number from {min} to {max}");
        },
        value => JsonValue.Create(value));

    public static ValueType<TEnum> Word<TEnum>()
        where TEnum : struct, Enum => new(
        (JsonNode node, string pointer, ReadContext context, out TEnum value) =>
        {
            value = default;
            return ReadText(node, 60, pointer, context, out var text)
                && (Words.TryParse(text, out value)
                    || Refuse(pointer, context, $"“{ReadContext.Short(text)}” is none of {string.Join(", ", Words.All<TEnum>())}"));
        },
        value => JsonValue.Create(Words.Of(value)));

    public static ValueType<Guid> Reference(Func<ReadContext, string, string, Guid?> find) => new(
        (JsonNode node, string pointer, ReadContext context, out Guid value) =>
        {
            value = default;
            if (!ReadText(node, 300, pointer, context, out var text) || find(context, text, pointer) is not { } id)
            {
                return false;
            }

            value = id;
            return true;
        },
        value => JsonValue.Create(value.ToString()));

    /// <summary>Reads the elements of an array; null clears to an empty list, anything else is reported and answers null.</summary>
    public static List<TItem>? ReadArray<TItem>(JsonNode? node, string pointer, ReadContext context, int max, Func<JsonNode, string, TItem> read)
    {
        switch (node)
        {
            case null:
                return [];
            case JsonArray { Count: var count } when count > max:
                context.Report(pointer, $"has {count} entries; {max} are the most");
                return null;
            case JsonArray array:
                var items = new List<TItem>(array.Count);
                for (var index = 0; index < array.Count; index++)
                {
                    var at = Pointers.Append(pointer, index);
                    if (array[index] is { } item)
                    {
                        items.Add(read(item, at));
                    }
                    else
                    {
                        context.Report(at, "is null");
                    }
                }

                return items;
            default:
                context.Report(pointer, "is not a list");
                return null;
        }
    }

    public static bool Refuse(string pointer, ReadContext context, string message)
    {
        context.Report(pointer, message);
        return false;
    }

    /// <summary>Trimmed text without control characters, which PostgreSQL would refuse and a page would not show.</summary>
    public static bool ReadText(JsonNode node, int max, string pointer, ReadContext context, out string value)
    {
        value = "";
        if (node.GetValueKind() != JsonValueKind.String)
        {
            return Refuse(pointer, context, "is not text");
        }

        value = SnapshotText.Normalise(node.GetValue<string>()).Trim();
        return value.Length switch
        {
            0 => Refuse(pointer, context, "is empty"),
            _ when value.Length > max => Refuse(pointer, context, $"has {value.Length:N0} characters; {max:N0} are the most"),
            _ => true,
        };
    }

    public static bool TryDecimal(JsonNode node, out decimal value)
    {
        value = 0;
        return node.GetValueKind() switch
        {
            JsonValueKind.Number => decimal.TryParse(node.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out value),
            JsonValueKind.String => decimal.TryParse(node.GetValue<string>().Trim(), NumberStyles.Number, CultureInfo.InvariantCulture, out value),
            _ => false,
        };
    }

    /// <summary>1.50 and 1.5 are one value, so they get one spelling.</summary>
    public static decimal Canonical(decimal value) => value / 1.0000000000000000000000000000m;
}
