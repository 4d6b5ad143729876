using System.Globalization;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/search</c>: words, in everything.</summary>
internal static class SearchApi
{
    public const string Name = "search";

    public static Parameter Limit { get; } = new(
        ListDefinition.Limit, $"How many items at most: 1 to {SearchQueries.MaxLimit}, {SearchQueries.DefaultLimit} unless given.", [], Many: false, Example: $"{SearchQueries.DefaultLimit}", Negatable: false);

    public static IReadOnlyList<Parameter> Parameters { get; } = [SearchQueries.Asked, SearchQueries.Kinds, Limit];

    public static void MapSearchApi(this IEndpointRouteBuilder api) => api.MapRead(Name, FindAsync)
        .WithTags(IndexApi.Tag).WithName("search").WithSummary("Looks for words in everything, the best first").Produces<SearchAnswer>();

    private static async Task<IResult> FindAsync(HttpContext context, SearchQueries search)
    {
        var input = new InsightInput(RequestParameters.Read(context.Request.Query).Parameters, Parameters, strict: true);
        var limit = SearchQueries.DefaultLimit;
        if (input.One(Limit) is { } text && !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= SearchQueries.MaxLimit))
        {
            input.Report(Limit, $"“{RequestParameters.Shorten(text)}” is no whole number from 1 to {SearchQueries.MaxLimit}");
        }

        var asked = input.One(SearchQueries.Asked);
        if (asked is null && input.Problems.All(problem => problem.Name != SearchQueries.Asked.Name))
        {
            input.Report(SearchQueries.Asked, "is required");
        }

        if (asked is not null && SearchText.WhyNot(asked) is { } why)
        {
            input.Report(SearchQueries.Asked, why);
        }

        return input.Problems.Count > 0 || asked is null
            ? ApiProblems.BadRequest(context, input.Problems)
            : new JsonAnswer(await search.FindAsync(asked, input.All(SearchQueries.Kinds), limit, context.RequestAborted));
    }
}
