using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Admin;

/// <summary>Who did what, the last first.</summary>
[Authorize(Policy = Policies.Admin)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ActivityModel(ActivityQueries activity) : ListPageModel<ActivityItem>
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        ShowAsync(ActivityQueries.List, "entry", "entries", request => activity.ListAsync(request, cancellation), hasApi: false);

    /// <summary>Page of what an entry is about; null where it has none.</summary>
    public static string? AddressOf(ActivityItem item) => item switch
    {
        { SubjectKind: "disclosure", SubjectId: { } id } => $"/disclosures/{id}",
        { SubjectKind: "contradiction", SubjectId: { } id } => Addresses.OfContradiction(id),
        _ => null,
    };
}
