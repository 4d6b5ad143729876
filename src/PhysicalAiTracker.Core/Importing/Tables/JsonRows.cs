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

    private readonly LineReader _lines = new(text);

    /// <summary>Lines that were read ahead: the first tells whether the file is one of refused rows, and the second whether it lost that.</summary>
    private readonly Queue<JsonLine> _ahead = [];
    private long _line;

    public override async Task<bool> BeginAsync(List<RowProblem> problems, CancellationToken cancellation)
    {
        if (await ReadLineAsync(cancellation) is not { } first)
        {
            return true;
        }

        _ahead.Enqueue(first);
        DataSet = MarkOf(first.Text)?.From;
        if (DataSet is null && Beginning().IsMatch(first.Text))
        {
            problems.Add(new RowProblem(first.Number, "", "", $"begins as a line that tells where a refused row comes from, and is none: {Example("acme-parties")}"));
            return false;
        }

        if (await ReadLineAsync(cancellation) is { } second)
        {
            _ahead.Enqueue(second);
            if (DataSet is null && MarkOf(second.Text) is { } mark)
            {
                problems.Add(new RowProblem(first.Number, "", "", $"{NeedsNumber}, as the row behind it has it: in a line before it such as {Example(mark.From)}"));
                return false;
            }
        }

        return true;
    }

    public override async ValueTask<ImportRow?> ReadAsync(CancellationToken cancellation)
    {
        long? number = null;
        while ((_ahead.TryDequeue(out var ahead) ? ahead : await ReadLineAsync(cancellation)) is { } line)
        {
            if (DataSet is null)
            {
                return Read(line, line.Number, isLost: false);
            }

            if (MarkOf(line.Text) is not { } mark || mark.From != DataSet)
            {
                return Read(line, number ?? line.Number, isLost: number is null);
            }

            number = mark.Row;
        }

        return null;
    }

    public override string? Header(string dataSet) => null;

    public override string Refused(ImportRow row, string dataSet) =>
        new JsonObject { [Mark] = new JsonObject { ["from"] = dataSet, ["row"] = row.LostItsNumber ? null : row.Number, ["problem"] = Told(row) } }.ToJsonString(Written) + "\n" + row.Raw;

    protected override string ColumnWith(char character, ImportRow row) => row.Set.FirstOrDefault(pair => TextsIn(pair.Value).Any(text => text.Contains(character, StringComparison.Ordinal))).Key ?? "";

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
    private async ValueTask<JsonLine?> ReadLineAsync(CancellationToken cancellation)
    {
        while (await _lines.ReadAsync(cancellation) is { } line)
        {
            _line++;
            if (_lines.IsCut || !string.IsNullOrWhiteSpace(line))
            {
                return new JsonLine(line.TrimStart('\uFEFF'), _line, _lines.IsCut);
            }
        }

        return null;
    }

    private ImportRow Read(JsonLine read, long number, bool isLost)
    {
        var line = read.Text;
        (string, string)? ofNumber = DataSet is null || isLost ? null : (Mark, FormattableString.Invariant($"{number}"));
        var row = new ImportRow(number, line, ImportRow.ByNumber(number), default, []) { LostItsNumber = isLost, IsLine = true, Key = ofNumber };
        if (isLost)
        {
            row.Problems.Add(new RowProblem(number, "", "", $"{NeedsNumber}, in a line before it such as {Example(DataSet!)}"));
            return row;
        }

        try
        {
            if (read.IsCut)
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

            if (MarkOf(line) is not null)
            {
                row.Problems.Add(new RowProblem(number, "", "", DataSet is null ? "tells where a refused row comes from, and the first line of the file does not" : $"is a row of another data set than the first one, {DataSet}"));
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

            var name = node["ref"] is JsonValue named && named.TryGetValue(out string? given) ? given : null;
            if (string.IsNullOrWhiteSpace(name) && node["ref"] is { } blank)
            {
                row.Problems.Add(new RowProblem(number, "ref", name is null ? blank.ToJsonString() : "", $"is {(name is null ? "no text" : "blank")}: leave it out, and the line is known by its number"));
            }

            if (node["set"] is not JsonObject set)
            {
                row.Problems.Add(new RowProblem(number, "set", "", "is required: an object with the fields"));
                return row;
            }

            var full = new ImportRow(number, line, name is null ? row.Ref : "k-" + HashOf(name), kind, set.DeepClone().AsObject()) { IsLine = true, Key = string.IsNullOrWhiteSpace(name) ? row.Key : ("ref", name) };
            full.Problems.AddRange(row.Problems);
            foreach (var (field, cell) in full.Set)
            {
                full.Cells[field] = (field, cell?.ToJsonString() ?? "null");
                foreach (var part in TextsIn(cell))
                {
                    full.RefuseLost(field, part);
                }
            }

            return full;
        }
        catch (JsonException exception)
        {
            row.Problems.Add(new RowProblem(number, "", "", JsonFault.Of(exception, isLine: true)));
            return row;
        }
        catch (InvalidOperationException)
        {
            // What a reader of JSON throws for an escape such as \ud800 alone.
            row.Problems.Add(new RowProblem(number, "", "", JsonFault.HalfPair));
            return row;
        }
    }

    [GeneratedRegex("^\\s*\\{\\s*\"refused\"")]
    private static partial Regex Beginning();

    /// <param name="Number">From 1.</param>
    /// <param name="IsCut">Whether it is longer than a row may be, and this its beginning.</param>
    private readonly record struct JsonLine(string Text, long Number, bool IsCut);
}
