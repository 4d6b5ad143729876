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
        void Report(string rule) => problems.Add(new FilingProblem(name, 0, "", "", rule));
        if (new FileInfo(file).Length > MostBytes)
        {
            Report(FormattableString.Invariant($"is longer than {MostBytes:N0} bytes, and no filing"));
            return null;
        }

        var bytes = await File.ReadAllBytesAsync(file, cancellation);
        var declared = Declaration().Match(Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 200))).Groups["name"].Value.ToLowerInvariant();
        if (declared.Length > 0 && !Encodings.Contains(declared))
        {
            Report($"is encoded as “{declared}”; read are {string.Join(", ", Encodings)}");
            return null;
        }

        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ when declared == "iso-8859-1" => Encoding.Latin1,
            _ => new UTF8Encoding(false, throwOnInvalidBytes: true),
        };
        try
        {
            var text = SnapshotText.Normalise(encoding.GetString(bytes));
            var folder = System.IO.Path.GetFileName(System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(file))) ?? "";
            return new FilingText(name, text, Convert.ToHexStringLower(SHA256.HashData(bytes)), AccessionIn(System.IO.Path.GetFileNameWithoutExtension(file)) ?? AccessionIn(folder));
        }
        catch (DecoderFallbackException)
        {
            Report($"is not encoded as {(declared.Length > 0 ? $"it says, “{declared}”" : "UTF-8")}");
            return null;
        }
    }

    /// <summary>The number as EDGAR writes it, from a text that has it with or without hyphens.</summary>
    public static string? AccessionIn(string text) =>
        Number().Match(text) is { Success: true } number ? $"{number.Groups[1].Value}-{number.Groups[2].Value}-{number.Groups[3].Value}" : null;

    [GeneratedRegex("""^<\?xml[^>]*encoding\s*=\s*["'](?<name>[^"']*)["']""")]
    private static partial Regex Declaration();

    [GeneratedRegex("(?<![0-9])([0-9]{10})-?([0-9]{2})-?([0-9]{6})(?![0-9])")]
    private static partial Regex Number();
}
