using System.Security.Claims;
using PhysicalAiTracker.Core.Disclosures;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Who is signed in, as Core knows people.</summary>
internal static class Signed
{
    public static Submitter Submitter(ClaimsPrincipal user) =>
        new(user.Identity!.Name!, Guid.Parse(user.FindFirstValue(ClaimTypes.NameIdentifier)!), Imported: false);
}
