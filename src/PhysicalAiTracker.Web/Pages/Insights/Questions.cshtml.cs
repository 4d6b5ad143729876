using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Insights.Questions;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Insights;

namespace PhysicalAiTracker.Web.Pages.Insights;

/// <summary>Open questions and what may answer them.</summary>
public sealed class QuestionsModel(QuestionInsights questions, EvidenceQueries evidence, TimeProvider clock) : InsightPageModel
{
    public QuestionReport Report { get; private set; } = null!;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public ILookup<Guid, AssertionItem> Evidence { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var input = Read();
        Report = await questions.ReportAsync(cancellation);
        Evidence = await evidence.OfAsync([.. Report.Items.Select(item => item.Question.Id)], cancellation);
        return Show(input);
    }
}
