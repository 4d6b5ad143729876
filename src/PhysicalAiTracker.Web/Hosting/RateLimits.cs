using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Marks an endpoint whose requests are counted.</summary>
internal sealed record CountedEndpoint;

/// <summary>Names of the rate limits; put them on an endpoint with <c>RequireRateLimiting</c> or on a page with <c>[EnableRateLimiting]</c>.</summary>
public static class RateLimits
{
    /// <summary>Attempts at a password; only posts count.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Part of an IPv6 address that one customer of a provider has at hand, in bytes.</summary>
    private const int Ipv6Network = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services, TrackerSettings settings) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.GlobalLimiter = new WindowLimiter(
            context => !Errors.IsApi(context) ? null
                : Principals.KeyOf(context.User) is { } key ? new CountedCaller("key", key, settings.Api.KeyRateLimit)
                : context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? new CountedCaller("account", account, settings.Api.SignedInRateLimit)
                : Reader(context, settings.Api.RateLimit),
            Window);
        limits.AddPolicy(SignIn, context => HttpMethods.IsPost(context.Request.Method)
            ? PerAddress(context, settings.SignIn.RateLimit)
            : RateLimitPartition.GetNoLimiter("reading"));
        limits.OnRejected = (rejected, _) =>
        {
            var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
    });

    /// <summary>Counts the requests to these endpoints: of a key, an account, or an address.</summary>
    public static TBuilder CountsRequests<TBuilder>(this TBuilder endpoints)
        where TBuilder : IEndpointConventionBuilder => endpoints.WithMetadata(new CountedEndpoint());

    /// <summary>Puts on each counted answer how many requests are left, and when they are counted anew.</summary>
    public static void UseRateLimits(this WebApplication app)
    {
        var limiter = LimiterOf(app.Services);
        app.Use((context, next) =>
        {
            // Asked now: whatever goes wrong is answered under the path of an error page, by which nobody would be counted.
            if (limiter.CallerOf(context) is { } caller)
            {
                context.Response.OnStarting(() =>
                {
                    AddHeaders(context.Response.Headers, limiter.StateOf(caller));
                    return Task.CompletedTask;
                });
            }

            return next(context);
        });
        app.UseRateLimiter();
    }

    /// <summary>What counts the requests.</summary>
    internal static WindowLimiter LimiterOf(IServiceProvider services) => (WindowLimiter)services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;

    /// <summary>Counts a request of a reader without an account, and puts on the answer what is left.</summary>
    /// <returns>False where it is one too many.</returns>
    internal static bool TryCountReader(this WindowLimiter limiter, HttpContext context, int limit)
    {
        var isGranted = limiter.TryCount(Reader(context, limit), out var state);
        if (isGranted)
        {
            AddHeaders(context.Response.Headers, state);
        }

        return isGranted;
    }

    private static void AddHeaders(IHeaderDictionary headers, WindowState state)
    {
        headers["RateLimit-Limit"] = state.Limit;
        headers["RateLimit-Remaining"] = state.Remaining.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Reset"] = state.ResetSeconds.ToString(CultureInfo.InvariantCulture);
        headers["RateLimit-Policy"] = state.Policy;
    }

    private static CountedCaller Reader(HttpContext context, int limit) => new("address", Client(context.Connection.RemoteIpAddress), limit);

    private static RateLimitPartition<string> PerAddress(HttpContext context, int permits) => PerPartition(Client(context.Connection.RemoteIpAddress), permits);

    private static RateLimitPartition<string> PerPartition(string key, int permits) => RateLimitPartition.GetFixedWindowLimiter(
        key,
        _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window });

    private static string Client(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, Ipv6Network))
            : address.ToString();
    }
}
