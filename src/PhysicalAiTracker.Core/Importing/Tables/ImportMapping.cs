using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Exporting;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>What a file of rows is and what its columns mean, as <c>docs/importing/README.md</c> describes it.</summary>
/// <param name="Record">Kind of record that a row is; required for tables.</param>
/// <param name="Name">Of the data set: rows that it had before are known by it. Made from the file's name and hash unless given.</param>
/// <param name="Source">Fields of the source, as in a pack; title and kind need not be given.</param>
/// <param name="Key">Columns that tell rows of this data set apart; the row's number unless given.</param>
internal sealed record MappingFile(
    [property: JsonPropertyName("$schema")] string? Schema,
    RecordKind? Record,
    string? Name,
    JsonObject? Source,
    string? Encoding,
    string? Separator,
    string? Numbers,
    IReadOnlyList<string>? Dates,
    IReadOnlyList<string>? Empty,
    IReadOnlyList<string>? Key,
    IReadOnlyDictionary<string, MappedColumn>? Fields);

/// <summary>What one field of a record is read from.</summary>
/// <param name="Value">The same for all rows, in place of a column.</param>
/// <param name="Currency">Of amounts that have none.</param>
/// <param name="CurrencyColumn">Column with the currency of the amounts.</param>
/// <param name="Multiply">1000000 where amounts are in millions.</param>
/// <param name="Words">What the file's words mean in the tracker's.</param>
/// <param name="Split">Between several values in one cell.</param>
/// <param name="Add">What parties that are not known are added as; without it they are refused.</param>
internal sealed record MappedColumn(
    string? Column,
    JsonNode? Value,
    string? Currency,
    string? CurrencyColumn,
    decimal? Multiply,
    IReadOnlyList<string>? Dates,
    IReadOnlyDictionary<string, string>? Words,
    string? Split,
    PartyKind? Add);

/// <summary>A mapping that was read and makes sense.</summary>
internal sealed record ImportMapping(MappingFile File, Encoding Encoding, char Separator, bool DecimalComma, IReadOnlySet<string> Empty)
{
    private const int LongestFile = 1_000_000;

    private static readonly string[] Numbers = ["1,234.56", "1.234,56"];

    /// <summary>Encodings by the names that the web knows them by.</summary>
    private static readonly string[] Encodings = ["utf-8", "utf-16", "windows-1252", "iso-8859-1"];

    /// <summary>What a file without a mapping is: NDJSON in UTF-8.</summary>
    public static ImportMapping None { get; } = Read(new MappingFile(null, null, null, null, null, null, null, null, null, null, null), (_, _, _) => { });

    /// <summary>Null after reporting what is wrong.</summary>
    /// <param name="ofTable">Whether the rows say nothing without a mapping.</param>
    public static async Task<ImportMapping?> ReadAsync(string file, bool ofTable, List<RowProblem> problems, CancellationToken cancellation)
    {
        void Report(string member, string value, string rule) => problems.Add(new RowProblem(0, member, value, rule) { Whole = "mapping" });
        if (new FileInfo(file) is not { Exists: true, Length: <= LongestFile })
        {
            Report("", file, System.IO.File.Exists(file) ? "is too long for a mapping" : Directory.Exists(file) ? "is a folder; a mapping is a file" : "does not exist");
            return null;
        }

        var before = problems.Count;
        JsonNode? node = null;
        try
        {
            node = JsonNode.Parse(await System.IO.File.ReadAllTextAsync(file, Of("utf-8"), cancellation), documentOptions: new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (JsonException exception)
        {
            Report("", "", JsonFault.Of(exception));
            return null;
        }
        catch (DecoderFallbackException)
        {
            Report("", "", "is not encoded as UTF-8");
            return null;
        }
        catch (InvalidOperationException)
        {
            // Of the name of a member, while it looks whether one is there twice.
            Report("", "", JsonFault.HalfPair);
            return null;
        }

        if (JsonFault.HalfPairIn(node) is { } path)
        {
            Report(string.Join('.', path), "", JsonFault.HalfPair);
            return null;
        }

        if (node is not JsonObject members)
        {
            Report("", "", "is no object");
            return null;
        }

        foreach (var member in ofTable ? new[] { "record", "fields" } : [])
        {
            if (members[member] is null)
            {
                Report(member, "", "is required for a table (docs/importing/README.md)");
            }
        }

        MappingShape.Clean(members, Report);
        var mapping = Read(members.Deserialize<MappingFile>(ExportJson.Options)!, Report);
        return problems.Count > before ? null : mapping;
    }

    private static ImportMapping Read(MappingFile file, Action<string, string, string> report)
    {
        if (file.Encoding is { } encoding && !Encodings.Contains(encoding))
        {
            report("encoding", encoding, $"is none of {string.Join(", ", Encodings)}");
        }

        if (file.Numbers is { } numbers && !Numbers.Contains(numbers))
        {
            report("numbers", numbers, $"is none of {string.Join(", ", Numbers)}: write 1234.56 as the file does");
        }

        if (file.Separator is { Length: not 1 } separator)
        {
            report("separator", separator, "is not one character");
        }
        else if (file.Separator is "\"" or "\n" or "\r")
        {
            report("separator", file.Separator, "cannot stand between cells: quotation marks go around them, and lines are rows");
        }

        if (file.Name is { } name && !Slug.IsValid(name))
        {
            report("name", name, "is no slug: small letters, digits and single hyphens");
        }

        var known = Encodings.Contains(file.Encoding) ? file.Encoding! : Encodings[0];
        var mapping = new ImportMapping(file, Of(known), file.Separator is [var between, ..] ? between : ',', file.Numbers == Numbers[1], (file.Empty ?? []).Append("").ToHashSet(StringComparer.OrdinalIgnoreCase));
        new MappingRules(mapping, report).Check();
        return mapping;
    }

    /// <summary>What is no text in the encoding is refused, not replaced.</summary>
    private static Encoding Of(string name) => name switch
    {
        "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true),
        "windows-1252" => CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
        _ => Encoding.GetEncoding(name, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
    };
}
