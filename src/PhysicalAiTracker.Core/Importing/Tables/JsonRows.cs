using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>
/// Rows of NDJSON: <c>{ "record": "party", "ref": "acme", "set": { … } }</c>, as in a pack. In a file of refused rows each has a line before it:
/// <c>{ "refused": { "from": "acme-parties", "row": 3, "problem": "…" } }</c>.
/// </summary>
internal sealed partial class JsonRows(StreamReader text) : RowReader(text)
{
    private const string Mark = "refused";

    private static readonly string[] Members = ["record", "ref", "set"];
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The first line, which tells whether the file is one of refused rows.</summary>
    private string? _first;
    private long _line;

    public override async Task<bool> BeginAsync(List<RowProblem> problems, CancellationToken cancellation)
    {
        _first = await LineAsync(cancellation);
        DataSet = _first is null ? null : MarkOf(_first)?.From;
        if (DataSet is null && _first is not null && Beginning().IsMatch(_first))
        {
            problems.Add(new RowProblem(_line, "", "", $"begins as a line that tells where a refused row comes from, and is none: {Example("acme-parties")}"));
            return false;
        }

        return true;
    }

    public override async ValueTask<ImportRow?> ReadAsync(CancellationToken cancellation)
    {
        long? number = null;
        while ((_first ?? await LineAsync(cancellation)) is { } line)
        {
            _first = null;
            if (DataSet is null)
            {
                return Read(line, _line, isLost: false);
            }

            if (MarkOf(line) is not { } mark || mark.From != DataSet)
            {
                return Read(line, number ?? _line, isLost: number is null);
            }

            number = mark.Row;
        }

        return null;
    }

    public override string? Header(string dataSet) => null;

    public override string Refused(ImportRow row, string dataSet) =>
        new JsonObject { [Mark] = new JsonObject { ["from"] = dataSet, ["row"] = row.LostItsNumber ? null : row.Number, ["problem"] = Told(row) } }.ToJsonString(Written) + "\n" + row.Raw;

    /// <summary>What a line says of the one behind it; null where it says nothing of it.</summary>
    private static (string From, long? Row)? MarkOf(string line)
    {
        if (!line.Contains($"\"{Mark}\"", StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            return JsonNode.Parse(line) is JsonObject { Count: 1 } node && node[Mark] is JsonObject mark && mark["from"] is JsonValue from && from.TryGetValue(out string? name) && Slug.IsValid(name)
                ? (name, mark["row"] is JsonValue row && row.TryGetValue(out long number) ? number : null)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> TextsIn(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => TextsIn(member.Value)),
        JsonArray items => items.SelectMany(TextsIn),
        JsonValue value when value.TryGetValue(out string? said) => [said],
        _ => [],
    };

    private static string Example(string dataSet) => $$$"""{"{{{Mark}}}":{"from":"{{{dataSet}}}","row":2}}""";

    /// <summary>The next line that is not blank; null at the end.</summary>
    private async ValueTask<string?> LineAsync(CancellationToken cancellation)
    {
        string? line;
        do
        {
            line = await Text.ReadLineAsync(cancellation);
            _line++;
        }
        while (line is not null && string.IsNullOrWhiteSpace(line));

        return line?.TrimStart('\uFEFF');
    }

    private ImportRow Read(string line, long number, bool isLost)
    {
        var row = new ImportRow(number, line, FormattableString.Invariant($"row-{number}"), default, []) { LostItsNumber = isLost };
        if (isLost)
        {
            row.Problems.Add(new RowProblem(number, "", "", $"{NeedsNumber}, in a line before it such as {Example(DataSet!)}"));
            return row;
        }

        try
        {
            if (line.Length > CsvReader.LongestRow)
            {
                row.Problems.Add(new RowProblem(number, "", "", $"is longer than {CsvReader.LongestRow:N0} characters"));
                return row;
            }

            var parsed = JsonNode.Parse(line, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 });
            if (parsed is not JsonObject node)
            {
                row.Problems.Add(new RowProblem(number, "", "", "is no object of JSON"));
                return row;
            }

            foreach (var strange in node.Select(member => member.Key).Except(Members))
            {
                row.Problems.Add(new RowProblem(number, strange, "", $"is no member here; known are {string.Join(", ", Members)}"));
            }

            var word = node["record"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
            if (!Words.TryParse<RecordKind>(word, out var kind))
            {
                row.Problems.Add(new RowProblem(number, "record", word ?? "", $"is none of {string.Join(", ", Words.All<RecordKind>())}"));
            }

            if (node["set"] is not JsonObject set)
            {
                row.Problems.Add(new RowProblem(number, "set", "", "is required: an object with the fields"));
                return row;
            }

            var name = node["ref"] is JsonValue named && named.TryGetValue(out string? given) ? given : null;
            var read = new ImportRow(number, line, name is null ? row.Ref : "k-" + HashOf(name), kind, set.DeepClone().AsObject());
            read.Problems.AddRange(row.Problems);
            foreach (var (field, cell) in read.Set)
            {
                read.Cells[field] = (field, cell?.ToJsonString() ?? "null");
                foreach (var part in TextsIn(cell))
                {
                    read.RefuseLost(field, part);
                }
            }

            return read;
        }
        catch (JsonException exception)
        {
            row.Problems.Add(new RowProblem(number, "", "", JsonFault.Of(exception, isLine: true)));
            return row;
        }
        catch (InvalidOperationException)
        {
            // What a reader of JSON throws for an escape such as \ud800 alone.
            row.Problems.Add(new RowProblem(number, "", "", "has half of a surrogate pair, which is no text and cannot be stored"));
            return row;
        }
    }

    [GeneratedRegex("^\\s*\\{\\s*\"refused\"")]
    private static partial Regex Beginning();
}
