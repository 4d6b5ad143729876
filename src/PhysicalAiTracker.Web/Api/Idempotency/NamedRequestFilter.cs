using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using PhysicalAiTracker.Core.Accounts.Idempotency;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api.Idempotency;

/// <summary>Set on the request's features by an endpoint whose refusal says to try again: such an answer is not kept.</summary>
internal sealed record PassingAnswer;

/// <summary>Marks endpoints that take <c>Idempotency-Key</c>.</summary>
internal sealed record TakesIdempotencyKey;

/// <summary>Does a request with <c>Idempotency-Key</c> once, and answers the same request again with the first answer. See docs/rest.md.</summary>
internal static class NamedRequestFilter
{
    public const string Header = "Idempotency-Key";

    /// <summary>On an answer that was given before.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    /// <summary>Answers about the caller or the transport and not about the request: they may be others next time.</summary>
    private static readonly int[] Passing =
    [
        StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden, StatusCodes.Status412PreconditionFailed, StatusCodes.Status413PayloadTooLarge,
        StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status428PreconditionRequired, StatusCodes.Status429TooManyRequests,
    ];

    /// <summary>To be added after the filters that say who may call.</summary>
    public static TBuilder TakesIdempotencyKey<TBuilder>(this TBuilder endpoint)
        where TBuilder : IEndpointConventionBuilder => endpoint.AddEndpointFilter<TBuilder>(RunAsync).WithMetadata(new TakesIdempotencyKey());

    private static async ValueTask<object?> RunAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        var given = context.Request.Headers[Header];
        if (given.Count == 0)
        {
            return await next(invocation);
        }

        if (given is not [{ Length: > 0 and <= KeptAnswer.KeyLength } key] || key.Any(c => c is < '!' or > '~'))
        {
            return Problems.Of(context, StatusCodes.Status400BadRequest, $"{Header} is one name of 1 to {KeptAnswer.KeyLength} visible ASCII characters, such as a UUID.");
        }

        var request = new NamedRequest(Guid.Parse(context.User.FindFirstValue(ClaimTypes.NameIdentifier)!), key, await HashAsync(context.Request));
        var requests = context.RequestServices.GetRequiredService<NamedRequests>();
        AnswerBuffer? buffer = null;
        var outcome = await requests.RunAsync(
            request,
            async () =>
            {
                buffer = await AnswerBuffer.OfAsync(context, await next(invocation));
                return IsKept(context) ? buffer.Answer : null;
            },
            context.RequestAborted);
        return outcome switch
        {
            NamedOutcome.Before before => new ReplayedAnswer(before.Answer),
            NamedOutcome.Another => Problems.Of(
                context, StatusCodes.Status422UnprocessableEntity, $"Another request was sent with this {Header} in the last 24 hours: give this one a name of its own."),
            NamedOutcome.UnderWay => Problems.Of(context, StatusCodes.Status409Conflict, $"A request with this {Header} is under way, or somebody writes for long: try again in a moment."),
            _ => buffer,
        };
    }

    private static bool IsKept(HttpContext context) =>
        context.Features.Get<PassingAnswer>() is null && context.Response.StatusCode < StatusCodes.Status500InternalServerError && !Passing.Contains(context.Response.StatusCode);

    /// <summary>Of everything that the request says; the body can be read again after.</summary>
    private static async Task<byte[]> HashAsync(HttpRequest request)
    {
        var body = await DisclosureBody.ReadBytesAsync(request);
        request.Body = new MemoryStream(body);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n"));
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
