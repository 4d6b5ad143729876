using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing.Template;
using PhysicalAiTracker.Web.Api;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.AsOf;

/// <summary>Knows what can be read as of a day: every page and endpoint that is there to be read by everybody.</summary>
public sealed class ReadRoutes(EndpointDataSource endpoints, PageLoader pages)
{
    /// <summary>Of an account, of an error, and what other programs frame: always about now.</summary>
    private static readonly string[] OwnFolders = ["/Account/", "/Error", "/Reconcile/"];

    private List<(TemplateMatcher Route, bool IsRead)> _routes = [];

    /// <summary>Looks at all routes, once. Must have been awaited before a link is looked at.</summary>
    public async Task LoadAsync()
    {
        if (_routes.Count > 0)
        {
            return;
        }

        var routes = new List<(TemplateMatcher, bool)>();
        // The most particular first: /disclosures/new before /disclosures/{id}.
        foreach (var endpoint in endpoints.Endpoints.OfType<RouteEndpoint>().OrderBy(e => e.RoutePattern.InboundPrecedence))
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            if (page is not null || IsReadOfApi(endpoint))
            {
                var isRead = page is null || IsReadPage(await pages.LoadAsync(page, endpoint.Metadata));
                routes.Add((new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []), isRead));
            }
        }

        _routes = routes;
    }

    /// <summary>Whether the endpoint takes <c>asOf</c>; null where it is neither a page nor a part of the API.</summary>
    public static bool? Takes(HttpContext context)
    {
        if (context.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return null;
        }

        var reads = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
        if (endpoint.Metadata.GetMetadata<CompiledPageActionDescriptor>() is { } page)
        {
            return reads && IsReadPage(page);
        }

        return Errors.IsApi(context) ? reads && IsReadOfApi(endpoint) : null;
    }

    /// <param name="path">Without query.</param>
    public bool IsRead(string path)
    {
        var asked = new PathString(Uri.UnescapeDataString(path));
        return _routes.FirstOrDefault(route => route.Route.TryMatch(asked, [])).IsRead;
    }

    private static bool IsReadPage(CompiledPageActionDescriptor page) =>
        !OwnFolders.Any(folder => page.ViewEnginePath.StartsWith(folder, StringComparison.Ordinal))
        && page.ModelTypeInfo?.IsDefined(typeof(AuthorizeAttribute), inherit: true) != true;

    private static bool IsReadOfApi(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith(ApiUrls.Root.TrimStart('/'), StringComparison.Ordinal) == true
        && endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true
        && endpoint.Metadata.GetMetadata<IAuthorizeData>() is null;
}
