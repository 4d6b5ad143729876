using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Api.Lists;

/// <summary><c>/api/v1/companies/{id}.atom</c> and <c>/api/v1/questions/{id}.atom</c>: what changed about one of them.</summary>
internal static class RecordFeedApi
{
    public const string Suffix = "{id}.atom";

    public static void MapRecordFeedApi(this IEndpointRouteBuilder api)
    {
        api.MapFeed(Collections.Companies, "company", RecordKind.Party);
        api.MapFeed(Collections.Questions, "question", RecordKind.Question);
    }

    private static void MapFeed(this IEndpointRouteBuilder api, string collection, string noun, RecordKind kind) =>
        api.MapFile($"{collection}/{Suffix}", (HttpContext context, FeedQueries feeds, string id) => FindAsync(context, feeds, collection, noun, kind, id))
            .WithTags(collection).WithName($"get-{noun}-feed").WithSummary($"The newest changes of one {noun} and what is recorded about it, as a feed")
            .Produces<string>(StatusCodes.Status200OK, ListFormat.Atom.MediaType).Produces(StatusCodes.Status301MovedPermanently).Produces(StatusCodes.Status304NotModified)
            .Refuses<ApiProblem>(StatusCodes.Status404NotFound).Refuses<GoneApiProblem>(StatusCodes.Status410Gone);

    private static async Task<IResult> FindAsync(HttpContext context, FeedQueries feeds, string collection, string noun, RecordKind kind, string id)
    {
        if (RequestParameters.Strangers(context.Request.Query, []).ToList() is { Count: > 0 } strangers)
        {
            return ApiProblems.BadRequest(context, strangers);
        }

        if (await feeds.FindAsync(kind, id, context.RequestAborted) is not { } feed || (feed.Of.PartyKind is { } party && kind == RecordKind.Party && !Collections.Has(collection, party)))
        {
            return await GoneAnswers.FindAsync(context, kind, collection, id, ListFormat.Atom.Suffix) ?? Problems.Of(context, StatusCodes.Status404NotFound, $"No {noun} has the slug or id “{id}”.");
        }

        var path = ApiUrls.Of(collection, feed.Of.Slug!) + ListFormat.Atom.Suffix;
        return id == feed.Of.Slug || Guid.TryParse(id, out _)
            ? new AtomFeed(feed.Of.Text, [.. feed.Entries.Select(AtomEntries.Of)], kind == RecordKind.Party ? Addresses.Of(feed.Of.PartyKind!.Value, feed.Of.Slug!) : Addresses.OfQuestion(feed.Of.Slug!), path)
            : TypedResults.Redirect(path + context.Request.QueryString, permanent: true);
    }
}
