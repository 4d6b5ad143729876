using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Api.Idempotency;
using PhysicalAiTracker.Web.Api.Keys;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/disclosures</c>: what was accepted, and the one way to write.</summary>
internal static class DisclosuresApi
{
    /// <summary>Says in which state a disclosure is sent.</summary>
    public const string StateParameter = "state";

    private static readonly Collection<DisclosureItem> Disclosures = new(
        Collections.Disclosures, "disclosure", "disclosures", "What was accepted: one source and the changes it supports, entered once.", DisclosureQueries.List);

    public static void MapDisclosuresApi(this IEndpointRouteBuilder api)
    {
        api.MapCollection(Disclosures, ListAsync, FindAsync);
        api.MapPost(Disclosures.Name, PublishAsync).RequireAuthorization(Policies.Contributor).AddEndpointFilter(CrossOrigin.RefuseOthersAsync)
            .TakesKeysTo(ApiKeyScope.Submit, ApiKeyScope.Publish).TakesIdempotencyKey()
            .WithTags(Disclosures.Name).WithName("publish-disclosure").WithSummary("Publishes a disclosure: all of it, or nothing; or keeps it as a draft, or submits it for review")
            .Accepts<JsonObject>("application/json")
            .Produces<PublishedAnswer>(StatusCodes.Status201Created).Produces<PublishedAnswer>()
            .Refuses<DisclosureApiProblem>(StatusCodes.Status400BadRequest).Refuses<ConflictApiProblem>(StatusCodes.Status409Conflict)
            .Refuses<ApiProblem>(
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status429TooManyRequests);
    }

    private static readonly string[] States = [Words.Of(DisclosureState.Draft), Words.Of(DisclosureState.Submitted), Words.Of(DisclosureState.Accepted)];

    private static Task<IResult> ListAsync(HttpContext context, DisclosureQueries disclosures) => Answers.ListAsync(context, disclosures.ListAsync);

    /// <summary>What was accepted; and what was not, for its author and for reviewers, with the version that the next step names.</summary>
    private static async Task<IResult> FindAsync(HttpContext context, DisclosureQueries disclosures, ReviewQueries reviews, string id) =>
        Guid.TryParse(id, out var guid) && context.Request.Query.Count == 0 && Signed.Drafter(context.User) is { } who && await reviews.FindAsync(guid, who, context.RequestAborted) is { } standing
            ? new VersionedAnswer(standing, standing.Version)
            : await Answers.ItemAsync(context, id, disclosures.FindAsync);

    private static async Task<IResult> PublishAsync(HttpContext context, DisclosureCommands disclosures, DraftCommands drafts, ReviewCommands review, IAuthorizationService authorization)
    {
        if (DisclosureBody.Unsupported(context.Request) is { } unsupported)
        {
            return Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, unsupported);
        }

        if (RequestParameters.Strangers(context.Request.Query, [StateParameter]).ToList() is { Count: > 0 } strangers)
        {
            return ApiProblems.BadRequest(context, strangers);
        }

        if (StateOf(context.Request.Query) is not { } state)
        {
            return ApiProblems.BadRequest(context, [new ParameterProblem(StateParameter, "is none of the states that a disclosure can be sent in", States)]);
        }

        if (state == DisclosureState.Accepted && !(await authorization.AuthorizeAsync(context.User, Policies.Analyst)).Succeeded)
        {
            return Problems.Of(context, StatusCodes.Status403Forbidden, "A contributor publishes nothing: send it with state=submitted, for a reviewer to accept.");
        }

        if (KeyScopes.Missing(context.User, state == DisclosureState.Accepted ? ApiKeyScope.Publish : ApiKeyScope.Submit) is { } missing)
        {
            return Problems.Of(context, StatusCodes.Status403Forbidden, missing);
        }

        var (document, problem) = await DisclosureBody.ReadAsync(context.Request);
        return document is null ? PublishAnswers.Refused(context, [problem!])
            : state == DisclosureState.Draft ? Kept(await drafts.CreateWholeAsync(document, Signed.Drafter(context.User)!, context.RequestAborted), state)
            : state == DisclosureState.Submitted ? await SubmitAsync(context, document, drafts, review)
            : PublishAnswers.Of(context, document, await disclosures.PublishAsync(document, Signed.Submitter(context.User), draft: null, context.RequestAborted));
    }

    /// <summary>Null where it is no state that a disclosure can be sent in.</summary>
    private static DisclosureState? StateOf(IQueryCollection query) =>
        !query.TryGetValue(StateParameter, out var given) ? DisclosureState.Accepted
        : States.Contains(given.ToString()) && Words.TryParse<DisclosureState>(given.ToString(), out var state) ? state : null;

    /// <summary>Submitted only where it is fit to be published; otherwise refused, and nothing is kept.</summary>
    private static async Task<IResult> SubmitAsync(HttpContext context, JsonObject document, DraftCommands drafts, ReviewCommands review)
    {
        var who = Signed.Drafter(context.User)!;
        if (await review.WhyNotAsync(document, who, context.RequestAborted) is { } refused)
        {
            return PublishAnswers.Of(context, document, refused);
        }

        var draft = await drafts.CreateWholeAsync(document, who, context.RequestAborted);
        return await review.SubmitAsync(draft.Id, draft.Version, who, context.RequestAborted) is ReviewOutcome.Done done
            ? Kept((done.Id, done.Version), DisclosureState.Submitted)
            : Kept(draft, DisclosureState.Draft);
    }

    private static VersionedAnswer Kept((Guid Id, int Version) draft, DisclosureState state)
    {
        var url = ApiUrls.Of(Collections.Disclosures, draft.Id);
        return new VersionedAnswer(new PublishedAnswer(draft.Id, url, [], state, draft.Version), draft.Version, StatusCodes.Status201Created) { Location = url };
    }
}
