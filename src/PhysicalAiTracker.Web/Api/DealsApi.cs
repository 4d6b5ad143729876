using PhysicalAiTracker.Core.Deals;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/deals</c>.</summary>
internal static class DealsApi
{
    private static readonly Collection<DealItem> Deals = new(
        Collections.Deals, "deal", "deals", "Acquisitions, licence-and-hire deals and contemplated ones.", DealQueries.List);

    public static void MapDealsApi(this IEndpointRouteBuilder api) => api.MapCollection(Deals, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, DealQueries deals) => Answers.ListAsync(context, deals.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, DealQueries deals, string id) => Answers.ItemAsync(context, id, deals.FindAsync);
}
