using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>What the pages of one's own account have in common.</summary>
public abstract class AccountPageModel : PageModel
{
    /// <summary>What is wrong, by the id of the field.</summary>
    public IReadOnlyList<(string Field, string Message)> Problems { get; protected set; } = [];

    /// <summary>What was just done, if anything.</summary>
    [TempData]
    public string? Notice { get; set; }

    /// <summary>Who is signed in.</summary>
    protected Actor Self => Signed.Actor(User);

    protected Guid SelfId => Self.Id!.Value;

    /// <summary>The errors of one field, as one sentence after the other; null where it has none.</summary>
    public string? ProblemOf(string field) =>
        Problems.Where(problem => problem.Field == field).Select(problem => problem.Message).ToList() is { Count: > 0 } messages ? string.Join(' ', messages) : null;

    /// <summary>The account, where the password typed is its own: an unlocked screen must not be enough.</summary>
    protected async Task<TrackerUser?> ConfirmedAsync(PasswordCheck passwords, string? password, string field, CancellationToken cancellation)
    {
        var user = await passwords.FindAsync(User.Identity!.Name!, password ?? "", cancellation);
        if (user is null)
        {
            Problems = [(field, "The password is wrong, or the account is locked for 15 minutes after five wrong ones.")];
        }

        return user;
    }

    /// <summary>The account, which was there when the request began.</summary>
    protected async Task<TrackerUser> UserAsync(UserManager<TrackerUser> users) =>
        await users.FindByIdAsync(SelfId.ToString()) ?? throw new InvalidOperationException("The account is gone.");
}
