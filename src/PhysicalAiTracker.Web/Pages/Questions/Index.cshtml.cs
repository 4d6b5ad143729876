using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Questions;

/// <summary>The questions, open and resolved.</summary>
public sealed class IndexModel(QuestionQueries questions, EvidenceQueries evidence, TimeProvider clock) : ListPageModel<QuestionItem>
{
    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var page = await ShowAsync(
            QuestionQueries.List, "question", "questions", request => questions.ListAsync(request, cancellation),
            Choices.Of(("company", await questions.CompaniesAsync(cancellation))));
        Evidence = await evidence.SaidAsync([.. Items.Select(item => item.Id)], cancellation);
        return page;
    }
}
