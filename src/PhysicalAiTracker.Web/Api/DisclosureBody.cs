using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Reads a disclosure out of a request's body.</summary>
internal static class DisclosureBody
{
    private static readonly Encoding StrictUtf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Why what is sent cannot be read, whatever it says, for status 415; null where it can.</summary>
    public static string? Unsupported(HttpRequest request)
    {
        var type = request.GetTypedHeaders().ContentType;
        return type?.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) != true ? "The body must be sent as application/json."
            : type.Charset.HasValue && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
                ? $"The body must be sent in UTF-8, not in the charset {RequestParameters.Shorten(type.Charset.ToString())}."
            : request.Headers.ContentEncoding.Any(coding => !string.Equals(coding, "identity", StringComparison.OrdinalIgnoreCase))
                ? $"The body must be sent as it is, not in the coding {RequestParameters.Shorten(request.Headers.ContentEncoding.ToString())}."
            : null;
    }

    /// <summary>The document, or what keeps the body from being one.</summary>
    /// <exception cref="BadHttpRequestException">413: it is larger than <see cref="KestrelLimits.MaxBody"/>.</exception>
    public static async Task<(JsonObject? Document, Problem? Problem)> ReadAsync(HttpRequest request)
    {
        try
        {
            var document = DisclosureDocument.Parse(StrictUtf8.GetString(await ReadBytesAsync(request)).TrimStart('\uFEFF'), out var problem);
            return (document, problem);
        }
        catch (DecoderFallbackException)
        {
            return (null, new Problem("", "is not UTF-8"));
        }
    }

    /// <exception cref="BadHttpRequestException">413: it is larger than <see cref="KestrelLimits.MaxBody"/>.</exception>
    public static async Task<byte[]> ReadBytesAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            await body.WriteAsync(buffer.AsMemory(0, read), request.HttpContext.RequestAborted);
            if (body.Length > KestrelLimits.MaxBody)
            {
                // The server stops a long body itself; this is for one that gets past it.
                throw new BadHttpRequestException("The body is too large.", StatusCodes.Status413PayloadTooLarge);
            }
        }

        return body.ToArray();
    }
}
