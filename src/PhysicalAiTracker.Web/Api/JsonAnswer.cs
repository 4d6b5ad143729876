using PhysicalAiTracker.Web.Api.Lists;
using PhysicalAiTracker.Web.Api.Writing;
using PhysicalAiTracker.Web.AsOf;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>200 with a body and its strong ETag, or 304 where the caller has that body already. HEAD gets the headers only.</summary>
/// <param name="status">Only 200 has a tag.</param>
internal sealed class JsonAnswer(object body, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>When the record that it is about was changed last; null where it is about none. What else the answer says may change later: the tag tells.</summary>
    public DateTimeOffset? LastModified { get; init; }

    private const string ContentType = "application/json; charset=utf-8";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        // What is wrong otherwise is told before, in whatever form.
        if (TaggedAnswer.IsRead(httpContext.Request) && !ListFormat.Accepts(httpContext, ListFormat.Json))
        {
            await Problems.WriteAsync(httpContext, StatusCodes.Status406NotAcceptable, $"This is answered as {ListFormat.Json.MediaType}.");
            return;
        }

        using var written = JsonBuffer.Of(
            AsOfView.DayOf(httpContext) is { } earlier ? AsOfJson.Link(ApiJson.ToNode(body), earlier)! : body);
        await TaggedAnswer.SendAsync(httpContext, written.Written, ContentType, status, LastModified);
    }
}
