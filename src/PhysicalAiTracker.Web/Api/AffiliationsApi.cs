using PhysicalAiTracker.Core.Affiliations;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/affiliations</c>.</summary>
internal static class AffiliationsApi
{
    private static readonly Collection<AffiliationItem> Affiliations = new(
        Collections.Affiliations, "affiliation", "affiliations", "Who founded, leads, owns or came from whom; reads party – kind – organisation.", AffiliationQueries.List);

    public static void MapAffiliationsApi(this IEndpointRouteBuilder api) => api.MapCollection(Affiliations, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, AffiliationQueries affiliations) => Answers.ListAsync(context, affiliations.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, AffiliationQueries affiliations, string id) => Answers.ItemAsync(context, id, affiliations.FindAsync);
}
