using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Filings;

/// <summary>The file of a filing: its text as it is stored, and what it is known by.</summary>
/// <param name="Path">As the caller would name it.</param>
/// <param name="Sha256">Of the file's bytes.</param>
/// <param name="Accession">EDGAR's number of the filing (<c>0001234567-26-000001</c>), which stands in no element but in the name of the file or its folder; null where it does not.</param>
internal sealed partial record FilingText(string Path, string Text, string Sha256, string? Accession)
{
    /// <summary>Filings have some ten thousand bytes.</summary>
    public const int MostBytes = 1_000_000;

    private static readonly string[] Encodings = ["utf-8", "us-ascii", "ascii", "iso-8859-1", "utf-16"];

    public string FileName => System.IO.Path.GetFileName(Path);

    /// <summary>Null after telling what is wrong with the file.</summary>
    /// <param name="name">How the caller names the file.</param>
    public static async Task<FilingText?> ReadAsync(string file, string name, List<FilingProblem> problems, CancellationToken cancellation)
    {
        void Report(string rule, int line = 0) => problems.Add(new FilingProblem(name, line, "", "", rule));
        if (new FileInfo(file).Length > MostBytes)
        {
            Report(FormattableString.Invariant($"is longer than {MostBytes:N0} bytes, and no filing"));
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        var (mark, declared) = (MarkOf(bytes), DeclaredIn(bytes));
        if (declared.Length > 0 && !Encodings.Contains(declared))
        {
            Report($"is encoded as “{declared}”; read are {string.Join(", ", Encodings)}");
            return null;
        }

        try
        {
            var text = Decode(bytes, mark, declared);
            if (FirstStray(text) is >= 0 and var at)
            {
                Report(FormattableString.Invariant($"has the control character U+{(int)text[at]:X4}, which no XML has"), text.AsSpan(0, at).Count('\n') + 1);
                return null;
            }

            var folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))) ?? "";
            return new FilingText(name, SnapshotText.Normalise(text), Convert.ToHexStringLower(SHA256.HashData(bytes)), AccessionIn(System.IO.Path.GetFileNameWithoutExtension(file)) ?? AccessionIn(folder));
        }
        catch (DecoderFallbackException)
        {
            Report($"is not encoded as {(declared.Length > 0 ? $"it says, “{declared}”" : mark ?? "UTF-8")}");
            return null;
        }
    }

    /// <summary>The encoding that the first bytes tell: a byte order mark, or how wide the first character is; null for one byte or more a character.</summary>
    private static string? MarkOf(byte[] bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] or [(byte)'<', 0, ..] => "UTF-16 (little-endian)",
        [0xFE, 0xFF, ..] or [0, (byte)'<', ..] => "UTF-16 (big-endian)",
        _ => null,
    };

    /// <summary>The encoding that the declaration names, in lower case; empty where there is none.</summary>
    private static string DeclaredIn(byte[] bytes)
    {
        // All names have letters of ASCII only, of which UTF-16 adds a NUL to each.
        var head = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 400)).Replace("\0", "", StringComparison.Ordinal);
        return Declaration().Match(head.TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FE', '\u00FF')).Groups["name"].Value.ToLowerInvariant();
    }

    /// <exception cref="DecoderFallbackException">It is in another encoding than it says, or than its byte order mark does.</exception>
    private static string Decode(byte[] bytes, string? mark, string declared)
    {
        var isMarked = bytes is [0xEF, 0xBB, 0xBF, ..];
        if (mark is null ? declared == "utf-16" || (isMarked && declared is not ("" or "utf-8")) : declared is not ("" or "utf-16"))
        {
            throw new DecoderFallbackException();
        }

        var encoding = mark is not null ? new UnicodeEncoding(bigEndian: bytes[0] is 0xFE or 0, byteOrderMark: true, throwOnInvalidBytes: true)
            : declared switch
            {
                "iso-8859-1" => Encoding.Latin1,
                "us-ascii" or "ascii" => Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback),
                _ => new UTF8Encoding(false, throwOnInvalidBytes: true),
            };
        return encoding.GetString(bytes);
    }

    /// <summary>Where a character stands that XML does not have, and that would be left out of the stored text without a word; below 0 where none does.</summary>
    private static int FirstStray(string text) => SnapshotText.FirstLost(text) is { } lost ? text.IndexOf(lost, StringComparison.Ordinal) : text.AsSpan().IndexOfAny('\f', '\v');

    /// <summary>The number as EDGAR writes it, from a text that has it with or without hyphens.</summary>
    public static string? AccessionIn(string text) =>
        Number().Match(text) is { Success: true } number ? $"{number.Groups[1].Value}-{number.Groups[2].Value}-{number.Groups[3].Value}" : null;

    [GeneratedRegex("""^<\?xml[^>]*encoding\s*=\s*["'](?<name>[^"']*)["']""")]
    private static partial Regex Declaration();

    [GeneratedRegex("(?<![0-9])([0-9]{10})-?([0-9]{2})-?([0-9]{6})(?![0-9])")]
    private static partial Regex Number();
}
