using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/companies</c>.</summary>
internal static class CompaniesApi
{
    private static readonly Collection<PartyItem> Companies = new(
        Collections.Companies, "company", "companies", "Companies that the tracker follows or that others mention.", PartyQueries.Companies);

    public static void MapCompaniesApi(this IEndpointRouteBuilder api) => api.MapCollection(Companies, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, PartyQueries parties) =>
        Answers.ListAsync<PartyItem>(context, (request, cancellation, others) => parties.ListAsync(PartyQueries.Companies, request, cancellation, others));

    private static Task<IResult> FindAsync(HttpContext context, PartyQueries parties, string id) =>
        Answers.ItemAsync(context, id, parties.FindCompanyAsync);
}
