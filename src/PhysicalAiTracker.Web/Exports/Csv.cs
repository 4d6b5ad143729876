using System.Buffers;

namespace PhysicalAiTracker.Web.Exports;

/// <summary>Comma-separated values (RFC 4180) that a spreadsheet opens without running anything.</summary>
internal static class Csv
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    /// <summary>A line without its end.</summary>
    public static string Line(params IEnumerable<string?> values) => string.Join(',', values.Select(Cell));

    /// <summary>
    /// One cell. What a spreadsheet would take for a formula (=, +, -, @, tab, carriage return first) gets an apostrophe before it, as OWASP's
    /// advice on CSV injection says.
    /// </summary>
    public static string Cell(string? value)
    {
        var text = value ?? "";
        if (text.TrimStart(' ') is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠', ..])
        {
            text = "'" + text;
        }

        return text.AsSpan().IndexOfAny(Quoted) < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
