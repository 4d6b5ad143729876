using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages;

/// <summary>The page of every error. Reached by the framework running a request again, whatever its method.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[DisableRateLimiting]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel : PageModel
{
    /// <summary>The answer's status: 400 to 599.</summary>
    public int Status => Response.StatusCode;

    public string Heading => Status switch
    {
        StatusCodes.Status400BadRequest => "That could not be understood",
        StatusCodes.Status403Forbidden => "This is not yours to do",
        StatusCodes.Status404NotFound => "There is no page here",
        StatusCodes.Status405MethodNotAllowed => "This page does not take that",
        StatusCodes.Status410Gone => "This was removed",
        StatusCodes.Status413PayloadTooLarge => "That is too large",
        StatusCodes.Status429TooManyRequests => "Too many attempts",
        >= StatusCodes.Status500InternalServerError => "Something broke on our side",
        _ => "That did not work",
    };

    public string Explanation => HttpContext.Features.Get<ErrorReason>()?.Text ?? Status switch
    {
        StatusCodes.Status400BadRequest => "The form was too old, or did not come from this site. Go back, load the page again and send it once more.",
        StatusCodes.Status403Forbidden => "Your account is signed in, but it is not allowed to do this. An admin of this site can change that.",
        StatusCodes.Status404NotFound => "The address may be old or mistyped. Companies that were renamed or merged keep their old addresses.",
        StatusCodes.Status413PayloadTooLarge => $"At most {KestrelLimits.MaxBody / 1024 / 1024} MB can be sent at once.",
        StatusCodes.Status429TooManyRequests => $"Wait {(Response.Headers.RetryAfter is [{ } seconds] ? seconds : "60")} seconds, then try again.",
        >= StatusCodes.Status500InternalServerError => "It was noted with the trace number below. Trying again later may help.",
        _ => "The trace number below helps whoever looks after this site to find out why.",
    };

    /// <summary>Last words of the address that was not found, to start a search from.</summary>
    public string LookedFor => Original.Split('/', StringSplitOptions.RemoveEmptyEntries).LastOrDefault("").Replace('-', ' ');

    private string Original => HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath ?? "";

    /// <summary>Somebody who types the address of this page finds that it is none.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (Response.StatusCode < StatusCodes.Status400BadRequest)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
