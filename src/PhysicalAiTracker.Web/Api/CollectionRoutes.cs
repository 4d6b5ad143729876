using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Api.Lists;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Maps a collection's two reads the same way for every kind.</summary>
internal static class CollectionRoutes
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Maps <c>/name</c> and <c>/name/{id}</c>.</summary>
    /// <param name="list">Answers with <see cref="Answers.ListAsync"/>.</param>
    /// <param name="find">Answers with one of <see cref="Answers"/>'s methods for items; its parameter <c>id</c> is what was asked for.</param>
    public static void MapCollection<TItem>(this IEndpointRouteBuilder api, Collection<TItem> collection, Delegate list, Delegate find)
        where TItem : class
    {
        api.MapRead(collection.Name, list).WithTags(collection.Name).WithMetadata(collection)
            .WithName($"list-{collection.Name}").WithSummary($"Lists {collection.Nouns}")
            .Produces<Page<TItem>>();
        foreach (var format in ListFormat.All.Where(format => format != ListFormat.Json))
        {
            var file = api.MapFile(collection.Name + format.Suffix, list).WithTags(collection.Name).WithMetadata(collection, format)
                .WithName($"list-{collection.Name}-{format.Suffix[1..]}").WithSummary($"Lists {collection.Nouns} as {format.MediaType}")
                .Produces<string>(StatusCodes.Status200OK, format.MediaType);
            if (format == ListFormat.Atom)
            {
                // Feeds are asked for again and again; files are streamed, and have no tag.
                file.Produces(StatusCodes.Status304NotModified);
            }
        }

        var item = api.MapRead($"{collection.Name}/{{id}}", find).WithTags(collection.Name).WithMetadata(collection)
            .WithName($"get-{collection.Noun.Replace(' ', '-')}").WithSummary($"Finds one {collection.Noun} by {collection.AskedBy}")
            .Produces<TItem>().Refuses<ApiProblem>(StatusCodes.Status404NotFound);
        if (collection.Kind is not null)
        {
            item.Produces(StatusCodes.Status301MovedPermanently);
            item.Refuses<GoneApiProblem>(StatusCodes.Status410Gone);
            api.MapHistory(collection);
        }
    }

    /// <summary>Maps a read that anybody may do from anywhere, as often as the limit allows.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapFile(pattern, handler)
            .Produces(StatusCodes.Status304NotModified).Refuses<ApiProblem>(StatusCodes.Status406NotAcceptable);

    /// <summary>The same, where the answer has no ETag.</summary>
    public static RouteHandlerBuilder MapFile(this IEndpointRouteBuilder routes, string pattern, Delegate handler) =>
        routes.MapDeferred(pattern, Reads, handler).AllowAnonymous().RequireCors(CrossOrigin.Reads)
            .Refuses<ParameterApiProblem>(StatusCodes.Status400BadRequest).Refuses<ApiProblem>(StatusCodes.Status429TooManyRequests);
}
