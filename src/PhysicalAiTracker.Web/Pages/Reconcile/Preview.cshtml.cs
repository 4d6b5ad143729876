using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Pages.Reconcile;

/// <summary>A party in a few lines, for a frame in a client of the reconciliation service: the one page that others may frame.</summary>
public sealed class PreviewModel(PartyQueries parties) : PageModel
{
    public PartyItem Party { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        var found = await parties.FindAsync(slug, among: null, cancellation);
        if (found.Item is not { } party)
        {
            return found.MovedTo is { } now ? RedirectToPagePermanent(null, new { slug = now }) : NotFound();
        }

        Party = party;
        return Page();
    }
}
