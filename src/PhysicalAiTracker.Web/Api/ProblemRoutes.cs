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
}
