using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>Name and password for a session.</summary>
[AllowAnonymous]
[PrivateTransport]
[EnableRateLimiting(RateLimits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SignInModel(PasswordCheck accounts, BrowserSessions sessions) : PageModel
{
    /// <summary>One for all: who guesses learns nothing about the account.</summary>
    private const string Refusal = "The name or the password is wrong, or the account cannot be used now. After five wrong passwords it is locked for 15 minutes.";

    /// <summary>Where to go on; only addresses of this site are followed.</summary>
    [BindProperty(SupportsGet = true, Name = Sessions.ReturnUrlParameter)]
    public string? ReturnUrl { get; set; }

    [BindProperty(Name = "name")]
    public string? Name { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>Whether the session outlives the browser.</summary>
    [BindProperty(Name = "remember")]
    public bool Remember { get; set; }

    /// <summary>Why signing in failed; null before a try.</summary>
    public string? Problem { get; private set; }

    public IActionResult OnGet() => User.Identity is { IsAuthenticated: true } ? GoOn() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await accounts.FindAsync(Name ?? "", Password ?? "", cancellation) is not { } user)
        {
            Problem = Refusal;
            return Page();
        }

        if (user.TwoFactorEnabled)
        {
            await sessions.BeginCodeStepAsync(HttpContext, user, Remember);
            return RedirectToPage("/Account/Code", new { returnUrl = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : null });
        }

        await sessions.SignInAsync(HttpContext, user, Remember, detail: null);
        return GoOn();
    }

    private LocalRedirectResult GoOn() => LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
}
