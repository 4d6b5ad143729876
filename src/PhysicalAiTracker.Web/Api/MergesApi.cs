using System.Text.Json;
using System.Text.Json.Nodes;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Api.Idempotency;
using PhysicalAiTracker.Web.Api.Keys;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/merges</c>: makes one record of two. As with a disclosure, the versions that the caller saw stand in the body: there are two.</summary>
internal static class MergesApi
{
    public const string Name = "merges";

    private static readonly string[] Members = ["from", "fromVersion", "into", "intoVersion", "note"];

    public static void MapMergesApi(this IEndpointRouteBuilder api) => api.MapPost(Name, MergeAsync)
        .RequireAuthorization(Policies.Analyst).AddEndpointFilter(CrossOrigin.RefuseOthersAsync)
        .TakesKeysTo(ApiKeyScope.Publish).TakesIdempotencyKey()
        .WithTags(Name).WithName("merge-records").WithSummary("Makes one record of two: the first goes and leads to the second for ever")
        .Accepts<MergeRequest>("application/json")
        .Produces<PublishedAnswer>(StatusCodes.Status201Created)
        .Refuses<DisclosureApiProblem>(StatusCodes.Status400BadRequest).Refuses<ConflictApiProblem>(StatusCodes.Status409Conflict)
        .Refuses<ApiProblem>(
            StatusCodes.Status413PayloadTooLarge,
            StatusCodes.Status415UnsupportedMediaType,
            StatusCodes.Status422UnprocessableEntity,
            StatusCodes.Status429TooManyRequests);

    private static async Task<IResult> MergeAsync(HttpContext context, ActCommands acts, RecordHistoryQueries histories)
    {
        if (DisclosureBody.Unsupported(context.Request) is { } unsupported)
        {
            return Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, unsupported);
        }

        if (RequestParameters.Strangers(context.Request.Query, []).ToList() is { Count: > 0 } strangers)
        {
            return ApiProblems.BadRequest(context, strangers);
        }

        var (body, problem) = await DisclosureBody.ReadAsync(context.Request);
        var (request, problems) = body is null ? (null, [problem!]) : Read(body);
        if (request is null)
        {
            return PublishAnswers.Refused(context, problems);
        }

        var outcome = await acts.MergeAsync(request, Signed.Submitter(context.User), context.RequestAborted);
        if (outcome is { Accepted: false, Overtaken: false } && await GoneAsync(histories, request, context.RequestAborted) is { Count: > 0 } gone)
        {
            return PublishAnswers.Conflict(context, gone);
        }

        return PublishAnswers.Of(context, new JsonObject(), outcome with { Conflicts = [.. outcome.Conflicts.Select(conflict => conflict with { Pointer = PointerOf(request, conflict.Id) })] });
    }

    private static (MergeRequest? Request, IReadOnlyList<Problem> Problems) Read(JsonObject body)
    {
        List<Problem> problems =
        [
            .. body.Where(member => !Members.Contains(member.Key)).Select(member => new Problem(Pointers.Append("", member.Key), $"is no member here; known are {string.Join(", ", Members)}")),
            .. Members.Where(member => body[member] is null).Select(member => new Problem(Pointers.Append("", member), "is required")),
            .. Wrong<Guid>(body, "from", "is no id").Concat(Wrong<Guid>(body, "into", "is no id")),
            .. Wrong<int>(body, "fromVersion", "is no whole number").Concat(Wrong<int>(body, "intoVersion", "is no whole number")),
            .. Wrong<string>(body, "note", "is not text"),
        ];
        return problems.Count > 0 ? (null, problems) : (body.Deserialize<MergeRequest>(ApiJson.Options), []);
    }

    private static IEnumerable<Problem> Wrong<T>(JsonObject body, string member, string why)
    {
        try
        {
            body[member].Deserialize<T>(ApiJson.Options);
            return [];
        }
        catch (JsonException)
        {
            return [new Problem(Pointers.Append("", member), why)];
        }
    }

    /// <summary>Those of the two that were there once and are gone: with the version that took them away, they are conflicts like any other.</summary>
    private static async Task<IReadOnlyList<ConflictAnswer>> GoneAsync(RecordHistoryQueries histories, MergeRequest request, CancellationToken cancellation)
    {
        var gone = new List<ConflictAnswer>();
        foreach (var (pointer, id, seen) in new[] { ("/from", request.From, request.FromVersion), ("/into", request.Into, request.IntoVersion) })
        {
            if (await histories.FindAsync(id, cancellation) is { Gone: not null } history)
            {
                gone.Add(new ConflictAnswer(pointer, history.Kind, id, seen, history.Version, null, []));
            }
        }

        return gone;
    }

    /// <summary>Which of the two a conflict is about.</summary>
    private static string PointerOf(MergeRequest request, Guid id) => id == request.From ? "/from" : id == request.Into ? "/into" : "";
}
