using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Who may call from a page of another origin: anybody to read, without credentials; nobody to write.</summary>
internal static class CrossOrigin
{
    /// <summary>Name of the policy of reads.</summary>
    public const string Reads = "api-reads";

    /// <summary>Name of the policy of queries that may be sent as a form: they write nothing and need no credentials.</summary>
    public const string Queries = "api-queries";

    private const string SameOrigin = "same-origin";

    public static void AddCrossOriginReads(this IServiceCollection services) => services.AddCors(cors =>
    {
        cors.AddPolicy(Reads, policy => Open(policy, HttpMethods.Get, HttpMethods.Head));
        cors.AddPolicy(Queries, policy => Open(policy, HttpMethods.Post));
    });

    /// <summary>
    /// Refuses a write that a browser sends from another origin, as a second lock behind SameSite cookies. A browser names the
    /// origin in headers that no page can forge; a program without a browser sends neither, and nobody can ride on its cookie.
    /// </summary>
    public static async ValueTask<object?> RefuseOthersAsync(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next) =>
        IsSameOrigin(invocation.HttpContext.Request)
            ? await next(invocation)
            : Problems.Of(invocation.HttpContext, StatusCodes.Status403Forbidden, "Only a page of this site, or a program that is no browser, may write.");

    private static void Open(CorsPolicyBuilder policy, params string[] methods) => policy
        .AllowAnyOrigin()
        .WithMethods(methods)
        .WithHeaders(HeaderNames.Accept, HeaderNames.IfNoneMatch)
        .WithExposedHeaders(HeaderNames.ETag, HeaderNames.LastModified, HeaderNames.Link, HeaderNames.RetryAfter, "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", "RateLimit-Policy")
        .SetPreflightMaxAge(TimeSpan.FromHours(1));

    private static bool IsSameOrigin(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        string? origin = request.Headers.Origin;
        return site is null or SameOrigin && (origin is null || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}
