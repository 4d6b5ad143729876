using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>What a data set said in its rows when they were taken in, to be compared with what it says now. It is in the disclosures that the rows made.</summary>
internal sealed class EarlierRows(TrackerDbContext db, CancellationToken cancellation)
{
    private static readonly JsonSerializerOptions ReadableJson = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Looks at rows that the data set brought before. Those with other values are counted and told, since they are left alone. One that is known by nothing but its number, and has other values than the row that
    /// had it, may be another row: it is refused, for nobody can tell (docs/decisions/0062).
    /// </summary>
    public async Task CompareAsync(TableRun run, RowFile file, IReadOnlyList<ImportRow> known)
    {
        if (known.Count == 0)
        {
            return;
        }

        var earlier = await ReadAsync(file, known);
        foreach (var row in known)
        {
            if (!earlier.TryGetValue(row.Ref, out var told) || Differences(row, told.Set) is not { Count: > 0 } differences)
            {
                continue;
            }

            if (!row.IsByNumber || file.KeepsNumbers || told.Passage == RowDocument.TextOf(row))
            {
                run.Differ(differences);
                continue;
            }

            row.Problems.Add(new RowProblem(
                row.Number, "", "", $"is not the row that the data set {file.Name} had at this number before, “{RowProblem.Shorten(told.Passage)}”: without {(row.IsLine ? "a ref" : "a key in the mapping")} nobody can tell whether "
                + "that one was changed or this is another; import rows that are new in a file and under a name of their own"));
        }
    }

    private static List<RowProblem> Differences(ImportRow row, JsonObject before)
    {
        var found = new List<RowProblem>();
        foreach (var field in row.Set.Select(pair => pair.Key).Union(before.Select(pair => pair.Key)))
        {
            if (!JsonNode.DeepEquals(row.Set[field], before[field]))
            {
                var (column, cell) = row.Cells.GetValueOrDefault(field, (field, ""));
                found.Add(new RowProblem(row.Number, column.Length > 0 ? column : field, cell, $"was {Shown(before[field])} when this row was taken in"));
            }
        }

        return found;
    }

    private static string Shown(JsonNode? value) => value switch
    {
        null => "empty",
        JsonValue text when text.GetValueKind() == JsonValueKind.String => $"“{RowProblem.Shorten(text.GetValue<string>())}”",
        JsonObject parts when parts["value"] is { } amount && parts["currency"] is { } currency => $"“{amount} {currency}”",
        _ => $"“{RowProblem.Shorten(value.ToJsonString(ReadableJson))}”",
    };

    /// <summary>By what rows are known, what each said: of those whose disclosure is there.</summary>
    private async Task<Dictionary<string, (JsonObject Set, string Passage)>> ReadAsync(RowFile file, IReadOnlyList<ImportRow> known)
    {
        var names = known.Select(row => row.Ref).ToHashSet(StringComparer.Ordinal);
        var keys = names.Select(file.KeyOf).ToList();
        var made = await db.Records.Where(r => keys.Contains(r.ImportKey!)).Join(db.Revisions.Where(v => v.Version == 1), r => r.Id, v => v.RecordId, (r, v) => v.DisclosureId).Distinct().ToListAsync(cancellation);
        var told = new Dictionary<string, (JsonObject, string)>(StringComparer.Ordinal);
        await foreach (var text in db.Disclosures.Where(d => made.Contains(d.Id) && d.Key == file.Name).Select(d => d.Document).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            foreach (var change in JsonNode.Parse(text)?["changes"]?.AsArray().OfType<JsonObject>() ?? [])
            {
                if ((string?)change["ref"] is { } name && names.Contains(name) && change["set"] is JsonObject set)
                {
                    told[name] = (set, (string?)change["assertions"]?[0]?["passage"]?["exact"] ?? "");
                }
            }
        }

        return told;
    }
}
