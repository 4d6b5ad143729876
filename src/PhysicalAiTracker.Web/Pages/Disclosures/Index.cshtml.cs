using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>What was accepted, the newest first; and, for whoever is signed in, what waits to be published.</summary>
public sealed class IndexModel(DisclosureQueries disclosures, DraftQueries drafts) : ListPageModel<DisclosureItem>
{
    private const int MostDrafts = 50;

    public IReadOnlyList<DraftLink> Drafts { get; private set; } = [];

    public bool CanDraft => DraftPageModel.DrafterOf(User) is not null;

    /// <inheritdoc cref="DraftPageModel.Notice"/>
    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (DraftPageModel.DrafterOf(User) is { } who)
        {
            Drafts = await drafts.ListAsync(who, MostDrafts, cancellation);
        }

        return await ShowAsync(DisclosureQueries.List, "disclosure", "disclosures", request => disclosures.ListAsync(request, cancellation));
    }
}
