using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Sends bytes that are all there: with the strong ETag of what is sent, compressed for who accepts that, or 304 where the caller has them. HEAD gets the headers only.</summary>
internal static class TaggedAnswer
{
    /// <param name="type">The whole Content-Type.</param>
    /// <param name="status">Only 200 has a tag.</param>
    /// <param name="lastModified">When what it is about was changed last; null where it is about nothing that tells.</param>
    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> bytes, string type, int status = StatusCodes.Status200OK, DateTimeOffset? lastModified = null)
    {
        var (request, response) = (context.Request, context.Response);
        var coding = ContentCoding.Of(context) is { } accepted && bytes.Length >= ContentCoding.Least ? accepted : null;
        response.StatusCode = status;
        if (status == StatusCodes.Status200OK)
        {
            var tag = EntityTags.Of(bytes.Span, coding?.Suffix);
            response.Headers.ETag = tag.ToString();
            if (lastModified is { } last)
            {
                response.GetTypedHeaders().LastModified = last;
            }

            if (IsRead(request) && EntityTags.IsKnown(request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }
        }

        if (coding is not null)
        {
            bytes = coding.Compress(bytes.Span);
            response.Headers.ContentEncoding = coding.Name;
        }

        response.ContentType = type;
        response.ContentLength = bytes.Length;
        if (!HttpMethods.IsHead(request.Method))
        {
            await response.Body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    public static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
