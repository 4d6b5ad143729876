using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>What the API has at an address, for answers to requests that routing refused.</summary>
internal static class ApiRoutes
{
    /// <summary>Whether any method is taken there.</summary>
    public static bool IsMapped(HttpContext context) => At(context).Any();

    /// <summary>The methods that are taken there; empty where there is nothing.</summary>
    public static IReadOnlyList<string> MethodsTaken(HttpContext context) =>
        [.. At(context).SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The types of body that the method takes there.</summary>
    public static IEnumerable<string> TypesTaken(HttpContext context) =>
        At(context).Where(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(context.Request.Method) is true)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.ContentTypes ?? []).Distinct();

    /// <summary>The least role that it takes; null where it takes none.</summary>
    public static string? RoleAsked(HttpContext context) => context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(asked => asked.Policy).LastOrDefault(policy => policy is not null);

    private static IEnumerable<RouteEndpoint> At(HttpContext context) => context.RequestServices.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<CountedEndpoint>() is not null)
        .Where(endpoint => new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []).TryMatch(context.Request.Path, []));
}
