using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>A row that is to be a record.</summary>
/// <param name="Raw">As it stands in the file.</param>
/// <param name="Ref">What it is known by in its data set.</param>
internal sealed record ImportRow(long Number, string Raw, string Ref, RecordKind Record, JsonObject Set)
{
    public List<RowProblem> Problems { get; } = [];

    /// <summary>Column and cell that each field was read from.</summary>
    public Dictionary<string, (string Column, string Cell)> Cells { get; } = new(StringComparer.Ordinal);

    /// <summary>Parties that are added where nobody knows them.</summary>
    public List<(string Name, PartyKind Kind)> Parties { get; } = [];
}

/// <summary>Reads a file row by row.</summary>
internal abstract class RowReader(StreamReader text) : IDisposable
{
    /// <summary>What stands before the rows of a file of refused ones; null for nothing.</summary>
    public virtual string? Header => null;

    /// <summary>Share of the file's bytes that were read, 0 to 1.</summary>
    public double Share => Text.BaseStream.Length == 0 ? 1 : (double)Text.BaseStream.Position / Text.BaseStream.Length;

    protected StreamReader Text { get; } = text;

    /// <summary>Reads what stands before the rows; false after reporting why there can be none.</summary>
    public virtual Task<bool> BeginAsync(List<RowProblem> problems, CancellationToken cancellation) => Task.FromResult(true);

    /// <summary>Null at the end.</summary>
    /// <exception cref="DecoderFallbackException">The file is not in its encoding.</exception>
    public abstract ValueTask<ImportRow?> ReadAsync(CancellationToken cancellation);

    /// <summary>How a refused row is written, to be mended and imported again.</summary>
    public abstract string Refused(ImportRow row);

    public void Dispose() => Text.Dispose();

    protected static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];
}

/// <summary>Rows of a table.</summary>
internal sealed class CsvRows(StreamReader text, ImportMapping mapping) : RowReader(text)
{
    private readonly ImportMapping _mapping = mapping;
    private readonly CsvReader _csv = new(text, mapping.Separator);
    private readonly RecordKind _record = mapping.File.Record!.Value;
    private readonly List<(Field Field, MappedColumn Column)> _fields = [.. mapping.File.Fields!.Select(pair => (RecordSchemas.Of(mapping.File.Record!.Value).Find(pair.Key)!, pair.Value))];
    private Dictionary<string, int> _columns = [];
    private string _header = "";

    public override string Header => $"{_header}{_mapping.Separator}problem";

