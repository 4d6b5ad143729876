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
        if (HttpMethods.IsHead(httpContext.Request.Method))
        {
            response.Headers.ContentEncoding = coding?.Name;
            return;
        }

        await using var body = new CodedBody(response, coding);
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

            await body.SendAsync(text, cancellation);
        }

        await body.SendAsync(text, cancellation);
    }

    private JsonObject Members(TItem item, AsOfView? earlier)
    {
        var members = ApiJson.ToNode(shape.IsSparse ? shape.Pick(item) : item)!.AsObject();
        return earlier is null ? members : AsOfJson.Link(members, earlier)!.AsObject();
    }

    /// <summary>An empty list is sent uncompressed: of nothing written .NET makes a beginning of gzip without an end.</summary>
    private sealed class CodedBody(HttpResponse response, ContentCoding? coding) : IAsyncDisposable
    {
        private Stream? _body;

        public async Task SendAsync(StringBuilder text, CancellationToken cancellation)
        {
            if (text.Length == 0)
            {
                return;
            }

            if (_body is null)
            {
                response.Headers.ContentEncoding = coding?.Name;
                _body = coding?.Compress(response.Body) ?? response.Body;
            }

            await _body.WriteAsync(Encoding.UTF8.GetBytes(text.ToString()), cancellation);
            await _body.FlushAsync(cancellation);
            text.Clear();
        }

        public ValueTask DisposeAsync() => coding is null || _body is null ? ValueTask.CompletedTask : _body.DisposeAsync();
    }
}
