using PhysicalAiTracker.Core.Accounts.Idempotency;

namespace PhysicalAiTracker.Web.Api.Idempotency;

/// <summary>An answer that is written down before it is sent: what it answers for is committed together with it.</summary>
internal sealed class AnswerBuffer(GivenAnswer answer) : IResult
{
    public GivenAnswer Answer { get; } = answer;

    /// <summary>Runs a result without sending anything. Status and headers stay on the response, which has not begun.</summary>
    public static async Task<AnswerBuffer> OfAsync(HttpContext context, object? result)
    {
        var response = context.Response;
        var (body, buffer) = (response.Body, new MemoryStream());
        response.Body = buffer;
        try
        {
            await ((IResult)result!).ExecuteAsync(context);
        }
        finally
        {
            response.Body = body;
        }

        return new AnswerBuffer(new GivenAnswer(response.StatusCode, response.Headers.Location, response.ContentType, buffer.ToArray()));
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentLength = Answer.Body.Length;
        await httpContext.Response.Body.WriteAsync(Answer.Body, httpContext.RequestAborted);
    }
}

/// <summary>An answer that was given before.</summary>
internal sealed class ReplayedAnswer(GivenAnswer answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.Body.Length;
        response.Headers[NamedRequestFilter.ReplayedHeader] = "true";
        if (answer.Location is { } location)
        {
            response.Headers.Location = location;
        }

        await response.Body.WriteAsync(answer.Body, httpContext.RequestAborted);
    }
}
