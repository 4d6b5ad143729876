using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Web.Rendering.Profiles;

/// <summary>A party's page. Each party has one address: others that lead to it (a former slug, an id, another kind's folder) redirect there for good.</summary>
public abstract class ProfilePageModel(ProfileQueries profiles) : PageModel
{
    public PartyProfile Profile { get; private set; } = null!;

    public IReadOnlyList<ProfileSection> Sections { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, CancellationToken cancellation)
    {
        var found = await profiles.FindAsync(slug, cancellation);
        if (found.Item is not { } profile)
        {
            return found.MovedTo is { } now ? RedirectToPagePermanent(null, new { slug = now }) : await this.MissingAsync(RecordKind.Party, slug, cancellation);
        }

        var address = Addresses.Of(profile.Party.Kind, profile.Party.Slug);
        if (Request.Path != address)
        {
            return RedirectPermanent(address);
        }

        Profile = profile;
        Sections = ProfileSection.Of(profile);
        return Page();
    }
}
