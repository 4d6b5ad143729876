using System.Security.Claims;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Who is signed in, as Core knows people.</summary>
internal static class Signed
{
    public static Submitter Submitter(ClaimsPrincipal user) => new(user.Identity!.Name!, Id(user), Imported: false);

    public static Actor Actor(ClaimsPrincipal user) => new(Id(user), user.Identity!.Name!);

    /// <summary>The person as one who drafts and reviews; null where nobody is signed in, or nobody who may.</summary>
    public static Drafter? Drafter(ClaimsPrincipal user) => Roles.All.Any(user.IsInRole)
        ? new Drafter(Id(user), user.Identity!.Name!, user.IsInRole(Roles.Admin), Roles.From(Roles.Reviewer).Any(user.IsInRole))
        : null;

    private static Guid Id(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
