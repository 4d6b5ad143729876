using PhysicalAiTracker.Web.Api.Description;

namespace PhysicalAiTracker.Web.Api;

/// <summary>One collection as the index lists it.</summary>
internal sealed record IndexEntry(string Name, string About, string Url);

/// <summary>What the API has.</summary>
/// <param name="Insights">What is derived from the collections.</param>
/// <param name="Description">Where it is described as OpenAPI.</param>
internal sealed record IndexAnswer(IReadOnlyList<IndexEntry> Collections, IReadOnlyList<IndexEntry> Insights, string Description);

/// <summary><c>/api/v1</c>: the collections.</summary>
internal static class IndexApi
{
    public const string Tag = "index";

    public static void MapIndexApi(this IEndpointRouteBuilder api) => api.MapRead("", Index)
        .WithTags(Tag).WithName("get-index").WithSummary("Lists the collections").Produces<IndexAnswer>();

    private static IResult Index(HttpContext context, EndpointDataSource endpoints)
    {
        var problems = RequestParameters.Strangers(context.Request.Query, []).ToList();
        LinkHeader.Add(context, DescriptionSetup.DocumentPath, "service-desc", "; type=\"application/json\"");
        LinkHeader.Add(context, "/swagger", "service-doc", "; type=\"text/html\"");
        return problems.Count > 0
            ? ApiProblems.BadRequest(context, problems)
            : new JsonAnswer(new IndexAnswer(
                [.. endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<Collection>()).OfType<Collection>().Distinct().Select(c => new IndexEntry(c.Name, c.About, c.Url))],
                [.. endpoints.Endpoints.Select(e => e.Metadata.GetMetadata<Insight>()).OfType<Insight>().Distinct().Select(i => new IndexEntry(i.Name, i.About, i.Url))],
                DescriptionSetup.DocumentPath));
    }
}
