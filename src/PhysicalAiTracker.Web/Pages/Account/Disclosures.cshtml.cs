using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>What somebody entered: where it stands, why it was rejected, and the way on.</summary>
[Authorize(Policy = Policies.Contributor)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class DisclosuresModel(ReviewQueries reviews, ReviewCommands review) : ListPageModel<OwnItem>
{
    /// <summary>What was just done, if anything.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Whether <see cref="Notice"/> tells of something that went wrong.</summary>
    [TempData]
    public bool NoticeWarns { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var author = Signed.Actor(User).Id!.Value;
        return ShowAsync(ReviewQueries.ListOf(author), "disclosure", "disclosures", request => reviews.OwnAsync(author, request, cancellation), hasApi: false);
    }

    /// <param name="step">"withdraw" a submitted one, "revise" a rejected one.</param>
    public async Task<IActionResult> OnPostAsync([FromForm(Name = "do")] string? step, [FromForm] Guid id, [FromForm] int version, CancellationToken cancellation)
    {
        var who = Signed.Drafter(User)!;
        var outcome = step switch
        {
            "withdraw" => await review.WithdrawAsync(id, version, who, cancellation),
            "revise" => await review.ReviseAsync(id, version, who, cancellation),
            _ => null,
        };
        if (outcome is ReviewOutcome.Done)
        {
            Notice = step == "withdraw" ? "It is a draft again." : "It is a draft again. What was decided stays on record.";
            return Redirect($"/disclosures/{id}/edit");
        }

        if (outcome is ReviewOutcome.Missing or null)
        {
            return NotFound();
        }

        (Notice, NoticeWarns) = (outcome is ReviewOutcome.NotNow { State: var state }
            ? $"It is {Labels.Of(state)} now: nothing was done."
            : "It changed since this page was drawn: nothing was done. Look again.", true);
        return Redirect("/account/disclosures");
    }
}
