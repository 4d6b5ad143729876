using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>A row that is to be a record.</summary>
/// <param name="Number">Of its first line in the file that it comes from, from 1.</param>
/// <param name="Raw">As it stands in the file.</param>
/// <param name="Ref">What it is known by in its data set.</param>
internal sealed record ImportRow(long Number, string Raw, string Ref, RecordKind Record, JsonObject Set)
{
    public List<RowProblem> Problems { get; } = [];

    /// <summary>Column and cell that each field was read from.</summary>
    public Dictionary<string, (string Column, string Cell)> Cells { get; } = new(StringComparer.Ordinal);

    /// <summary>Parties that are added where nobody knows them, and the field that mentions each.</summary>
    public List<(string Name, PartyKind Kind, string Field)> Parties { get; } = [];

    /// <summary>The name of a party; null of any other record, and of a party without one.</summary>
    public string? PartyName => Record == RecordKind.Party && Set["name"] is JsonValue value && value.TryGetValue(out string? name) ? name : null;

    /// <summary>What a party is called besides.</summary>
    public IEnumerable<string> Aliases => Set["aliases"] is JsonArray aliases ? aliases.OfType<JsonValue>().Select(alias => alias.TryGetValue(out string? text) ? text : "") : [];

    /// <summary>Whether it was refused once and its file does not say any more which row it was; <see cref="Number"/> is then of this file, and nothing it is known by.</summary>
    public bool LostItsNumber { get; init; }

    /// <summary>Where it says what it is known by, and what stands there; null where that is its place in the file, which no other row has.</summary>
    public (string Column, string Value)? Key { get; init; }

    /// <summary>Whether it is known by its number alone.</summary>
    public bool IsByNumber => Ref == ByNumber(Number);

    /// <summary>Whether it is a line of JSON, and no row of a table.</summary>
    public bool IsLine { get; init; }

    /// <summary>What a row is known by that has nothing but its number.</summary>
    public static string ByNumber(long number) => FormattableString.Invariant($"row-{number}");

    /// <summary>Of several rows of one party, or of one key, the first; the others are known by it where it is taken, and one of them has its turn where it is not.</summary>
    public static List<ImportRow> WithoutTwins(List<ImportRow> rows)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var refs = new HashSet<string>(StringComparer.Ordinal);
        return rows.FindAll(row =>
        {
            if (!refs.Add(row.Ref))
            {
                return false;
            }

            if (row.PartyName is not { } name || NameKey.Of(name) is not { Length: > 0 } key)
            {
                return true;
            }

            if (names.Contains(key))
            {
                return false;
            }

            names.UnionWith([key, .. row.Aliases.Select(NameKey.Of)]);
            return true;
        });
    }

    /// <summary>Refuses the row for a character that would be left out where it is stored.</summary>
    public void RefuseLost(string column, string text)
    {
        if (SnapshotText.FirstLost(text) is { } lost)
        {
            Problems.Add(new RowProblem(Number, column, text, $"has a character that is no text and cannot be stored, U+{(int)lost:X4}"));
        }
    }
}

/// <summary>Reads a file row by row: one as it came, or one of rows that were refused, which keep the data set and the numbers that they had.</summary>
internal abstract class RowReader(StreamReader text) : IDisposable
{
    /// <summary>Stands, while it is looked for, where bytes are no text; no file has it, since it is no character.</summary>
    private const char Undecoded = '\uFFFF';

    /// <summary>Rule for a row that does not say which row it was.</summary>
    protected const string NeedsNumber = "needs the number of the row in the file that it comes from";

    /// <summary>Data set that all rows were refused from; null of a file as it came.</summary>
    public string? DataSet { get; protected set; }

    /// <summary>Share of the file's bytes that were read, 0 to 1.</summary>
    public double Share => Text.BaseStream.Length == 0 ? 1 : (double)Text.BaseStream.Position / Text.BaseStream.Length;

    protected StreamReader Text { get; } = text;

