using PhysicalAiTracker.Core.Architecture;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/claims</c>.</summary>
internal static class ClaimsApi
{
    private static readonly Collection<ClaimItem> Claims = new(
        Collections.Claims, "architecture claim", "architecture claims", "Where a company's AI, or a class of systems, is said to run: one plane and one placement each.", ClaimQueries.List);

    public static void MapClaimsApi(this IEndpointRouteBuilder api) => api.MapCollection(Claims, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, ClaimQueries claims) => Answers.ListAsync(context, claims.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, ClaimQueries claims, string id) => Answers.ItemAsync(context, id, claims.FindAsync);
}
