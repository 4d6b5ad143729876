using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Web.Api.Idempotency;
using PhysicalAiTracker.Web.Api.Keys;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/disclosures</c>: what was accepted, and the one way to write.</summary>
internal static class DisclosuresApi
{
    private static readonly Collection<DisclosureItem> Disclosures = new(
        Collections.Disclosures, "disclosure", "disclosures", "What was accepted: one source and the changes it supports, entered once.", DisclosureQueries.List);

    public static void MapDisclosuresApi(this IEndpointRouteBuilder api)
    {
        api.MapCollection(Disclosures, ListAsync, FindAsync);
        api.MapPost(Disclosures.Name, PublishAsync).RequireAuthorization(Policies.Analyst).AddEndpointFilter(CrossOrigin.RefuseOthersAsync)
            .TakesKeysTo(ApiKeyScope.Publish).TakesIdempotencyKey()
            .WithTags(Disclosures.Name).WithName("publish-disclosure").WithSummary("Publishes a disclosure: all of it, or nothing")
            .Accepts<JsonObject>("application/json")
            .Produces<PublishedAnswer>(StatusCodes.Status201Created).Produces<PublishedAnswer>()
            .Refuses<DisclosureApiProblem>(StatusCodes.Status400BadRequest).Refuses<ConflictApiProblem>(StatusCodes.Status409Conflict)
            .Refuses<ApiProblem>(
                StatusCodes.Status401Unauthorized,
                StatusCodes.Status403Forbidden,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status429TooManyRequests);
    }

    private static Task<IResult> ListAsync(HttpContext context, DisclosureQueries disclosures) => Answers.ListAsync(context, disclosures.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, DisclosureQueries disclosures, string id) => Answers.ItemAsync(context, id, disclosures.FindAsync);

    private static async Task<IResult> PublishAsync(HttpContext context, DisclosureCommands disclosures)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, "The body must be sent as application/json.");
        }

        if (RequestParameters.Strangers(context.Request.Query, []).ToList() is { Count: > 0 } strangers)
        {
            return ApiProblems.BadRequest(context, strangers);
        }

        var (document, problem) = await DisclosureBody.ReadAsync(context.Request);
        return document is null
            ? PublishAnswers.Refused(context, [problem!])
            : PublishAnswers.Of(context, document, await disclosures.PublishAsync(document, Signed.Submitter(context.User), draft: null, context.RequestAborted));
    }
}
