using PhysicalAiTracker.Core.Observations;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/observations</c>.</summary>
internal static class ObservationsApi
{
    private static readonly Collection<ObservationItem> Observations = new(
        Collections.Observations, "observation", "observations", "Dated measurements of a party or a market: headcount, spend, market size.", ObservationQueries.List);

    public static void MapObservationsApi(this IEndpointRouteBuilder api) => api.MapCollection(Observations, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, ObservationQueries observations) => Answers.ListAsync(context, observations.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, ObservationQueries observations, string id) => Answers.ItemAsync(context, id, observations.FindAsync);
}
