using Microsoft.AspNetCore.Identity;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>What became of a change to an account: done, or the reasons why not.</summary>
public sealed record AccountOutcome(IReadOnlyList<string> Problems)
{
    public static AccountOutcome Done { get; } = new([]);

    public bool Succeeded => Problems.Count == 0;
}

/// <summary>Adds accounts and changes them. Every change ends the account's sessions (see <see cref="TrackerUser.Disabled"/>).</summary>
public sealed class AccountCommands(
    UserManager<TrackerUser> users, RoleManager<IdentityRole<Guid>> roles, TrackerDbContext db, TimeProvider time)
{
    /// <summary>Adds an account.</summary>
    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    public async Task<AccountOutcome> AddAsync(string name, string role, string? email, string password, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var user = new TrackerUser { UserName = name, Email = email, CreatedAt = time.GetUtcNow().UtcDateTime };
        var outcome = await FirstFailureAsync(
            () => AddRoleAsync(role),
            () => users.CreateAsync(user, password),
            () => users.AddToRoleAsync(user, role));
        if (outcome.Succeeded)
        {
            await transaction.CommitAsync(cancellation);
        }

        return outcome;
    }

    /// <summary>Keeps an account from signing in, or lets it again; sessions end within a minute.</summary>
    public async Task<AccountOutcome> SetDisabledAsync(string name, bool disabled)
    {
        if (await users.FindByNameAsync(name) is not { } user)
        {
            return Unknown(name);
        }

        user.Disabled = disabled;
        return await FirstFailureAsync(() => users.UpdateSecurityStampAsync(user));
    }

    /// <summary>Sets a new password without knowing the old one and takes a lock away.</summary>
    public async Task<AccountOutcome> ResetPasswordAsync(string name, string password, CancellationToken cancellation)
    {
        if (await users.FindByNameAsync(name) is not { } user)
        {
            return Unknown(name);
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var outcome = await FirstFailureAsync(
            () => users.RemovePasswordAsync(user),
            () => users.AddPasswordAsync(user, password),
            () => users.SetLockoutEndDateAsync(user, null),
            () => users.ResetAccessFailedCountAsync(user));
        if (outcome.Succeeded)
        {
            await transaction.CommitAsync(cancellation);
        }

        return outcome;
    }

    private async Task<IdentityResult> AddRoleAsync(string role) =>
        await roles.RoleExistsAsync(role) ? IdentityResult.Success : await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() });

    private static async Task<AccountOutcome> FirstFailureAsync(params Func<Task<IdentityResult>>[] steps)
    {
        foreach (var step in steps)
        {
            var result = await step();
            if (!result.Succeeded)
            {
                return new AccountOutcome([.. result.Errors.Select(error => error.Description)]);
            }
        }

        return AccountOutcome.Done;
    }

    private static AccountOutcome Unknown(string name) => new([$"There is no account “{name}”."]);
}
