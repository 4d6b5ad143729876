using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.Net.Http.Headers;
using PhysicalAiTracker.Web.AsOf;

namespace PhysicalAiTracker.Web.Hosting.Cache;

/// <summary>
/// Answers to readers without an account, from memory where the same was asked before and nothing was committed since. Looked for early, before routing and
/// authentication (<see cref="KeptAnswers"/>); kept late, where it is known what answers and to whom.
/// </summary>
internal static class AnswerKeeping
{
    /// <summary>
    /// Answers are looked for by the server itself, before a request gets a context of the application; behind a proxy by the application, once it is known who asks
    /// for what.
    /// </summary>
    public static void AddAnswerCache(this IServiceCollection services, ProxyOptions proxy)
    {
        services.AddSingleton<AnswerCache>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<KeptAnswers>(provider, RateLimits.LimiterOf(provider)));
        if (!proxy.Enabled && services.LastOrDefault(service => service.ServiceType == typeof(IServer)) is { ImplementationType: { } server } before)
        {
            services.Remove(before);
            services.AddSingleton<IServer>(provider =>
                new KeptAnswerServer((IServer)ActivatorUtilities.CreateInstance(provider, server), provider.GetRequiredService<KeptAnswers>()));
        }
    }

    /// <summary>Answers what is known, before anything else looks at the request, where the server does not.</summary>
    public static void UseKeptAnswers(this WebApplication app)
    {
        var answers = app.Services.GetRequiredService<KeptAnswers>();
        if (answers.IsOn && app.Services.GetRequiredService<IServer>() is not KeptAnswerServer)
        {
            app.Use(next => context => answers.AnswerAsync(context, next));
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

    private static async Task KeepAsync(HttpContext context, RequestDelegate next, AnswerKey key, Endpoint endpoint, Shelf<AnswerKey, KeptAnswer> shelf, int largest)
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

        if (held.Held is not { Length: > 0 } whole)
        {
            return;
        }

        var isKept = MayKeep(response);
        if (isKept && response.Headers.ETag.Count == 0)
        {
            var tag = EntityTags.Of(whole);
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

        response.ContentLength = whole.Length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            // The headers of the answer to a GET, and no body.
            return;
        }

        await whole.WriteAsync(response, context.RequestAborted);
        // Now all headers are there, those that are set at the last moment too.
        if (isKept && MayKeep(response))
        {
            shelf.Add(key, KeptAnswer.Of(context, endpoint, whole));
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
