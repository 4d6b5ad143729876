using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/sources</c>.</summary>
internal static class SourcesApi
{
    private static readonly Collection<SourceItem> Sources = new(
        Collections.Sources, "source", "sources", "Published documents that passages are quoted from or credited to.", SourceQueries.List);

    public static void MapSourcesApi(this IEndpointRouteBuilder api) => api.MapCollection(Sources, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, SourceQueries sources) => Answers.ListAsync(context, sources.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, SourceQueries sources, string id) => Answers.ItemAsync(context, id, sources.FindAsync);
}
