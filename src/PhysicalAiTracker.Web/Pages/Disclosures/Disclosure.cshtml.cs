using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Pages.Disclosures.Form;

namespace PhysicalAiTracker.Web.Pages.Disclosures;

/// <summary>An accepted disclosure: what it is, where it comes from, and what it wrote.</summary>
public sealed class DisclosureModel(DisclosureQueries disclosures, GoneQueries gone, DraftQueries drafts, ReviewQueries reviews) : PageModel
{
    public DisclosureItem Disclosure { get; private set; } = null!;

    /// <summary>What it took away, and nothing brought back; empty where a source brought it.</summary>
    public IReadOnlyList<TakenRecord> Taken { get; private set; } = [];

    /// <inheritdoc cref="DraftPageModel.Notice"/>
    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await disclosures.FindAsync(id, cancellation) is { } disclosure)
        {
            Disclosure = disclosure;
            Taken = disclosure.Act is null ? [] : await gone.TakenByAsync(id, cancellation);
            return Page();
        }

        if (DraftPageModel.DrafterOf(User) is not { } who)
        {
            return NotFound();
        }

        return await reviews.FindAsync(id, who, cancellation) is { State: not DisclosureState.Draft } ? Redirect($"/disclosures/{id}/review")
            : await drafts.FindAsync(id, who, cancellation) is not null ? Redirect($"/disclosures/{id}/edit")
            : NotFound();
    }
}
