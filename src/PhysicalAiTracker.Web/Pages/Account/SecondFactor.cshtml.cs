using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.SecondFactor;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>Sets one's second factor up, renews its recovery codes, and switches it off.</summary>
[Authorize]
[PrivateTransport]
[EnableRateLimiting(RateLimits.SignIn)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SecondFactorModel(UserManager<TrackerUser> users, SecondFactorCommands secondFactors, PasswordCheck passwords, BrowserSessions sessions)
    : AccountPageModel
{
    private const int Group = 4;

    /// <inheritdoc cref="SignInModel.ReturnUrl"/>
    [BindProperty(SupportsGet = true, Name = Sessions.ReturnUrlParameter)]
    public string? ReturnUrl { get; set; }

    /// <summary>Which of the page's forms was sent: <c>confirm</c>, <c>renew</c> or <c>off</c>.</summary>
    [BindProperty(Name = "do")]
    public string? Do { get; set; }

    [BindProperty(Name = "code")]
    public string? Code { get; set; }

    [BindProperty(Name = "password")]
    public string? Password { get; set; }

    /// <summary>The role that waits for this; null where none does.</summary>
    public string? LackingRole => Principals.LackingRole(User);

    /// <summary>What is being set up; null where it is on.</summary>
    public PendingSecondFactor? Pending { get; private set; }

    public int CodesLeft { get; private set; }

    /// <summary>Recovery codes just made, shown this once.</summary>
    public IReadOnlyList<string>? Codes { get; private set; }

    public string GoOn => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/account";

    /// <summary>Where the forms go, so that the way back is not lost.</summary>
    public string Action => SecondFactorDemand.PagePath + (Url.IsLocalUrl(ReturnUrl) ? $"?{Sessions.ReturnUrlParameter}={Uri.EscapeDataString(ReturnUrl)}" : "");

    /// <summary>The key as people copy it.</summary>
    public string KeyInGroups => string.Join(' ', Pending!.Key.Chunk(Group).Select(group => new string(group)));

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        switch (Do)
        {
            case "confirm":
                await ConfirmAsync(cancellation);
                break;
            case "renew" when await ConfirmedAsync(passwords, Password, "renew", cancellation) is { TwoFactorEnabled: true } user:
                Codes = await secondFactors.RenewCodesAsync(user, cancellation);
                break;
            case "off" when await ConfirmedAsync(passwords, Password, "off", cancellation) is { } user:
                await secondFactors.TurnOffAsync(user, Self, cancellation);
                await sessions.RenewAsync(HttpContext, user);
                Notice = "The second factor is off.";
                return RedirectToPage("/Account/Index");
        }

        if (Codes is null)
        {
            await ShowAsync(cancellation);
        }

        return Page();
    }

    private async Task ConfirmAsync(CancellationToken cancellation)
    {
        var user = await UserAsync(users);
        Codes = await secondFactors.ConfirmAsync(user, Code ?? "", cancellation);
        if (Codes is null)
        {
            Problems = [("code", "This is not the code of now. Check the clock of the device, and enter the next one.")];
        }
        else
        {
            await sessions.RenewAsync(HttpContext, user);
        }
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        var user = await UserAsync(users);
        if (user.TwoFactorEnabled)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(user);
        }
        else
        {
            Pending = await secondFactors.BeginAsync(user, cancellation);
        }
    }
}
