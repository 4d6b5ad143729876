using PhysicalAiTracker.Core.Questions;

namespace PhysicalAiTracker.Web.Api;

/// <summary><c>/api/v1/questions</c>.</summary>
internal static class QuestionsApi
{
    private static readonly Collection<QuestionItem> Questions = new(
        Collections.Questions, "question", "questions", "What nobody has answered, what would settle it, and how the asked parties responded.", QuestionQueries.List);

    public static void MapQuestionsApi(this IEndpointRouteBuilder api) => api.MapCollection(Questions, ListAsync, FindAsync);

    private static Task<IResult> ListAsync(HttpContext context, QuestionQueries questions) => Answers.ListAsync(context, questions.ListAsync);

    private static Task<IResult> FindAsync(HttpContext context, QuestionQueries questions, string id) => Answers.ItemAsync(context, id, questions.FindAsync);
}