    private (string File, ImportMapping Mapping, bool IsJson) Opened { get; set; }

    /// <summary>Opens a file; a byte order mark says more than the mapping.</summary>
    /// <param name="marksUndecoded">Whether bytes that are no text are read as <see cref="Undecoded"/> instead of refused.</param>
    public static async Task<RowReader> OpenAsync(string file, ImportMapping mapping, bool isJson, CancellationToken cancellation, bool marksUndecoded = false)
    {
        var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024, useAsync: true);
        var start = new byte[3];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellation);
        stream.Position = 0;
        Encoding encoding = start.AsSpan(0, length) switch
        {
            [0xEF, 0xBB, 0xBF] => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => mapping.Encoding,
        };
        if (marksUndecoded)
        {
            encoding = (Encoding)encoding.Clone();
            encoding.DecoderFallback = new DecoderReplacementFallback(Undecoded.ToString());
        }

        var text = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: false);
        var tabs = Path.GetExtension(file).Equals(".tsv", StringComparison.OrdinalIgnoreCase) && mapping.File.Separator is null;
        RowReader reader = isJson ? new JsonRows(text) : new CsvRows(text, mapping with { Separator = tabs ? '\t' : mapping.Separator });
        reader.Opened = (file, mapping, isJson);
        return reader;
    }

    /// <summary>Where a file that is not in its encoding has the first bytes that are no text in it.</summary>
    public async Task<RowProblem> FindUndecodedAsync(CancellationToken cancellation)
    {
        var (file, mapping, isJson) = Opened;
        using var reader = await OpenAsync(file, mapping, isJson, cancellation, marksUndecoded: true);
        RowProblem Problem(long row, string column) => new(row, column, "", $"has bytes that are no text in {reader.Text.CurrentEncoding.WebName}: the file is not in its encoding, which is utf-8 unless the mapping says another (encoding)");
        await reader.BeginAsync([], cancellation);
        if (reader.Header("")?.Contains(Undecoded, StringComparison.Ordinal) == true)
        {
            return Problem(1, "");
        }

        while (await reader.ReadAsync(cancellation) is { } row)
        {
            if (row.Raw.Contains(Undecoded, StringComparison.Ordinal))
            {
                return Problem(row.Number, reader.ColumnWith(Undecoded, row));
            }
        }

        return Problem(0, "");
    }

    /// <summary>The first column, or member, of the row that was read last with a character; empty where nobody can tell.</summary>
    protected abstract string ColumnWith(char character, ImportRow row);

    /// <summary>Reads what stands before the rows; false after reporting why there can be none.</summary>
    public abstract Task<bool> BeginAsync(List<RowProblem> problems, CancellationToken cancellation);

    /// <summary>Null at the end.</summary>
    /// <exception cref="DecoderFallbackException">The file is not in its encoding.</exception>
    public abstract ValueTask<ImportRow?> ReadAsync(CancellationToken cancellation);

    /// <summary>What stands before the rows of a file of refused ones; null for nothing.</summary>
    /// <param name="dataSet">That they are refused from.</param>
    public abstract string? Header(string dataSet);

    /// <summary>How a refused row is written, to be mended and imported again.</summary>
    public abstract string Refused(ImportRow row, string dataSet);

    /// <summary>A new file for refused rows, in the encoding of this one, so that the same mapping reads it.</summary>
    /// <exception cref="IOException">It exists, or cannot be made.</exception>
    public StreamWriter CreateRefused(string path)
    {
        // All that was read can be written; what is said of it may have characters that the encoding lacks.
        var encoding = (Encoding)Text.CurrentEncoding.Clone();
        encoding.EncoderFallback = EncoderFallback.ReplacementFallback;
        return new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write), encoding);
    }

    public void Dispose() => Text.Dispose();

    protected static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..24];

    protected static string Told(ImportRow row) => string.Join("; ", row.Problems.Select(problem => $"{problem.Column} {problem.Rule}".Trim()));
}
