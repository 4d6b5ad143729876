using System.Diagnostics;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>
/// Answers what is known, and logs it. Requests are counted as the endpoint counts them; one too many takes the long way, where it is refused.
/// </summary>
internal sealed class KeptAnswers(AnswerCache cache, WindowLimiter limiter, TrackerSettings settings, ILogger<RequestLog> logger)
{
    /// <summary>What the framework calls the activity of a request, whose id ends each line of the log.</summary>
    private const string RequestActivity = "Microsoft.AspNetCore.Hosting.HttpRequestIn";

    /// <inheritdoc cref="AnswerCache.IsOn"/>
    public bool IsOn => cache.IsOn;

    /// <summary>Answers from memory, or else by the next.</summary>
    /// <returns>A task that is over when the request is answered.</returns>
    public async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        var started = Stopwatch.GetTimestamp();
        if (AnswerKey.Of(context.Request) is not { } key || !cache.MayHave(key) || await cache.ShelfAsync() is not { } shelf || shelf.Find(key) is not { } answer
            || (answer.IsCounted && !limiter.TryCountReader(context, settings.Api.RateLimit)))
        {
            await next(context);
            return;
        }

        cache.CountServed();
        // The application has begun one for each request; the server begins it where a line needs it.
        using var activity = Activity.Current is null && logger.IsEnabled(LogLevel.Information) ? Begin(context) : null;
        await answer.WriteAsync(context);
        RequestLog.Log(logger, context, context.Request.Path.ToUriComponent(), started);
    }

    private static Activity Begin(HttpContext context)
    {
        var activity = new Activity(RequestActivity);
        // One that is none would take the activity its trace id.
        if (context.Request.Headers.TraceParent is [{ } parent] && ActivityContext.TryParse(parent, null, isRemote: true, out var caller))
        {
            activity.SetParentId(caller.TraceId, caller.SpanId, caller.TraceFlags);
        }

        return activity.Start();
    }
}
