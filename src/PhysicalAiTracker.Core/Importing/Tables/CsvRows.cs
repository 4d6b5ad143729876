using System.Globalization;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>Rows of a table. One of refused rows has two columns behind the others: <c>refused row of acme-rounds</c> with the number of the row, and <c>problem</c>.</summary>
internal sealed class CsvRows(StreamReader text, ImportMapping mapping) : RowReader(text)
{
    private const string Numbers = "refused row of ";
    private const string Problem = "problem";

    private readonly ImportMapping _mapping = mapping;
    private readonly CsvReader _csv = new(text, mapping.Separator);
    private readonly RecordKind _record = mapping.File.Record!.Value;
    private readonly List<(Field Field, MappedColumn Column)> _fields = [.. mapping.File.Fields!.Select(pair => (RecordSchemas.Of(mapping.File.Record!.Value).Find(pair.Key)!, pair.Value))];
    private Dictionary<string, int> _columns = [];

    /// <summary>Of every column, also those without one.</summary>
    private List<string> _names = [];
    private string _header = "";
    private IReadOnlyList<string> _cells = [];

    /// <summary>Columns that a file of refused rows has behind the others: the number of the row, and perhaps the problem.</summary>
    private int _added;

    public override async Task<bool> BeginAsync(List<RowProblem> problems, CancellationToken cancellation)
    {
        if (await _csv.ReadAsync(cancellation) is not { Problem: null } head)
        {
            problems.Add(new RowProblem(1, "", "", "the file has no line with the names of its columns"));
            return false;
        }

        var names = head.Cells.Select(cell => cell.Trim().TrimStart('\uFEFF')).ToList();
        _header = head.Raw;
        if (names.FindIndex(IsOfNumbers) is var at and >= 0 && !BeginRefused(names, at, problems))
        {
            return false;
        }

        _header = _header.TrimStart('\uFEFF');
        foreach (var twice in names.GroupBy(name => name).Where(group => group.Count() > 1 && group.Key.Length > 0))
        {
            problems.Add(new RowProblem(1, twice.Key, "", "two columns have this name"));
        }

        _names = names;
        _columns = names.Select((name, index) => (name, index)).DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.index, StringComparer.Ordinal);
        var wanted = _fields.SelectMany(field => new[] { field.Column.Column, field.Column.CurrencyColumn }).Concat(_mapping.File.Key ?? []).OfType<string>().ToHashSet(StringComparer.Ordinal);
        foreach (var missing in wanted.Where(name => !_columns.ContainsKey(name)))
        {
            problems.Add(new RowProblem(1, missing, "", $"the mapping names this column, and the file has none of that name: {string.Join(", ", names)}"));
        }

        // Columns that nobody reads may do without a name.
        if (wanted.Contains("") && names.Index().Where(pair => pair.Item.Length == 0).Select(pair => pair.Index + 1).ToList() is { Count: > 1 } nameless)
        {
            problems.Add(new RowProblem(1, "", "", $"columns {string.Join(", ", nameless)} have no name, and the mapping reads one without: give it a name in the file"));
        }

