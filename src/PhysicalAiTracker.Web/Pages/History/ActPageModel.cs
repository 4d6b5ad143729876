using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.History;

/// <summary>What the pages of reverts, merges and removals have in common: who acts, what is refused, and what to tell afterwards.</summary>
[Authorize(Policy = Policies.Analyst)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class ActPageModel : PageModel
{
    /// <summary>What was typed as the reason.</summary>
    [BindProperty(Name = "note")]
    public string? Note { get; set; }

    /// <summary>The version that the form was drawn from.</summary>
    [BindProperty(Name = "version")]
    public int Version { get; set; }

    /// <inheritdoc cref="RecordModel.Notice"/>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Why nothing was done; empty before anything was tried.</summary>
    public IReadOnlyList<string> Problems { get; protected set; } = [];

    protected Submitter Who => new(User.Identity!.Name!, Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!), Imported: false);

    /// <summary>Goes to the record's history after the act, or shows the form again with what was wrong.</summary>
    protected async Task<IActionResult> AnswerAsync(DisclosureOutcome outcome, Guid record, string done, Func<Task<IActionResult>> again)
    {
        if (outcome.Accepted)
        {
            Notice = done;
            return Redirect(Addresses.OfHistory(record));
        }

        Problems = Explain(outcome);
        Response.StatusCode = outcome.Conflicts.Count > 0 || outcome.Overtaken ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return await again();
    }

    /// <summary>Every problem and conflict as a sentence.</summary>
    protected static IReadOnlyList<string> Explain(DisclosureOutcome outcome) =>
    [
        .. outcome.Problems.Select(problem => Labels.Begin(problem.Pointer == "/note" ? "the reason " + problem.Message : problem.Message)),
        .. outcome.Conflicts.Select(conflict =>
            $"Somebody published version {conflict.CurrentVersion} of this {Labels.Of(conflict.Record)} meanwhile; you were looking at version {conflict.StartedFrom}. The page shows it as it is now: look at it, and send again if you still want this."),
    ];
}
