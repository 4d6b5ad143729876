using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Accounts.Sessions;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Pages.Account;

namespace PhysicalAiTracker.Web.Pages.Admin.Accounts;

/// <summary>One account, as an admin looks after it.</summary>
[Authorize(Policy = Policies.Admin)]
[PrivateTransport]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AccountModel(AccountQueries accounts, AccountCommands commands, SessionQueries sessions, ApiKeyQueries keys, ApiKeyCommands keyCommands) : AccountPageModel
{
    public AccountSummary Account { get; private set; } = null!;

    public IReadOnlyList<SessionItem> Sessions { get; private set; } = [];

    public IReadOnlyList<ApiKeyItem> Keys { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken cancellation) => await ShowAsync(name, cancellation);

    /// <param name="id">The key to revoke.</param>
    public async Task<IActionResult> OnPostAsync(string name, [FromForm(Name = "do")] string? action, [FromForm] string? role, [FromForm] Guid? id, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(name, cancellation) is not { } account)
        {
            return NotFound();
        }

        var (outcome, done) = action switch
        {
            "role" => (await commands.SetRoleAsync(account.Name, role ?? "", Self, cancellation), $"The role is {role} now."),
            "disable" => (await commands.SetDisabledAsync(account.Name, disabled: true, Self, cancellation), "The account is disabled, its sessions ended and its keys revoked."),
            "enable" => (await commands.SetDisabledAsync(account.Name, disabled: false, Self, cancellation), "The account may sign in again."),
            "end-sessions" => (await commands.EndSessionsAsync(account.Name, Self, cancellation), "All sessions ended."),
            "reset-second-factor" => (await commands.ResetSecondFactorAsync(account.Name, Self, cancellation), "The second factor is off, and all sessions ended."),
            "revoke" => (await RevokeAsync(account.Id, id, cancellation), "The key was revoked."),
            _ => (new AccountOutcome(["This page has no such button."]), ""),
        };
        if (outcome.Succeeded)
        {
            Notice = done;
            return RedirectToPage();
        }

        Problems = [.. outcome.Problems.Select(problem => ("main", problem))];
        return await ShowAsync(account.Name, cancellation);
    }

    private async Task<AccountOutcome> RevokeAsync(Guid owner, Guid? id, CancellationToken cancellation) =>
        id is { } key && await keyCommands.RevokeAsync(key, owner, Self, cancellation) ? AccountOutcome.Done : new AccountOutcome(["The account has no such key in use."]);

    private async Task<IActionResult> ShowAsync(string name, CancellationToken cancellation)
    {
        if (await accounts.FindAsync(name, cancellation) is not { } account)
        {
            return NotFound();
        }

        Account = account;
        Sessions = await sessions.ListAsync(account.Id, cancellation);
        Keys = await keys.ListAsync(account.Id, cancellation);
        return Page();
    }
}
