using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>A new password for whoever knows the old one.</summary>
[Authorize]
[PrivateTransport]
[EnableRateLimiting(RateLimits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PasswordModel(PasswordCheck accounts, UserManager<TrackerUser> users, BrowserSessions sessions, ActivityLog activity) : PageModel
{
    public const string CurrentField = "current";
    public const string NewField = "new";
    public const string AgainField = "again";

    /// <summary>What the form asks for, in this order.</summary>
    public static IReadOnlyList<(string Id, string Label, string Autocomplete)> Fields { get; } =
    [
        (CurrentField, "Current password", "current-password"),
        (NewField, "New password", "new-password"),
        (AgainField, "New password again", "new-password"),
    ];

    [BindProperty(Name = CurrentField)]
    public string? Current { get; set; }

    [BindProperty(Name = NewField)]
    public string? New { get; set; }

    [BindProperty(Name = AgainField)]
    public string? Again { get; set; }

    /// <summary>What is wrong, field by field.</summary>
    public IReadOnlyList<(string Field, string Message)> Problems { get; private set; } = [];

    /// <summary>Ids of what explains a field.</summary>
    public static string? DescribedBy(string field, bool invalid) => (field == NewField, invalid) switch
    {
        (true, true) => "new-hint new-error",
        (true, false) => "new-hint",
        (false, true) => $"{field}-error",
        _ => null,
    };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        // As careful as signing in: an unlocked screen is no place to guess from.
        if (await accounts.FindAsync(User.Identity!.Name!, Current ?? "", cancellation) is not { } user)
        {
            Problems = [(CurrentField, "The current password is wrong, or the account is locked for 15 minutes after five wrong ones.")];
            return Page();
        }

        if (New != Again)
        {
            Problems = [(AgainField, "The two new passwords differ.")];
            return Page();
        }

        var result = await users.ChangePasswordAsync(user, Current!, New ?? "");
        if (!result.Succeeded)
        {
            Problems = [.. result.Errors.Select(error => (NewField, error.Description))];
            return Page();
        }

        await activity.AddAsync(ActivityKind.PasswordChanged, Actor.Of(user), ActivitySubject.Account(user), null, cancellation);
        await sessions.RenewAsync(HttpContext, user);
        TempData[nameof(IndexModel.Notice)] = "Your password was changed.";
        return RedirectToPage("/Account/Index");
    }
}
