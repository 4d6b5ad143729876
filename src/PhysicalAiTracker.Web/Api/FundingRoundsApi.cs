using PhysicalAiTracker.Core.Funding;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/funding-rounds</c>.</summary>
internal static class FundingRoundsApi
{
    private static readonly Collection<FundingRoundItem> FundingRounds = new(
        Collections.FundingRounds, "funding round", "funding rounds", "Money raised by a company: amount, valuation, status, who took part.", FundingRoundQueries.List);

    public static void MapFundingRoundsApi(this IEndpointRouteBuilder api) => api.MapCollection(FundingRounds, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, FundingRoundQueries rounds) => Answers.ListAsync(context, rounds.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, FundingRoundQueries rounds, string id) => Answers.ItemAsync(context, id, rounds.FindAsync);
}
