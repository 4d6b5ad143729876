using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Running behind a proxy that ends TLS: whom to believe, and that readers come by https.</summary>
public static class Proxy
{
    private const int HttpsPort = 443;

    public static void AddProxy(this IServiceCollection services, ProxyOptions options)
    {
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.ForwardLimit = options.Limit;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var network in options.Networks())
            {
                forwarded.KnownIPNetworks.Add(network);
            }
        });
        services.Configure<HttpsRedirectionOptions>(redirection =>
        {
            redirection.HttpsPort = HttpsPort;
            redirection.RedirectStatusCode = StatusCodes.Status308PermanentRedirect;
        });
        services.AddHsts(hsts => hsts.MaxAge = TimeSpan.FromDays(365));
    }

    /// <summary>First of all: whom the request comes from, and by which scheme.</summary>
    public static void UseProxy(this WebApplication app, ProxyOptions options)
    {
        if (options.Enabled)
        {
            app.UseForwardedHeaders();
        }
    }

    /// <summary>HSTS goes out with https answers only. Plain http is redirected where the proxy is known to offer https; health checks come from inside.</summary>
    public static void UseHttps(this WebApplication app, ProxyOptions options)
    {
        if (options.Enabled)
        {
            app.UseWhen(context => !context.Request.Path.StartsWithSegments(Health.Path), inner => inner.UseHttpsRedirection());
        }

        app.UseHsts();
    }
}
