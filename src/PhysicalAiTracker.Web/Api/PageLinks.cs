using Microsoft.AspNetCore.Http.Extensions;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Api;

/// <summary>The addresses of a page's neighbours, as links (RFC 8288): the same query with another cursor.</summary>
internal static class PageLinks
{
    public static void Add(HttpContext context, string? next, string? prev)
    {
        if (next is not null)
        {
            LinkHeader.Add(context, Of(context.Request, next), "next");
        }

        if (prev is not null)
        {
            LinkHeader.Add(context, Of(context.Request, prev), "prev");
            LinkHeader.Add(context, Of(context.Request, null), "first");
        }
    }

    private static string Of(HttpRequest request, string? cursor)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key != ListDefinition.Cursor));
        if (cursor is not null)
        {
            query.Add(ListDefinition.Cursor, cursor);
        }

        return request.PathBase + request.Path + query.ToQueryString();
    }
}
