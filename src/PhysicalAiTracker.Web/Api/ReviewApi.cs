using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Web.Api.Idempotency;
using PhysicalAiTracker.Web.Api.Keys;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>Where a disclosure stands after a step.</summary>
/// <param name="Version">What the next step names in <c>If-Match</c>; also the ETag.</param>
internal sealed record StepAnswer(Guid Id, string Url, DisclosureState State, int Version);

/// <summary>Why a disclosure is rejected.</summary>
/// <param name="Reason">For its author to read; required.</param>
internal sealed record RejectionRequest(string? Reason);

/// <summary>A step that came too late.</summary>
/// <param name="State">Where the disclosure stands; null where only its version is another one.</param>
/// <param name="Asked">The version in <c>If-Match</c>; null where any was meant.</param>
/// <param name="Version">The version that it has.</param>
/// <param name="Conflicts">Both versions of each record that moved; empty where that was not the reason.</param>
internal sealed record StepApiProblem(
    string Type, string Title, int Status, string Detail, string TraceId, DisclosureState? State, int? Asked, int? Version, IReadOnlyList<ConflictAnswer>? Conflicts)
    : ApiProblem(Type, Title, Status, Detail, TraceId);

/// <summary><c>/api/v1/disclosures/{id}/submit|withdraw|accept|reject</c>: a disclosure on its way in.</summary>
internal static class ReviewApi
{
    /// <summary>Last segments of the routes.</summary>
    public static IReadOnlyList<string> Steps { get; } = ["submit", "withdraw", "accept", "reject"];

    public static void MapReviewApi(this IEndpointRouteBuilder api)
    {
        api.MapStep("submit", SubmitAsync, Policies.Contributor, ApiKeyScope.Submit, "Hands a draft in for review").Refuses<DisclosureApiProblem>(StatusCodes.Status400BadRequest);
        api.MapStep("withdraw", WithdrawAsync, Policies.Contributor, ApiKeyScope.Submit, "Takes a submitted disclosure back to be a draft").Refuses<ParameterApiProblem>(StatusCodes.Status400BadRequest);
        api.MapStep("accept", AcceptAsync, Policies.Reviewer, ApiKeyScope.Publish, "Accepts a submitted disclosure: all of it, or nothing").Refuses<DisclosureApiProblem>(StatusCodes.Status400BadRequest);
        api.MapStep("reject", RejectAsync, Policies.Reviewer, ApiKeyScope.Publish, "Rejects a submitted disclosure with a reason")
            .Accepts<RejectionRequest>("application/json")
            .Refuses<DisclosureApiProblem>(StatusCodes.Status400BadRequest)
            .Refuses<ApiProblem>(StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType);
    }

    private static RouteHandlerBuilder MapStep(this IEndpointRouteBuilder api, string step, Delegate handler, string policy, ApiKeyScope scope, string summary) =>
        api.MapPost($"{Collections.Disclosures}/{{id}}/{step}", handler).RequireAuthorization(policy).AddEndpointFilter(CrossOrigin.RefuseOthersAsync)
            .TakesKeysTo(scope).TakesIdempotencyKey()
            .WithTags(Collections.Disclosures).WithName($"{step}-disclosure").WithSummary(summary)
            .Produces<StepAnswer>()
            .Refuses<StepApiProblem>(StatusCodes.Status409Conflict, StatusCodes.Status412PreconditionFailed)
            .Refuses<ApiProblem>(
                StatusCodes.Status404NotFound,
                StatusCodes.Status422UnprocessableEntity,
                StatusCodes.Status428PreconditionRequired,
                StatusCodes.Status429TooManyRequests);

    private static Task<IResult> SubmitAsync(HttpContext context, ReviewCommands review, string id) => StepAsync(
        context, id, DisclosureState.Submitted, (disclosure, version) => review.SubmitAsync(disclosure, version, Signed.Drafter(context.User)!, context.RequestAborted));

    private static Task<IResult> WithdrawAsync(HttpContext context, ReviewCommands review, string id) => StepAsync(
        context, id, DisclosureState.Draft, (disclosure, version) => review.WithdrawAsync(disclosure, version, Signed.Drafter(context.User)!, context.RequestAborted));

