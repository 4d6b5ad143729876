using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Questions;

/// <summary>One question.</summary>
public sealed class QuestionModel(QuestionQueries questions, EvidenceQueries evidence, HistoryQueries history, TimeProvider clock) : RecordPageModel(evidence, history)
{
    public QuestionItem Question { get; private set; } = null!;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    public async Task<IActionResult> OnGetAsync(string slugOrId, CancellationToken cancellation)
    {
        var found = await questions.FindAsync(slugOrId, cancellation);
        if ((found.Item?.Slug ?? found.MovedTo) is not { } slug)
        {
            return await this.MissingAsync(RecordKind.Question, slugOrId, cancellation);
        }

        if (found.Item is not { } question || slug != slugOrId)
        {
            return RedirectPermanent(Addresses.OfQuestion(slug));
        }

        Question = question;
        await ReadAsync(RecordKind.Question, question, "questions", question.Slug, cancellation);
        return Page();
    }
}
