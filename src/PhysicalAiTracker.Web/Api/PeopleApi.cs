using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/people</c>.</summary>
internal static class PeopleApi
{
    private static readonly Collection<PartyItem> People = new(
        Collections.People, "person", "people", "People who found, lead or back companies.", PartyQueries.People);

    public static void MapPeopleApi(this IEndpointRouteBuilder api) => api.MapCollection(People, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, PartyQueries parties) =>
        Answers.ListAsync<PartyItem>(context, (request, cancellation, others) => parties.ListAsync(PartyQueries.People, request, cancellation, others));

    private static Task<IResult> FindAsync(HttpContext context, PartyQueries parties, string id) =>
        Answers.ItemAsync(context, id, parties.FindPersonAsync);
}