    private static Task<IResult> AcceptAsync(HttpContext context, ReviewCommands review, string id) => StepAsync(
        context, id, DisclosureState.Accepted, (disclosure, version) => review.AcceptAsync(disclosure, version, Signed.Drafter(context.User)!, context.RequestAborted));

    private static async Task<IResult> RejectAsync(HttpContext context, ReviewCommands review, string id)
    {
        if (DisclosureBody.Unsupported(context.Request) is { } unsupported)
        {
            return Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, unsupported);
        }

        var (body, problem) = await DisclosureBody.ReadAsync(context.Request);
        List<Problem> problems = problem is not null
            ? [problem]
            : [.. body!.Where(member => member.Key != "reason").Select(member => new Problem(Pointers.Append("", member.Key), "is no member here; known is reason"))];
        if (problems.Count == 0 && body!["reason"] is { } given && given.GetValueKind() != JsonValueKind.String)
        {
            problems.Add(new Problem("/reason", "is not text"));
        }

        return problems.Count > 0
            ? PublishAnswers.Refused(context, problems)
            : await StepAsync(
                context, id, DisclosureState.Rejected, (disclosure, version) => review.RejectAsync(disclosure, version, (string?)body!["reason"], Signed.Drafter(context.User)!, context.RequestAborted));
    }

    private static async Task<IResult> StepAsync(HttpContext context, string id, DisclosureState to, Func<Guid, int?, Task<ReviewOutcome>> step)
    {
        if (RequestParameters.Strangers(context.Request.Query, []).ToList() is { Count: > 0 } strangers)
        {
            return ApiProblems.BadRequest(context, strangers);
        }

        if (!Guid.TryParse(id, out var disclosure))
        {
            return Missing(context, id);
        }

        if (context.Request.Headers.IfMatch.Count == 0)
        {
            return Problems.Of(context, StatusCodes.Status428PreconditionRequired, "Say in If-Match which version of the disclosure you saw: its ETag.");
        }

        if (IfMatch.Of(context.Request) is not { } asked)
        {
            return Problems.Of(context, StatusCodes.Status400BadRequest, "If-Match is none: it has one ETag, in quotation marks as it was given, or *.");
        }

        return await step(disclosure, asked.Version) switch
        {
            ReviewOutcome.Done done => Done(done, to),
            ReviewOutcome.Stale stale => Late(context, StatusCodes.Status412PreconditionFailed, "It changed since the version in If-Match, and nothing was written: look at it again.", null, asked.Version, stale.Current),
            ReviewOutcome.NotNow now => Late(context, StatusCodes.Status409Conflict, $"The disclosure is {Words.Of(now.State)}, and nothing was written.", now.State, asked.Version, now.Current),
            ReviewOutcome.Forbidden forbidden => Problems.Of(context, StatusCodes.Status403Forbidden, forbidden.Why),
            ReviewOutcome.BadReason bad => PublishAnswers.Refused(context, [new Problem("/reason", bad.Problem)]),
            ReviewOutcome.Refused refused => PublishAnswers.Of(context, refused.Document, refused.Outcome),
            _ => Missing(context, id),
        };
    }

    private static VersionedAnswer Done(ReviewOutcome.Done done, DisclosureState state) =>
        new(new StepAnswer(done.Id, ApiUrls.Of(Collections.Disclosures, done.Id), state, done.Version), done.Version);

    private static ProblemHttpResult Late(HttpContext context, int status, string detail, DisclosureState? state, int? asked, int current)
    {
        context.Response.Headers[HeaderNames.ETag] = IfMatch.TagOf(current);
        return Problems.Of(context, status, detail).With("state", state).With("asked", asked).With("version", current).With("conflicts", Array.Empty<ConflictAnswer>());
    }

    private static ProblemHttpResult Missing(HttpContext context, string id) => Problems.Of(context, StatusCodes.Status404NotFound, $"No disclosure has the id “{RequestParameters.Shorten(id)}”.");
}
