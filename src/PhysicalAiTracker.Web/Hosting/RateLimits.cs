using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Names of the rate limits; put them on an endpoint with <c>RequireRateLimiting</c> or on a page with <c>[EnableRateLimiting]</c>.</summary>
public static class RateLimits
{
    /// <summary>All of <c>/api</c>.</summary>
    public const string Api = "api";

    /// <summary>Attempts at a password; only posts count.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Part of an IPv6 address that one customer of a provider has at hand, in bytes.</summary>
    private const int Ipv6Network = 8;

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public static void AddRateLimits(this IServiceCollection services, TrackerSettings settings) => services.AddRateLimiter(limits =>
    {
        limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limits.AddPolicy(Api, context => Principals.KeyOf(context.User) is { } key
            ? PerPartition($"key {key}", settings.Api.KeyRateLimit)
            : context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } account
            ? PerPartition($"account {account}", settings.Api.SignedInRateLimit)
            : PerAddress(context, settings.Api.RateLimit));
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
