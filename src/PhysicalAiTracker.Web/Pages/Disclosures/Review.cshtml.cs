using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;
using PhysicalAiTracker.Web.Rendering;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>One submission: what it would do to the records as they stand now, and the decision. Its author sees the same without the buttons.</summary>
public sealed class ReviewModel(ReviewQueries reviews, ReviewCommands review, DisclosureQueries disclosures, Preview preview, CheckQueries checks, TrackerSettings settings) : DraftPageModel
{
    public Standing Standing { get; private set; } = null!;

    /// <summary>What accepting would do; null where it cannot be accepted now.</summary>
    public PreviewView? Preview { get; private set; }

    /// <summary>What accepting would do beyond its own records; null as <see cref="Preview"/> is.</summary>
    public DraftCheck? Check { get; private set; }

    /// <summary>What keeps it from being accepted.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Records that moved since the edits started.</summary>
    public IReadOnlyList<VersionConflict> Conflicts { get; private set; } = [];

    /// <summary>What was wrong with the last press of a button; null where nothing was.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Why it is rejected, as typed.</summary>
    [BindProperty(Name = "reason")]
    public string? Reason { get; set; }

    /// <summary>The version that the page was drawn from.</summary>
    [BindProperty(Name = "version")]
    public int Version { get; set; }

    public bool MayDecide => Who.Reviews && Standing.State == DisclosureState.Submitted;

    public bool MayAccept => MayDecide && (settings.Review.AllowSelf || !Standing.IsOwn) && Preview is not null;

    public bool MayEdit => MayDecide && !Standing.IsOwn;

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!Who.Reviews)
        {
            return Forbid();
        }

        var outcome = Action switch
        {
            "accept" => await review.AcceptAsync(id, Version, Who, cancellation),
            "reject" => await review.RejectAsync(id, Version, Reason, Who, cancellation),
            _ => null,
        };
        if (outcome is ReviewOutcome.Done)
        {
            Tell(Action == "accept" ? "It is accepted and published; its author is told." : "It is rejected; its author is told why.");
            return Redirect(Action == "accept" ? $"/disclosures/{id}" : "/disclosures/queue");
        }

        if (outcome is ReviewOutcome.Missing && await disclosures.FindAsync(id, cancellation) is null)
        {
            Tell("It is not there to be decided on any more: its author took it back.", warns: true);
            return Redirect("/disclosures/queue");
        }

        (Response.StatusCode, Refusal) = outcome switch
        {
            ReviewOutcome.Forbidden forbidden => (StatusCodes.Status403Forbidden, forbidden.Why),
            ReviewOutcome.BadReason bad => (StatusCodes.Status422UnprocessableEntity, $"The reason {bad.Problem}."),
            ReviewOutcome.Stale => (StatusCodes.Status409Conflict, "It changed since you opened this page. Below it stands as it is now: look again, then decide."),
            ReviewOutcome.NotNow { State: var state } => (StatusCodes.Status409Conflict, $"Somebody was quicker: it is {Labels.Of(state)} now. Nothing was done."),
            ReviewOutcome.Refused => (StatusCodes.Status409Conflict, "It cannot be accepted as it is. What is in the way is listed below; nothing was written."),
            _ => (Response.StatusCode, (string?)null),
        };
        return await ShowAsync(id, cancellation);
    }

    private async Task<IActionResult> ShowAsync(Guid id, CancellationToken cancellation)
    {
        if (await reviews.FindAsync(id, Who, cancellation) is not { } standing)
        {
            return await disclosures.FindAsync(id, cancellation) is null ? NotFound() : Redirect($"/disclosures/{id}");
        }

        if (standing.State == DisclosureState.Draft)
        {
            return Redirect($"/disclosures/{id}/edit");
        }

        Standing = standing;
        if (standing.State == DisclosureState.Submitted)
        {
            await LookAsync(id, cancellation);
        }

        return Page();
    }

    private async Task LookAsync(Guid id, CancellationToken cancellation)
    {
        JsonObject? typed = null;
        var outcome = await review.PreviewAsync(
            id,
            Who,
            async (seen, document) =>
            {
                typed = document;
                Preview = await preview.LookAsync(seen, document, cancellation);
            },
            cancellation);
        Check = typed is null ? null : await checks.OfAsync(typed, Who, cancellation);
        Conflicts = outcome?.Conflicts ?? [];
        Problems = [.. (outcome?.Problems ?? []).Select(problem => problem.Pointer.Length == 0 ? Labels.Begin(problem.Message) : $"{problem.Pointer} {problem.Message}")];
    }
}
