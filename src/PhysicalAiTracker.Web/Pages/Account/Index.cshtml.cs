using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>Who is signed in, and as what.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class IndexModel(AccountQueries accounts) : PageModel
{
    public AccountSummary Account { get; private set; } = null!;

    /// <summary>What was just done, if anything.</summary>
    [TempData]
    public string? Notice { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (await accounts.FindAsync(User.Identity!.Name!, cancellation) is not { } account)
        {
            return Challenge();
        }

        Account = account;
        return Page();
    }
}
