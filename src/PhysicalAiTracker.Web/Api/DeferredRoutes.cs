using Microsoft.AspNetCore.Routing.Patterns;

namespace PhysicalAiTracker.Web.Api;

/// <summary>
/// Maps handlers whose parameters are bound by code that is compiled when the route is first asked for. The framework compiles it when it starts, for
/// every route: with a hundred of them, a third of the server's start in a profile.
/// </summary>
internal static class DeferredRoutes
{
    /// <summary>Maps as <c>MapMethods</c> does; filters (<c>AddEndpointFilter</c>) on the route or its group make the framework compile at start again.</summary>
    public static RouteHandlerBuilder MapDeferred(this IEndpointRouteBuilder routes, string pattern, IEnumerable<string> methods, Delegate handler)
    {
        var options = new RequestDelegateFactoryOptions
        {
            ServiceProvider = routes.ServiceProvider,
            RouteParameterNames = RoutePatternFactory.Parse(pattern).Parameters.Select(parameter => parameter.Name),
        };
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, options).RequestDelegate);
        var route = routes.MapMethods(pattern, methods, context => compiled.Value(context));
        route.Add(builder =>
        {
            // What descriptions of the API read.
            builder.Metadata.Add(handler.Method);
            foreach (var found in RequestDelegateFactory.InferMetadata(handler.Method, options).EndpointMetadata)
            {
                builder.Metadata.Add(found);
            }
        });
        return new RouteHandlerBuilder([route]);
    }
}
