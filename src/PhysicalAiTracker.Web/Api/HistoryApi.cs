using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/{collection}/{id}/history</c>: everything that a record was, also of one that is gone.</summary>
internal static class HistoryApi
{
    public const string Suffix = "/history";

    public static void MapHistory(this IEndpointRouteBuilder api, Collection collection) => api.MapRead($"{collection.Name}/{{id}}{Suffix}", FindAsync)
        .WithTags(collection.Name).WithMetadata(collection)
        .WithName($"get-{collection.Noun.Replace(' ', '-')}-history").WithSummary($"Lists every revision of one {collection.Noun}, newest first")
        .Produces<RecordHistory>().Refuses<ApiProblem>(StatusCodes.Status404NotFound);

    private static async Task<IResult> FindAsync(HttpContext context, RecordHistoryQueries histories, string id)
    {
        var collection = context.GetEndpoint()!.Metadata.GetRequiredMetadata<Collection>();
        if (RequestParameters.Strangers(context.Request.Query, []).ToList() is { Count: > 0 } problems)
        {
            return ApiProblems.BadRequest(context, problems);
        }

        return await histories.IdOfAsync(collection.Kind!.Value, id, context.RequestAborted) is { } record
            && await histories.FindAsync(record, context.RequestAborted) is { } history
            && ((history.Name?.PartyKind ?? history.Gone?.PartyKind) is not { } party || collection.Kind != RecordKind.Party || Collections.Has(collection.Name, party))
            ? new JsonAnswer(history)
            : Answers.Missing(context, collection, id);
    }
}
