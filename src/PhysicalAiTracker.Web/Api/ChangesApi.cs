using System.Globalization;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/changes</c>: every change in order, for whoever keeps a copy.</summary>
internal static class ChangesApi
{
    public const string Name = "changes";
    public const string Since = "since";
    public const string Limit = "limit";

    public static void MapChangesApi(this IEndpointRouteBuilder api) => api.MapRead(Name, ListAsync)
        .WithTags(IndexApi.Tag).WithName("list-changes").WithSummary("Lists every creation, change, merge and removal, oldest first")
        .Produces<ChangePage>();

    private static async Task<IResult> ListAsync(HttpContext context, ChangeQueries changes)
    {
        var query = context.Request.Query;
        var problems = RequestParameters.Strangers(query, [Since, Limit]).ToList();
        string? since = query[Since];
        if (since is not null && !ChangeQueries.IsPlace(since))
        {
            problems.Add(new ParameterProblem(Since, "is neither “next” of an earlier answer nor a time like 2026-11-22T00:00:00Z", []));
        }

        string? text = query[Limit];
        var limit = ChangeQueries.DefaultLimit;
        if (text is not null && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= ChangeQueries.MaxLimit))
        {
            problems.Add(new ParameterProblem(Limit, $"“{RequestParameters.Shorten(text)}” is no whole number from 1 to {ChangeQueries.MaxLimit}", []));
        }

        return problems.Count > 0 ? ApiProblems.BadRequest(context, problems) : new JsonAnswer(await changes.ListAsync(since, limit, context.RequestAborted));
    }
}
