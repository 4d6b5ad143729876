using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.Disclosures.Fields;

/// <summary>What is wrong with a text that is no JSON, in words for whoever wrote it.</summary>
internal static class JsonFault
{
    /// <summary>What an escape such as <c>\ud800</c> without its other half is.</summary>
    public const string HalfPair = "has half of a surrogate pair, which is no text and cannot be stored";

    /// <summary>Members and places in lists that lead to the first text with half of a surrogate pair; null where there is none.</summary>
    public static IReadOnlyList<string>? HalfPairIn(JsonNode? node) => HalfPairIn(node, []);

    /// <param name="isLine">Whether the text is one line, whose number is told already.</param>
    public static string Of(JsonException exception, bool isLine = false) => exception is { LineNumber: { } line, BytePositionInLine: { } position }
        ? FormattableString.Invariant($"is no JSON from {(isLine ? "" : $"line {line + 1}, ")}byte {position + 1} on")
        : "is no JSON: a member is there twice, or too much is nested";

    private static ImmutableArray<string>? HalfPairIn(JsonNode? node, ImmutableArray<string> path)
    {
        try
        {
            switch (node)
            {
                case JsonObject members:
                    return members.Select(member => HalfPairIn(member.Value, path.Add(member.Key))).FirstOrDefault(found => found is not null);
                case JsonArray items:
                    return items.Select((item, index) => HalfPairIn(item, path.Add(index.ToString(CultureInfo.InvariantCulture)))).FirstOrDefault(found => found is not null);
                case JsonValue value when value.GetValueKind() == JsonValueKind.String:
                    value.GetValue<string>();
                    break;
            }

            return null;
        }
        catch (InvalidOperationException)
        {
            // What a reader of JSON throws for such a text, also where it is the name of a member.
            return path;
        }
    }
}
