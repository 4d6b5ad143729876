using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/investors</c>.</summary>
internal static class InvestorsApi
{
    private static readonly Collection<PartyItem> Investors = new(
        Collections.Investors, "investor", "investors", "Whoever takes part in a funding round: firms, companies, public bodies, people.", PartyQueries.Investors);

    public static void MapInvestorsApi(this IEndpointRouteBuilder api) => api.MapCollection(Investors, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, PartyQueries parties) =>
        Answers.ListAsync<PartyItem>(context, (request, cancellation, others) => parties.ListAsync(PartyQueries.Investors, request, cancellation, others));

    private static Task<IResult> FindAsync(HttpContext context, PartyQueries parties, string id) =>
        Answers.ItemAsync(context, id, parties.FindInvestorAsync);
}
