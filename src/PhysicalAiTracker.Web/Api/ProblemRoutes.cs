using System.Net.Mime;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Says which problems a route answers with.</summary>
internal static class ProblemRoutes
{
    public static RouteHandlerBuilder Refuses<TProblem>(this RouteHandlerBuilder route, params IReadOnlyList<int> statuses)
        where TProblem : ApiProblem
    {
        foreach (var status in statuses)
        {
            route.Produces<TProblem>(status, MediaTypeNames.Application.ProblemJson);
        }

        return route;
    }

    /// <summary>Problems that every route of a group answers with.</summary>
    public static RouteGroupBuilder Refuses<TProblem>(this RouteGroupBuilder group, params IReadOnlyList<int> statuses)
        where TProblem : ApiProblem =>
        group.WithMetadata([.. statuses.Select(status => new ProducesResponseTypeMetadata(status, typeof(TProblem), [MediaTypeNames.Application.ProblemJson]))]);
}
