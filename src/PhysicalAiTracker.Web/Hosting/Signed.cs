using System.Security.Claims;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Disclosures;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Who is signed in, as Core knows people.</summary>
internal static class Signed
{
    public static Submitter Submitter(ClaimsPrincipal user) => new(user.Identity!.Name!, Id(user), Imported: false);

    public static Actor Actor(ClaimsPrincipal user) => new(Id(user), user.Identity!.Name!);

    private static Guid Id(ClaimsPrincipal user) => Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!);
}
