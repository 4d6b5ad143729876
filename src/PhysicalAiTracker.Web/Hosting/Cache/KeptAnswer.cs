using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>An answer as it went out.</summary>
/// <param name="Endpoint">What answered it, by which requests are counted.</param>
/// <param name="Tag">Its strong ETag.</param>
internal sealed record KeptAnswer(Endpoint Endpoint, string Tag, byte[] Body, IReadOnlyList<KeyValuePair<string, StringValues>> Headers)
{
    /// <summary>What is about one request, or is set on every answer anyway.</summary>
    private static readonly HashSet<string> Own = new(StringComparer.OrdinalIgnoreCase)
    {
        HeaderNames.Date, HeaderNames.Server, HeaderNames.Connection, HeaderNames.TransferEncoding, HeaderNames.ContentLength, HeaderNames.KeepAlive,
        "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy",
    };

    private readonly EntityTagHeaderValue _tag = EntityTagHeaderValue.Parse(Tag);

    /// <summary>Whether it was asked for since it was last thought of throwing it away.</summary>
    public bool WasAsked { get; set; }

    /// <summary>Bytes of memory, about.</summary>
    public long SizeWith(AnswerKey key) => 500 + Body.Length + (2L * key.Length) + Headers.Sum(header => 100 + (2L * header.Value.ToString().Length));

    public static KeptAnswer Of(HttpContext context, Endpoint endpoint, byte[] body)
    {
        var headers = context.Response.Headers;
        return new KeptAnswer(endpoint, headers.ETag.ToString(), body, [.. headers.Where(header => !Own.Contains(header.Key))]);
    }

    public Task WriteAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        var isKnown = request.Headers.IfNoneMatch is [{ } given] && given == Tag || EntityTags.IsKnown(request, _tag);
        foreach (var (name, value) in Headers)
        {
            if (!isKnown || !IsOfContent(name))
            {
                response.Headers[name] = value;
            }
        }

        if (isKnown)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        response.ContentLength = Body.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(Body, context.RequestAborted).AsTask();
    }

    private static bool IsOfContent(string name) => name.Equals(HeaderNames.ContentType, StringComparison.OrdinalIgnoreCase) || name.Equals(HeaderNames.ContentEncoding, StringComparison.OrdinalIgnoreCase);
}