    public override async Task<bool> BeginAsync(List<RowProblem> problems, CancellationToken cancellation)
    {
        if (await _csv.ReadAsync(cancellation) is not { Problem: null } head)
        {
            problems.Add(new RowProblem(1, "", "", "the file has no line with the names of its columns"));
            return false;
        }

        var names = head.Cells.Select(cell => cell.Trim().TrimStart('\uFEFF')).ToList();
        _header = head.Raw.TrimStart('\uFEFF');
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1 && group.Key.Length > 0))
        {
            problems.Add(new RowProblem(1, twice.Key, "", "two columns have this name"));
        }

        _columns = names.Select((name, index) => (name, index)).DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        var wanted = _fields.SelectMany(field => new[] { field.Column.Column, field.Column.CurrencyColumn }).Concat(_mapping.File.Key ?? []).OfType<string>().Distinct();
        foreach (var missing in wanted.Where(name => !_columns.ContainsKey(name)))
        {
            problems.Add(new RowProblem(1, missing, "", $"the mapping names this column, and the file has none of that name: {string.Join(", ", names)}"));
        }

        return problems.Count == 0;
    }

    public override async ValueTask<ImportRow?> ReadAsync(CancellationToken cancellation)
    {
        if (await _csv.ReadAsync(cancellation) is not { } line)
        {
            return null;
        }

        string Cell(string? column) => column is not null && _columns.TryGetValue(column, out var index) && index < line.Cells.Count ? line.Cells[index].Trim() : "";
        var key = _mapping.File.Key is { Count: > 0 } columns ? "k-" + HashOf(string.Join('\u001F', columns.Select(Cell))) : FormattableString.Invariant($"row-{line.Line}");
        var row = new ImportRow(line.Line, line.Raw, key, _record, []);
        if (line.Problem is not null || line.Cells.Count != _columns.Count)
        {
            row.Problems.Add(new RowProblem(line.Line, "", "", line.Problem ?? $"has {line.Cells.Count} cells, and the table {_columns.Count} columns"));
            return row;
        }

        foreach (var (field, column) in _fields)
        {
            Fill(row, field, column, Cell(column.Column), Cell(column.CurrencyColumn));
        }

        return row;
    }

    public override string Refused(ImportRow row) =>
        $"{row.Raw}{_mapping.Separator}\"{string.Join("; ", row.Problems.Select(problem => $"{problem.Column} {problem.Rule}".Trim())).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private void Fill(ImportRow row, Field field, MappedColumn column, string cell, string currency)
    {
        if (column.Value is { } fixedValue)
        {
            row.Set[field.Name] = fixedValue.DeepClone();
            row.Cells[field.Name] = ("", fixedValue.ToString());
            return;
        }

        if (_mapping.Empty.Contains(cell))
        {
            return;
        }

        row.Cells[field.Name] = (column.Column!, cell);
        var (value, problem) = CellReader.Read(field.Shape, cell, currency.Length > 0 ? currency : column.Currency, column, _mapping);
        if (problem is not null)
        {
            row.Problems.Add(new RowProblem(row.Number, column.Column!, cell, problem));
            return;
        }

        row.Set[field.Name] = value;
        if (column.Add is { } kind)
        {
            row.Parties.AddRange(CellReader.PartiesIn(field.Shape, cell, column).Select(name => (name, kind)));
        }
    }
}

/// <summary>Rows of NDJSON: <c>{ "record": "party", "ref": "acme", "set": { … } }</c>, as in a pack.</summary>
internal sealed class JsonRows(StreamReader text) : RowReader(text)
{
    private static readonly string[] Members = ["record", "ref", "set"];

    private long _line;

    public override async ValueTask<ImportRow?> ReadAsync(CancellationToken cancellation)
    {
        string? line;
        do
        {
            line = await Text.ReadLineAsync(cancellation);
            _line++;
        }
        while (line is not null && string.IsNullOrWhiteSpace(line));

        return line is null ? null : Read(line.TrimStart('\uFEFF'));
    }

    public override string Refused(ImportRow row) => row.Raw;

    private ImportRow Read(string line)
    {
        var row = new ImportRow(_line, line, FormattableString.Invariant($"row-{_line}"), default, []);
        try
        {
            if (line.Length > CsvReader.LongestRow)
            {
                row.Problems.Add(new RowProblem(_line, "", "", $"is longer than {CsvReader.LongestRow:N0} characters"));
                return row;
            }

            var node = JsonNode.Parse(line, documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 16 }) as JsonObject ?? throw new JsonException("is no object");
            foreach (var strange in node.Select(member => member.Key).Except(Members))
            {
                row.Problems.Add(new RowProblem(_line, strange, "", $"is no member here; known are {string.Join(", ", Members)}"));
            }

            var word = node["record"] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
            if (!Words.TryParse<RecordKind>(word, out var kind))
            {
                row.Problems.Add(new RowProblem(_line, "record", word ?? "", $"is none of {string.Join(", ", Words.All<RecordKind>())}"));
            }

            if (node["set"] is not JsonObject set)
            {
                row.Problems.Add(new RowProblem(_line, "set", "", "is required: an object with the fields"));
                return row;
            }

            var name = node["ref"] is JsonValue named && named.TryGetValue(out string? given) ? given : null;
            var read = new ImportRow(_line, line, name is null ? row.Ref : "k-" + HashOf(name), kind, set.DeepClone().AsObject());
            read.Problems.AddRange(row.Problems);
            foreach (var (field, cell) in read.Set)
            {
                read.Cells[field] = (field, cell?.ToJsonString() ?? "null");
            }

            return read;
        }
        catch (JsonException exception)
        {
            row.Problems.Add(new RowProblem(_line, "", "", $"is no JSON: {exception.Message}"));
            return row;
        }
    }
}