        return problems.Count == 0;
    }

    public override async ValueTask<ImportRow?> ReadAsync(CancellationToken cancellation)
    {
        if (await _csv.ReadAsync(cancellation) is not { } line)
        {
            return null;
        }

        var (cells, raw, number, isLost) = WithoutAdded(line);
        _cells = cells;
        var key = _mapping.File.Key is { Count: > 0 } columns ? "k-" + HashOf(string.Join('\u001F', columns.Select(column => Cell(cells, column)))) : ImportRow.ByNumber(number);
        var row = new ImportRow(number, raw, key, _record, []) { LostItsNumber = isLost, Key = line.Problem is null && !isLost && cells.Count == _names.Count ? KeyOf(cells, number) : null };
        if (line.Problem is not null)
        {
            row.Problems.Add(new RowProblem(number, "", "", line.Problem));
            return row;
        }

        if (isLost)
        {
            row.Problems.Add(new RowProblem(number, Numbers + DataSet, line.Cells.Count > _added ? line.Cells[^_added].Trim() : "", NeedsNumber));
            return row;
        }

        if (cells.Count != _names.Count)
        {
            row.Problems.Add(new RowProblem(number, "", "", $"has {cells.Count} cells, and the table {_names.Count} columns"));
            return row;
        }

        foreach (var (column, cell) in _names.Zip(cells))
        {
            row.RefuseLost(column, cell);
        }

        if (row.Problems.Count > 0)
        {
            return row;
        }

        if (row.Key is null && _mapping.File.Key is { Count: > 0 } keys)
        {
            row.Problems.Add(new RowProblem(number, string.Join(", ", keys), "", "is required: the mapping tells rows apart by it (key)"));
        }

        foreach (var (field, column) in _fields)
        {
            Fill(row, field, column, Cell(cells, column.Column), Cell(cells, column.CurrencyColumn));
        }

        return row;
    }

    public override string Header(string dataSet) => $"{_header}{_mapping.Separator}{Numbers}{dataSet}{_mapping.Separator}{Problem}";

    public override string Refused(ImportRow row, string dataSet) =>
        FormattableString.Invariant($"{row.Raw}{_mapping.Separator}{(row.LostItsNumber ? null : row.Number)}{_mapping.Separator}\"{Told(row).Replace("\"", "\"\"", StringComparison.Ordinal)}\"");

    protected override string ColumnWith(char character, ImportRow row) => _cells.Index().FirstOrDefault(pair => pair.Item.Contains(character, StringComparison.Ordinal)) is { Item: not null } found ? _names.ElementAtOrDefault(found.Index) ?? "" : "";

    private static bool IsOfNumbers(string name) => name.StartsWith(Numbers, StringComparison.Ordinal) && Slug.IsValid(name[Numbers.Length..]);

    /// <summary>Takes the added columns from those of the file.</summary>
    private bool BeginRefused(List<string> names, int at, List<RowProblem> problems)
    {
        if (at == 0 || (at < names.Count - 1 && (at < names.Count - 2 || names[^1] != Problem)))
        {
            problems.Add(new RowProblem(1, names[at], "", $"belongs behind all other columns, with none but “{Problem}” behind it"));
            return false;
        }

        DataSet = names[at][Numbers.Length..];
        _added = names.Count - at;
        _header = _header[.._csv.CellEnds[at - 1]];
        names.RemoveRange(at, _added);
        return true;
    }

    /// <summary>The row as it was before it was refused.</summary>
    private (IReadOnlyList<string> Cells, string Raw, long Number, bool IsLost) WithoutAdded(CsvRow line)
    {
        var count = line.Cells.Count - _added;
        var number = line.Line;
        var isLost = _added > 0 && (count <= 0 || !long.TryParse(line.Cells[count].Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number));
        return _added == 0 || (isLost && count != _names.Count)
            ? (line.Cells, line.Raw, line.Line, isLost)
            : ([.. line.Cells.Take(count)], line.Raw[.._csv.CellEnds[count - 1]], isLost ? line.Line : number, isLost);
    }

    private string Cell(IReadOnlyList<string> cells, string? column) => column is not null && _columns.TryGetValue(column, out var index) && index < cells.Count ? cells[index].Trim() : "";

    /// <summary>Null without a key in the mapping, and where nothing stands in its columns.</summary>
    private (string Column, string Value)? KeyOf(IReadOnlyList<string> cells, long number)
    {
        if (_mapping.File.Key is not { Count: > 0 } columns)
        {
            return DataSet is null ? null : (Numbers + DataSet, FormattableString.Invariant($"{number}"));
        }

        var values = columns.Select(column => Cell(cells, column)).ToList();
        return values.TrueForAll(_mapping.Empty.Contains) ? null : (string.Join(", ", columns), string.Join(", ", values));
    }

    private void Fill(ImportRow row, Field field, MappedColumn column, string cell, string currency)
    {
        if (column.Value is { } fixedValue)
        {
            row.Set[field.Name] = fixedValue.DeepClone();
            row.Cells[field.Name] = ("", fixedValue.ToString());
            return;
        }

        row.Cells[field.Name] = (column.Column!, cell);
        if (_mapping.Empty.Contains(cell))
        {
            return;
        }

        var isStated = !_mapping.Empty.Contains(currency);
        var (value, problem) = CellReader.Read(field.Shape, cell, isStated ? currency : column.Currency, column, _mapping);
        if (problem is not null && isStated && !Currencies.IsKnown(currency.ToUpperInvariant()))
        {
            row.Problems.Add(new RowProblem(row.Number, column.CurrencyColumn!, currency, "is no currency code of ISO 4217"));
            return;
        }

        if (problem is not null)
        {
            row.Problems.Add(new RowProblem(row.Number, column.Column!, cell, problem));
            return;
        }

        row.Set[field.Name] = value;
        if (column.Add is { } kind)
        {
            row.Parties.AddRange(CellReader.PartiesIn(field.Shape, cell, column).Select(name => (name, kind, field.Name)));
        }
    }
}
