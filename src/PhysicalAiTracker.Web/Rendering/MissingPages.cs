using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Rendering;

/// <summary>What a record's page answers where there is no such record.</summary>
public static class MissingPages
{
    /// <summary>A merged record redirects for good to the one that goes on, a removed one answers 410 with when and why, anything else 404.</summary>
    public static async Task<IActionResult> MissingAsync(this PageModel page, RecordKind kind, string slugOrId, CancellationToken cancellation)
    {
        return page.Missing(await page.HttpContext.RequestServices.GetRequiredService<GoneQueries>().FindAsync(kind, slugOrId, cancellation));
    }

    /// <summary>The same of a record of whatever kind.</summary>
    public static async Task<IActionResult> MissingAsync(this PageModel page, Guid id, CancellationToken cancellation) =>
        page.Missing(await page.HttpContext.RequestServices.GetRequiredService<GoneQueries>().FindAsync(id, cancellation));

    private static IActionResult Missing(this PageModel page, GoneRecord? gone)
    {
        if (gone?.MergedInto is { } into && Addresses.Of(into) is { } address)
        {
            return page.RedirectPermanent(address);
        }

        if (gone is null)
        {
            return page.NotFound();
        }

        page.HttpContext.Features.Set(new ErrorReason(
            $"“{gone.Name}” was removed on {gone.At.ToString("d MMM yyyy", CultureInfo.InvariantCulture)} by {gone.By}: {gone.Reason}. Its history is kept at /history/{gone.Id}."));
        return page.StatusCode(StatusCodes.Status410Gone);
    }
}
