using System.Text;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.AsOf;

namespace PhysicalAiTracker.Web.Api.Lists;

/// <summary>A whole list, sent page by page as it is read, so that memory does not grow with it. It has no ETag: that would have to be known before the last row is.</summary>
internal sealed class StreamedAnswer<TItem>(ListFormat format, Shape shape, IAsyncEnumerable<IReadOnlyList<TItem>> pages) : IResult
    where TItem : class
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = format.MediaType + (format == ListFormat.Csv ? "; charset=utf-8; header=present" : "; charset=utf-8");
        response.Headers.ContentDisposition = $"attachment; filename=\"{shape.Collection.Name}{format.Suffix}\"";
        var coding = ContentCoding.Of(httpContext);
        if (coding is not null)
        {
            response.Headers.ContentEncoding = coding.Name;
        }

        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            return;
        }

        await using var body = coding?.Compress(response.Body);

        var columns = format == ListFormat.Csv ? CsvColumns.Of(typeof(TItem), shape.Wanted) : [];
        var text = new StringBuilder();
        if (format == ListFormat.Csv)
        {
            CsvLine.Write(text, columns.Select(column => (JsonNode?)column.Header));
        }

        await foreach (var page in pages.WithCancellation(cancellation))
        {
            foreach (var item in page)
            {
                var members = Members(item, AsOfView.DayOf(httpContext));
                if (format == ListFormat.Csv)
                {
                    CsvLine.Write(text, columns.Select(column => column.Value(members)));
                }
                else
                {
                    text.Append(members.ToJsonString(ApiJson.Options)).Append('\n');
                }
            }

            await SendAsync(body ?? response.Body, text, cancellation);
        }

        await SendAsync(body ?? response.Body, text, cancellation);
    }

    private static async Task SendAsync(Stream body, StringBuilder text, CancellationToken cancellation)
    {
        await body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
        await body.FlushAsync(cancellation);
        text.Clear();
    }

    private JsonObject Members(TItem item, AsOfView? earlier)
    {
        var members = ApiJson.ToNode(shape.IsSparse ? shape.Pick(item) : item)!.AsObject();
        return earlier is null ? members : AsOfJson.Link(members, earlier)!.AsObject();
    }
}
