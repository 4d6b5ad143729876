using System.IO.Compression;
using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Api;

/// <summary>
/// How an answer of the API is compressed. Only these are: a page has antiforgery tokens, whose bytes would show in the length of what is compressed
/// together with a stranger's words (BREACH).
/// </summary>
/// <param name="Suffix">Behind the tag of an answer, because a strong tag names bytes (RFC 9110, 8.8.3.3).</param>
internal sealed record ContentCoding(string Name, string Suffix)
{
    /// <summary>Below so many bytes nothing is gained.</summary>
    public const int Least = 1024;

    public static ContentCoding Brotli { get; } = new("br", "-br");

    public static ContentCoding Gzip { get; } = new("gzip", "-gzip");

    /// <summary>The coding that is accepted best, brotli among equals; null where it is to be sent as it is. Says that the answer depends on it.</summary>
    public static ContentCoding? Of(HttpContext context)
    {
        context.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        var accepted = context.Request.GetTypedHeaders().AcceptEncoding;
        return new[] { Brotli, Gzip }.Select(coding => (Coding: coding, Quality: QualityOf(accepted, coding.Name)))
            .Where(choice => choice.Quality > 0 && choice.Quality >= (accepted.FirstOrDefault(given => given.Value == "identity")?.Quality ?? 0))
            .OrderByDescending(choice => choice.Quality).Select(choice => choice.Coding).FirstOrDefault();
    }

    /// <summary>Quick rather than small: what is sent is made anew each time.</summary>
    public Stream Compress(Stream to) => this == Brotli ? new BrotliStream(to, CompressionLevel.Fastest, leaveOpen: true) : new GZipStream(to, CompressionLevel.Fastest, leaveOpen: true);

    public byte[] Compress(ReadOnlySpan<byte> bytes)
    {
        using var compressed = new MemoryStream();
        using (var stream = Compress(compressed))
        {
            stream.Write(bytes);
        }

        return compressed.ToArray();
    }

    private static double QualityOf(IList<StringWithQualityHeaderValue> accepted, string name) =>
        (accepted.FirstOrDefault(given => given.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(given => given.Value == "*")) is { } range
            ? range.Quality ?? 1 : 0;
}
