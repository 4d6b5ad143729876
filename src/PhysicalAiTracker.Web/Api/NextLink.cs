using Microsoft.AspNetCore.Http.Extensions;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Api;

/// <summary>The next page's address: the same query with another cursor.</summary>
internal static class NextLink
{
    public static string Of(HttpRequest request, string cursor)
    {
        var query = new QueryBuilder(request.Query.Where(parameter => parameter.Key != ListDefinition.Cursor)) { { ListDefinition.Cursor, cursor } };
        return request.PathBase + request.Path + query.ToQueryString();
    }
}
