using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>An answer as it went out.</summary>
/// <param name="IsCounted">Whether requests for it are counted.</param>
/// <param name="Tag">Its strong ETag.</param>
internal sealed record KeptAnswer(bool IsCounted, string Tag, AnswerBody Body, KeyValuePair<string, StringValues>[] Headers)
{
    /// <summary>What is about one request, or is set on every answer anyway.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date, HeaderNames.Server, HeaderNames.Connection, HeaderNames.TransferEncoding, HeaderNames.ContentLength, HeaderNames.KeepAlive,
        "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy",
    };

    /// <summary>What a 304 has, so far as the answer has it: the one that is known keeps the rest (RFC 9110, 15.4.5).</summary>
    private static readonly HashSet<string> OfUnchanged = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.CacheControl, HeaderNames.Vary, HeaderNames.Expires, HeaderNames.AccessControlAllowOrigin, HeaderNames.StrictTransportSecurity,
    };

    private readonly KeyValuePair<string, StringValues>[] _unchanged = [.. Headers.Where(header => OfUnchanged.Contains(header.Key))];

    private readonly EntityTagHeaderValue _tag = EntityTagHeaderValue.Parse(Tag);

    /// <summary>Bytes of memory, about.</summary>
    public long SizeWith(AnswerKey key) => 500 + Body.Length + (2L * key.Length) + Headers.Sum(header => 100 + (2L * header.Value.ToString().Length));

    public static KeptAnswer Of(HttpContext context, Endpoint endpoint, AnswerBody body)
    {
        var headers = context.Response.Headers;
        return new KeptAnswer(endpoint.Metadata.GetMetadata<CountedEndpoint>() is not null, headers.ETag.ToString(), body, [.. headers.Where(header => !Own.Contains(header.Key))]);
    }

    public Task WriteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var isKnown = request.Headers.IfNoneMatch is [{ } given] && given == Tag || EntityTags.IsKnown(request, _tag);
        foreach (var (name, value) in isKnown ? _unchanged : Headers)
        {
            response.Headers[name] = value;
        }

        if (isKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentLength = Body.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : Body.WriteAsync(response, context.RequestAborted);
    }
}
