using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>What was submitted and waits for a decision, the oldest first.</summary>
[Authorize(Policy = Policies.Reviewer)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class QueueModel(ReviewQueries reviews, TimeProvider time) : ListPageModel<QueuedItem>
{
    /// <inheritdoc cref="Form.DraftPageModel.Notice"/>
    [TempData]
    public string? Notice { get; set; }

    /// <inheritdoc cref="Form.DraftPageModel.NoticeWarns"/>
    [TempData]
    public bool NoticeWarns { get; set; }

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ShowAsync(ReviewQueries.Queue, "submission", "submissions", request => reviews.QueueAsync(request, cancellation), hasApi: false);

    /// <summary>How long it has waited: "3 days", "5 hours", "under an hour".</summary>
    public string AgeOf(QueuedItem item) => (time.GetUtcNow().UtcDateTime - item.SubmittedAt) switch
    {
        { TotalHours: < 1 } => "under an hour",
        { TotalDays: < 1, TotalHours: var hours } => Rendering.Labels.Count((long)hours, "hour"),
        var age => Rendering.Labels.Count((long)age.TotalDays, "day"),
    };
}
