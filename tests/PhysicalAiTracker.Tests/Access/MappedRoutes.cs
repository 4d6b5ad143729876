using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Access;

/// <summary>Every method of every route that the application maps, but for its static files.</summary>
internal static class MappedRoutes
{
    public static async Task<IReadOnlyList<string>> OfAsync(TrackerApp app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var routes = new List<string>();
        foreach (var endpoint in app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            {
                routes.AddRange((await MethodsAsync(loader, endpoint)).Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"));
            }
        }

        return [.. routes.Distinct()];
    }

    /// <summary>Static files: nobody is asked who they are.</summary>
    public static IEnumerable<RouteEndpoint> StaticFiles(TrackerApp app) => app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null);

    private static async Task<IEnumerable<string>> MethodsAsync(PageLoader loader, RouteEndpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
        {
            var methods = (await loader.LoadAsync(page, endpoint.Metadata)).HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant())
                // The framework's own OnPageHandlerExecuting looks like a handler of a method “page”.
                .Where(method => method != "PAGE").Distinct().ToList();
            // A page without a method for it answers a GET by itself.
            return methods.Contains("GET") ? methods : methods.Append("GET");
        }

        return endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is { Count: > 0 } listed ? listed : ["ANY"];
    }
}
