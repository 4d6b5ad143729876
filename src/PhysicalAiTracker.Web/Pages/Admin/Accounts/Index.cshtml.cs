using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Invitations;
using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Pages.Account;

namespace PhysicalAiTracker.Web.Pages.Admin.Accounts;

/// <summary>All accounts and open invitations, and a form to invite.</summary>
[Authorize(Policy = Policies.Admin)]
[PrivateTransport]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(
    AccountQueries accounts, InvitationQueries invitations, InvitationCommands commands, Outbox outbox, TrackerSettings settings, TimeProvider time) : AccountPageModel
{
    public AccountPage Accounts { get; private set; } = new([], 0, null);

    public IReadOnlyList<InvitationItem> Invitations { get; private set; } = [];

    /// <summary>The last name of the page before; null on the first page.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public string? After { get; set; }

    [BindProperty(Name = "role")]
    public string Role { get; set; } = Roles.Contributor;

    [BindProperty(Name = "email")]
    public string? Email { get; set; }

    /// <summary>Whether an address given gets the link.</summary>
    public bool Mails => outbox.Enabled;

    /// <summary>An invitation just made, its link shown this once.</summary>
    public InvitationMade? Made { get; private set; }

    public string? Link { get; private set; }

    public static string PathOf(AccountSummary account) => $"/admin/accounts/{Uri.EscapeDataString(account.Name)}";

    public string StateOf(AccountSummary account) => account.Disabled ? "disabled" : account.LockedUntil > time.GetUtcNow() ? "locked" : "active";

    public Task OnGetAsync(CancellationToken cancellation) => ShowAsync(cancellation);

    /// <param name="withdraw">An open invitation to make useless; null to make a new one.</param>
    public async Task<IActionResult> OnPostAsync(Guid? withdraw, CancellationToken cancellation)
    {
        if (withdraw is { } id)
        {
            Notice = await commands.WithdrawAsync(id, Self, cancellation) ? "The invitation works no longer." : "The invitation had ended already.";
            return RedirectToPage();
        }

        Made = await commands.MakeAsync(Role, Email, Self, cancellation);
        Problems = [.. Made.Problems.Select(problem => (problem.StartsWith("The role", StringComparison.Ordinal) ? "role" : "email", problem))];
        if (Made.Token is { } token)
        {
            var path = InvitationCommands.Path + token.Text;
            Link = settings.Accounts.Address.Length > 0 ? settings.Accounts.Link(path) : $"{Request.Scheme}://{Request.Host}{Request.PathBase}{path}";
            (Role, Email) = (Roles.Contributor, null);
        }

        await ShowAsync(cancellation);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellation)
    {
        After = After?.Any(char.IsControl) == true ? null : After;
        Accounts = await accounts.PageAsync(After, cancellation);
        Invitations = await invitations.ListAsync(cancellation);
    }
}
