using System.Text.Json;
using Microsoft.Net.Http.Headers;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Something that only its owner and reviewers see: kept by nobody, with its version as ETag.</summary>
internal sealed class VersionedAnswer(object body, int version, int status = StatusCodes.Status200OK) : IResult
{
    /// <summary>Where it answers; null where that is not to be told.</summary>
    public string? Location { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers[HeaderNames.ETag] = IfMatch.TagOf(version);
        response.Headers.CacheControl = "private, no-store";
        if (Location is not null)
        {
            response.Headers.Location = Location;
        }

        response.ContentType = "application/json; charset=utf-8";
        return HttpMethods.IsHead(httpContext.Request.Method)
            ? Task.CompletedTask
            : JsonSerializer.SerializeAsync(response.Body, body, body.GetType(), ApiJson.Options, httpContext.RequestAborted);
    }
}
