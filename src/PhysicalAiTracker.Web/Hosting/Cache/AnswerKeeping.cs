using System.Diagnostics;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PhysicalAiTracker.Web.AsOf;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>
/// Answers to readers without an account, from memory where the same was asked before and nothing was committed since. Looked for early, before routing and
/// authentication; kept late, where it is known what answers and to whom.
/// </summary>
internal static class AnswerKeeping
{
    public static void AddAnswerCache(this IServiceCollection services) => services.AddSingleton<AnswerCache>();

    /// <summary>
    /// Answers what is known, before anything else looks at the request, and logs it. Requests are counted as the endpoint counts them; one too many takes the
    /// long way, where it is refused.
    /// </summary>
    public static void UseKeptAnswers(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<AnswerCache>();
        if (!cache.IsOn)
        {
            return;
        }

        var limiter = app.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
        var logger = app.Services.GetRequiredService<ILogger<RequestLog>>();
        app.Use(next => async context =>
        {
            var started = Stopwatch.GetTimestamp();
            if (AnswerKey.Of(context.Request) is { } key && cache.MayHave(key) && await cache.ShelfAsync() is { } shelf && shelf.Find(key) is { } answer && MayAnswer(answer, context))
            {
                cache.CountServed();
                await answer.WriteAsync(context);
                RequestLog.Log(logger, context, context.Request.Path.ToUriComponent(), started);
                return;
            }

            await next(context);
        });

        bool MayAnswer(KeptAnswer answer, HttpContext context)
        {
            if (!answer.IsCounted)
            {
                return true;
            }

            context.SetEndpoint(answer.Endpoint);
            using var lease = limiter.AttemptAcquire(context);
            if (lease.IsAcquired)
            {
                RateLimits.AddHeaders(limiter, context);
            }

            context.SetEndpoint(null);
            return lease.IsAcquired;
        }
    }

    /// <summary>Keeps what may be asked for again. A page gets its tag here, since it is whole here.</summary>
    public static void UseAnswerKeeping(this WebApplication app)
    {
        var cache = app.Services.GetRequiredService<AnswerCache>();
        if (!cache.IsOn)
        {
            return;
        }

        app.Use(next => async context =>
        {
            if (!(HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method)) || AnswerKey.Of(context.Request) is not { } key || context.User.Identity is { IsAuthenticated: true }
                || ReadRoutes.Takes(context) is not true || context.GetEndpoint() is not { } endpoint || await cache.ShelfAsync() is not { } shelf)
            {
                await next(context);
                return;
            }

            await KeepAsync(context, next, key, endpoint, shelf, cache.Largest);
        });
    }

    private static async Task KeepAsync(HttpContext context, RequestDelegate next, AnswerKey key, Endpoint endpoint, AnswerShelf shelf, int largest)
    {
        var (response, body) = (context.Response, context.Response.Body);
        await using var held = new KeptBody(response, body, largest);
        response.Body = held;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (held.Held is not { Length: > 0 } bytes)
        {
            return;
        }

        var isKept = MayKeep(response);
        if (isKept && response.Headers.ETag.Count == 0)
        {
            var tag = EntityTags.Of(bytes);
            response.Headers.ETag = tag.ToString();
            // Whoever signs in sees another page at the same address.
            response.Headers.CacheControl = "no-cache";
            response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Cookie);
            if (EntityTags.IsKnown(context.Request, tag))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.Headers.ContentType = default;
                response.ContentLength = null;
                return;
            }
        }

        response.ContentLength = bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            // The headers of the answer to a GET, and no body.
            return;
        }

        await body.WriteAsync(bytes, context.RequestAborted);
        // Now all headers are there, those that are set at the last moment too.
        if (isKept && MayKeep(response))
        {
            shelf.Add(key, KeptAnswer.Of(context, endpoint, bytes));
        }
    }

    private static bool MayKeep(HttpResponse response)
    {
        var headers = response.Headers;
        var control = headers.CacheControl.ToString();
        return response.StatusCode == StatusCodes.Status200OK && headers.SetCookie.Count == 0
            && !control.Contains("no-store", StringComparison.OrdinalIgnoreCase) && !control.Contains("private", StringComparison.OrdinalIgnoreCase);
    }
}
