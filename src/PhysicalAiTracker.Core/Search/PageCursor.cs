using System.Buffers.Text;
using System.Text.Json;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search;

/// <summary>An opaque cursor: the keys of a page's last row, or of its first for the way back, stamped with the query they belong to.</summary>
internal sealed class PageCursor(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
{
    private const int StampLength = 12;

    private const int Back = 1;
    private const int Itself = 2;

    private readonly string _stamp = StampOf(values);

    public string Write(Place place) =>
        Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(new object?[] { _stamp, place.Keys, (place.Backward ? Back : 0) | (place.Inclusive ? Itself : 0) }));

    /// <summary>The place to go on from; null from the beginning, or after reporting that the cursor is not this query's.</summary>
    public Place? Read<T>(Keyset<T> keyset, IReadOnlyDictionary<string, IReadOnlyList<string>> values, List<ParameterProblem> problems)
        where T : class
    {
        if (!values.TryGetValue(ListDefinition.Cursor, out var given))
        {
            return null;
        }

        try
        {
            var parts = JsonSerializer.Deserialize<JsonElement[]>(Base64Url.DecodeFromChars(given[0]));
            if (parts is [{ ValueKind: JsonValueKind.String } stamp, { ValueKind: JsonValueKind.Array } keys, { ValueKind: JsonValueKind.Number } way] && stamp.GetString() == _stamp && way.TryGetInt32(out var bits))
            {
                return new Place(keyset.Parse([.. keys.EnumerateArray()]), (bits & Back) != 0, (bits & Itself) != 0);
            }
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            // Told below, like any other cursor that is not ours.
        }

        problems.Add(new ParameterProblem(ListDefinition.Cursor, "is no cursor of this query: take it from “next” or “prev”, and keep filters and sort as they were", []));
        return null;
    }

    private static string StampOf(IReadOnlyDictionary<string, IReadOnlyList<string>> values)
    {
        var query = values.Where(pair => !ListDefinition.OfPages.Contains(pair.Key)).OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={string.Join(',', pair.Value)}");
        return SnapshotText.Sha256(string.Join('&', query))[..StampLength];
    }
}
