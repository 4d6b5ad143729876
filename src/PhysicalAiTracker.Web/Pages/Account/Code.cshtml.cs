using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PhysicalAiTracker.Core.Accounts.SecondFactor;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>The second step of signing in, for whoever has a second factor.</summary>
[AllowAnonymous]
[PrivateTransport]
[EnableRateLimiting(RateLimits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class CodeModel(BrowserSessions sessions, SecondFactorCheck check) : PageModel
{
    private const string Refusal = "The code is wrong, was used already, or the account cannot be used now. After five wrong ones it is locked for 15 minutes.";

    /// <inheritdoc cref="SignInModel.ReturnUrl"/>
    [BindProperty(SupportsGet = true, Name = Sessions.ReturnUrlParameter)]
    public string? ReturnUrl { get; set; }

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    /// <summary>Why signing in failed; null before a try.</summary>
    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await sessions.HalfSignedInAsync(HttpContext) is null ? BeginAgain() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await sessions.HalfSignedInAsync(HttpContext) is not { } half)
        {
            return BeginAgain();
        }

        if (await check.SignInAsync(half.User, Code ?? "", cancellation) is not { } how)
        {
            Problem = Refusal;
            return Page();
        }

        await sessions.EndCodeStepAsync(HttpContext);
        await sessions.SignInAsync(HttpContext, half.User, half.Lasting, how);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private RedirectToPageResult BeginAgain() => RedirectToPage("/Account/SignIn", new { returnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null });
}
