using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Api;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>The routes that the application maps, read once from the application itself.</summary>
internal static class Described
{
    private static readonly Lazy<IReadOnlyList<RouteEndpoint>> Endpoints = new(Read);

    public static IReadOnlyList<Collection> Collections => [.. Endpoints.Value.Select(e => e.Metadata.GetMetadata<Collection>()).OfType<Collection>().Distinct()];

    /// <summary>Paths as clients write them: <c>/api/v1/companies/{id}</c>.</summary>
    public static IReadOnlyList<string> Paths => [.. Endpoints.Value.Select(e => "/" + e.RoutePattern.RawText!.Trim('/')).Distinct()];

    public static Collection Collection(string name) => Collections.Single(collection => collection.Name == name);

    private static List<RouteEndpoint> Read()
    {
        using var app = new TrackerApp();
        return [.. app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(e => e.RoutePattern.RawText!.TrimStart('/').StartsWith("api/", StringComparison.Ordinal))];
    }
}
