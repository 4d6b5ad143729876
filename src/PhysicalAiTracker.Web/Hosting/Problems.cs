using Microsoft.AspNetCore.Http.HttpResults;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Answers of type <c>application/problem+json</c> (RFC 9457), with the trace id.</summary>
public static class Problems
{
    /// <summary>Writes one, whatever the caller says it accepts: an error in the wrong format is better than none.</summary>
    public static Task WriteAsync(HttpContext context, int status, string? detail = null) => Of(context, status, detail).ExecuteAsync(context);

    /// <summary>One to be returned from an endpoint.</summary>
    /// <param name="detail">What the caller can do about it; where null, what such a problem means.</param>
    /// <param name="type">The kind of problem where a status has several.</param>
    public static ProblemHttpResult Of(HttpContext context, int status, string? detail = null, ProblemType? type = null)
    {
        type ??= ProblemType.Of(status);
        return TypedResults.Problem(
            detail ?? type?.Meaning, statusCode: status, title: type?.Title, type: type?.Address, extensions: new Dictionary<string, object?> { ["traceId"] = TraceIds.Of(context) });
    }
}
