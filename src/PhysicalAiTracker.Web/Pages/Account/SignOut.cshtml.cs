using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>Ends the session: a form's button, never a link.</summary>
[AllowAnonymous]
public sealed class SignOutModel(BrowserSessions sessions) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await sessions.SignOutAsync(HttpContext);
        return LocalRedirect("/");
    }
}
