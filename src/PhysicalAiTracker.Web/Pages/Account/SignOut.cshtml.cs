using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>Ends the session: a form's button, never a link.</summary>
[AllowAnonymous]
public sealed class SignOutModel(SignInManager<TrackerUser> sessions, ActivityLog activity) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (User.Identity is { IsAuthenticated: true })
        {
            var actor = Signed.Actor(User);
            await activity.AddAsync(ActivityKind.SignOut, actor, new ActivitySubject("account", actor.Id, actor.Name), null, cancellation);
        }

        await sessions.SignOutAsync();
        return LocalRedirect("/");
    }
}
