using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>Writes a line of a table as RFC 4180 has it.</summary>
public static class CsvLine
{
    public const string End = "\r\n";

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>What makes a spreadsheet take a text for a formula.</summary>
    private static readonly SearchValues<char> Formula = SearchValues.Create("=+-@\t\r");

    public static void Write(StringBuilder line, IEnumerable<JsonNode?> cells)
    {
        var first = true;
        foreach (var cell in cells)
        {
            line.Append(first ? "" : ",").Append(Cell(cell));
            first = false;
        }

        line.Append(End);
    }

    /// <summary>A missing value is an empty cell. A text that a spreadsheet would run has an apostrophe before it.</summary>
    private static string Cell(JsonNode? value)
    {
        if (value is null)
        {
            return "";
        }

        var text = value.ToString();
        if (value.GetValueKind() == JsonValueKind.String && text.Length > 0 && Formula.Contains(text[0]))
        {
            text = "'" + text;
        }

        return text.AsSpan().ContainsAny(Quoted) ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
