using System.Globalization;
using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Disclosures.Form;

/// <summary>What the pages of a draft have in common: who works on it, what was typed, and what to say on top.</summary>
[Authorize(Policy = Policies.Contributor)]
[FormLimits]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public abstract class DraftPageModel : PageModel
{
    /// <summary>Name of the hidden input with the version of the draft that the form was drawn from.</summary>
    public const string VersionInput = "draft";

    /// <summary>Name of the buttons.</summary>
    public const string ActionInput = "do";

    /// <summary>What to tell once, on the page that comes next.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Whether <see cref="Notice"/> tells of something that went wrong.</summary>
    [TempData]
    public bool NoticeWarns { get; set; }

    /// <summary>Words that were pasted and could not be found once in the text; null unless some were.</summary>
    [TempData]
    public string? PastedWords { get; set; }

    /// <summary>What was saved from elsewhere after this page was drawn; null unless something was.</summary>
    public StaleView? Stale { get; protected set; }

    protected Drafter Who => DrafterOf(User)!;

    protected int SentVersion => int.TryParse(Request.Form[VersionInput], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : 0;

    protected string Action => Request.Form[ActionInput].LastOrDefault() ?? "";

    /// <summary>The person as one who drafts; null where nobody is signed in, or nobody who may.</summary>
    public static Drafter? DrafterOf(ClaimsPrincipal user) => Signed.Drafter(user);

    protected void Tell(string notice, bool warns = false) => (Notice, NoticeWarns) = (notice, warns);

    /// <summary>A form drawn again: nobody wrote anything, what was typed is all there.</summary>
    protected PageResult Conflict(DraftItem theirs, JsonObject typed)
    {
        Stale = StaleView.Of(theirs, typed);
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }
}
