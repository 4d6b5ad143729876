using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Questions;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Questions;

/// <summary>What an analyst typed to resolve a question, as the form sends it.</summary>
public sealed class ResolveForm
{
    public int Version { get; set; }

    /// <summary>The id of an assertion on offer; empty where another is typed.</summary>
    public string? Offered { get; set; }

    /// <summary>The id of another assertion.</summary>
    public string? Other { get; set; }

    public string? Resolution { get; set; }

    public string? ResolvedOn { get; set; }
}

/// <summary>One question. Analysts resolve it here, by a disclosure that links the assertion that settled it.</summary>
public sealed class QuestionModel(
    QuestionQueries questions, QuestionInsights insights, QuestionResolution resolution, EvidenceQueries evidence, HistoryQueries history, IAuthorizationService authorization, TimeProvider clock)
    : RecordPageModel(evidence, history)
{
    public QuestionItem Question { get; private set; } = null!;

    public DateTime Now { get; } = clock.GetUtcNow().UtcDateTime;

    /// <summary>What was accepted since about the same company and plane; empty once resolved.</summary>
    public IReadOnlyList<OfferedAnswer> Offered { get; private set; } = [];

    /// <summary>Whether the reader may resolve it.</summary>
    public bool MayResolve { get; private set; }

    public ResolveForm Typed { get; private set; } = new();

    /// <summary>What is wrong with what was typed: the field to go to, and why.</summary>
    public IReadOnlyList<(string Field, string Message)> Problems { get; private set; } = [];

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

        return await ShowAsync(question, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(string slugOrId, [FromForm] ResolveForm typed, CancellationToken cancellation)
    {
        if (!await IsAnalystAsync())
        {
            return User.Identity?.IsAuthenticated == true ? Forbid() : Challenge();
        }

        if ((await questions.FindAsync(slugOrId, cancellation)).Item is not { } question)
        {
            return NotFound();
        }

        var input = new ResolutionInput(typed.Version, string.IsNullOrWhiteSpace(typed.Other) ? typed.Offered : typed.Other, typed.Resolution, typed.ResolvedOn);
        var submitter = new Submitter(User.Identity!.Name!, Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!), Imported: false);
        var outcome = await resolution.ResolveAsync(question.Id, input, submitter, cancellation);
        if (outcome.Accepted)
        {
            return Redirect(Addresses.OfQuestion(question.Slug));
        }

        Typed = typed;
        Problems = outcome.Conflicts.Count > 0
            ? [("resolution", "somebody changed this question meanwhile: look at it as it is now, and try again")]
            : [.. outcome.Problems.Select(At).Distinct()];
        Response.StatusCode = outcome.Conflicts.Count > 0 ? StatusCodes.Status409Conflict : StatusCodes.Status400BadRequest;
        return await ShowAsync(question, cancellation);
    }

    private static (string Field, string Message) At(Problem problem) => problem.Pointer switch
    {
        "/assertion" => ("offered", problem.Message),
        _ when problem.Pointer.EndsWith("/settledByAssertion", StringComparison.Ordinal) => ("offered", problem.Message),
        _ when problem.Pointer.EndsWith("/resolvedOn", StringComparison.Ordinal) => ("resolvedOn", $"When it was answered: {problem.Message}"),
        _ when problem.Pointer.EndsWith("/resolution", StringComparison.Ordinal) => ("resolution", $"The answer: {problem.Message}"),
        _ => ("offered", problem.Message),
    };

    private async Task<IActionResult> ShowAsync(QuestionItem question, CancellationToken cancellation)
    {
        Question = question;
        await ReadAsync(RecordKind.Question, question, "questions", question.Slug, cancellation);
        if (question.Status == QuestionStatus.Open)
        {
            Offered = await insights.OfferedToAsync(question.Id, cancellation);
            MayResolve = await IsAnalystAsync();
        }

        return Page();
    }

    private async Task<bool> IsAnalystAsync() => (await authorization.AuthorizeAsync(User, Policies.Analyst)).Succeeded;
}
