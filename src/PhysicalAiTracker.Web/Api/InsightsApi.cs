using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Capital;
using PhysicalAiTracker.Core.Insights.Dependencies;
using PhysicalAiTracker.Core.Insights.Interests;
using PhysicalAiTracker.Core.Insights.Questions;
using PhysicalAiTracker.Core.Insights.Staleness;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Web.Api;

/// <summary>One insight as the index and OpenAPI have it.</summary>
/// <param name="Name">Path below <c>/api/v1</c>.</param>
internal sealed record Insight(string Name, string Summary, string About, IReadOnlyList<Parameter> Parameters)
{
    public string Url => $"{ApiUrls.Root}/{Name}";
}

/// <summary><c>/api/v1/insights</c>: the figures of the pages below <c>/insights</c>.</summary>
internal static class InsightsApi
{
    public const string Tag = "insights";

    public static void MapInsightsApi(this IEndpointRouteBuilder api)
    {
        api.MapInsight<CapitalReport>(new("insights/capital", "Sums capital by placement", "Capital behind each placement, per plane and overall, by year and stage; kinds of money apart.", CapitalParameters.All), CapitalAsync);
        api.MapInsight<CapitalRows>(new("insights/capital/rounds", "Lists the rounds behind a sum of capital", "The rounds behind a figure of insights/capital, with the part of each that the figure has.", CapitalParameters.Rows), RoundsAsync);
        api.MapInsight<InterestReport>(new("insights/interests", "Finds interests in conflict", "Who is behind a company and has an interest in where its AI runs, with each link of the chain.", [InsightParameters.InterestKinds]), InterestsAsync);
        api.MapInsight<DependencyReport>(
            new("insights/dependencies", "Tells who depends on whom", "Providers and hardware that claims name, with the claims.", [InsightParameters.Planes, InsightParameters.Modalities]), DependenciesAsync);
        api.MapInsight<StalenessReport>(new("insights/stale", "Finds what is going stale", "What was not confirmed for too long, and what later events put in doubt.", [InsightParameters.RecordKinds]), StaleAsync);
        api.MapInsight<QuestionReport>(new("insights/questions", "Watches the open questions", "Open questions with their age, triggers due and answers on offer.", []), QuestionsAsync);
    }

    private static void MapInsight<TAnswer>(this IEndpointRouteBuilder api, Insight insight, Delegate handler) =>
        api.MapRead(insight.Name, handler).WithTags(Tag).WithMetadata(insight).WithName("get-" + insight.Name.Replace('/', '-')).WithSummary(insight.Summary).Produces<TAnswer>();

    private static Task<IResult> CapitalAsync(HttpContext context, CapitalQueries capital) =>
        AnswerAsync(context, CapitalParameters.ReadOptions, capital.ReportAsync);

    private static Task<IResult> RoundsAsync(HttpContext context, CapitalQueries capital) => AnswerAsync(
        context, input => (Options: CapitalParameters.ReadOptions(input), Cell: CapitalParameters.ReadCell(input)), (asked, cancellation) => capital.RowsAsync(asked.Options, asked.Cell, cancellation));

    private static Task<IResult> InterestsAsync(HttpContext context, InterestQueries interests) =>
        AnswerAsync(context, input => input.Words<InterestKind>(InsightParameters.InterestKinds), interests.ReportAsync);

    private static Task<IResult> DependenciesAsync(HttpContext context, DependencyQueries dependencies) => AnswerAsync(
        context,
        input => (Planes: input.Words<Plane>(InsightParameters.Planes), Modalities: input.Words<ClaimModality>(InsightParameters.Modalities)),
        (asked, cancellation) => dependencies.ReportAsync(asked.Planes, asked.Modalities, cancellation));

    private static Task<IResult> StaleAsync(HttpContext context, StalenessQueries staleness) =>
        AnswerAsync(context, input => input.Words<RecordKind>(InsightParameters.RecordKinds), staleness.ReportAsync);

    private static Task<IResult> QuestionsAsync(HttpContext context, QuestionInsights questions) => AnswerAsync(context, _ => 0, (_, cancellation) => questions.ReportAsync(cancellation));

    /// <summary>The answer, or everything that is wrong with the parameters.</summary>
    private static async Task<IResult> AnswerAsync<TAsked, TAnswer>(HttpContext context, Func<InsightInput, TAsked> read, Func<TAsked, CancellationToken, Task<TAnswer>> query)
        where TAnswer : class
    {
        var insight = context.GetEndpoint()!.Metadata.GetRequiredMetadata<Insight>();
        var input = new InsightInput(RequestParameters.Read(context.Request.Query).Parameters, insight.Parameters, strict: true);
        var asked = read(input);
        return input.Problems.Count > 0 ? ApiProblems.BadRequest(context, input.Problems) : new JsonAnswer(await query(asked, context.RequestAborted));
    }
}
