using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Web.Api.Keys;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Api;

/// <summary>A ruling that was refused.</summary>
/// <param name="Problems">Everything that is wrong with the request, by JSON pointer; left out where it was not read.</param>
/// <param name="Errors">Every parameter that is wrong, where it is these.</param>
internal sealed record RulingApiProblem(string Type, string Title, int Status, string Detail, string TraceId, IReadOnlyList<Problem>? Problems, IReadOnlyList<ParameterError>? Errors)
    : ApiProblem(Type, Title, Status, Detail, TraceId);

/// <summary><c>/api/v1/contradictions</c>: what differs, why, and what analysts ruled.</summary>
internal static class ContradictionsApi
{
    private const string RulingsRoute = $"{Collections.Contradictions}/{{id}}/rulings";

    private static readonly Collection<ContradictionItem> Contradictions = new(
        Collections.Contradictions, "contradiction", "contradictions", "Values that differ about one subject: open, explained by arithmetic or an analyst, or resolved.", ContradictionQueries.List);

    public static void MapContradictionsApi(this IEndpointRouteBuilder api)
    {
        api.MapCollection(Contradictions, ListAsync, FindAsync);
        api.MapPost(RulingsRoute, RuleAsync).RequireAuthorization(Policies.Analyst).AddEndpointFilter(CrossOrigin.RefuseOthersAsync)
            .TakesKeysTo(ApiKeyScope.Publish)
            .WithTags(Contradictions.Name).WithName("rule-on-contradiction").WithSummary("Explains a contradiction, upholds a side, or withdraws the ruling")
            .Accepts<RulingRequest>("application/json")
            .Produces<ContradictionItem>()
            .Refuses<RulingApiProblem>(StatusCodes.Status400BadRequest)
            .Refuses<ApiProblem>(
                StatusCodes.Status404NotFound,
                StatusCodes.Status409Conflict,
                StatusCodes.Status413PayloadTooLarge,
                StatusCodes.Status415UnsupportedMediaType,
                StatusCodes.Status429TooManyRequests);
    }

    private static Task<IResult> ListAsync(HttpContext context, ContradictionQueries contradictions) => Answers.ListAsync(context, contradictions.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, ContradictionQueries contradictions, string id) => Answers.ItemAsync(context, id, contradictions.FindAsync);

    private static async Task<IResult> RuleAsync(HttpContext context, ContradictionQueries contradictions, RulingCommands rulings, string id)
    {
        if (DisclosureBody.Unsupported(context.Request) is { } unsupported)
        {
            return Problems.Of(context, StatusCodes.Status415UnsupportedMediaType, unsupported);
        }

        if (RequestParameters.Strangers(context.Request.Query, []).ToList() is { Count: > 0 } strangers)
        {
            return ApiProblems.BadRequest(context, strangers);
        }

        var (document, problem) = await DisclosureBody.ReadAsync(context.Request);
        if (document is null)
        {
            return Refused(context, [problem!]);
        }

        RulingRequest request;
        try
        {
            request = document.Deserialize<RulingRequest>(ApiJson.Options)!;
        }
        catch (JsonException exception)
        {
            return Refused(context, [new Problem(exception.Path is { Length: > 2 } path ? "/" + path[2..] : "", "is of the wrong type")]);
        }

        var outcome = Guid.TryParse(id, out var guid) ? await rulings.RuleAsync(guid, request, Signed.Submitter(context.User), context.RequestAborted) : RulingOutcome.Missing;
        return outcome switch
        {
            { Found: false } => Problems.Of(context, StatusCodes.Status404NotFound, $"No contradiction has the id “{id}”."),
            { Problems.Count: > 0 } => Refused(context, outcome.Problems),
            { Conflict: { } conflict } => Problems.Of(context, StatusCodes.Status409Conflict, conflict),
            _ => new JsonAnswer(await contradictions.FindAsync(guid, context.RequestAborted) ?? throw new InvalidOperationException("The contradiction is gone.")),
        };
    }

    private static ProblemHttpResult Refused(HttpContext context, IReadOnlyList<Problem> problems) =>
        Problems.Of(context, StatusCodes.Status400BadRequest, "The ruling was not taken.", ProblemType.InvalidDocument).With("problems", problems);
}
