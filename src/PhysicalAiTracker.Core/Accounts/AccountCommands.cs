using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Keys;
using PhysicalAiTracker.Core.Accounts.SecondFactor;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>What became of a change to an account: done, or the reasons why not.</summary>
public sealed record AccountOutcome(IReadOnlyList<string> Problems)
{
    public static AccountOutcome Done { get; } = new([]);

    public bool Succeeded => Problems.Count == 0;

    internal static AccountOutcome Of(IdentityResult result) => result.Succeeded ? Done : new([.. result.Errors.Select(error => error.Description)]);
}

/// <summary>
/// Adds accounts and changes them. Whatever changes who may use an account changes its security stamp, which ends its sessions at their next
/// request. Who did it is the command line where nobody is named.
/// </summary>
public sealed class AccountCommands(
    UserManager<TrackerUser> users, RoleManager<IdentityRole<Guid>> roles, SecondFactorCommands secondFactors, TrackerDbContext db, ActivityLog activity, TimeProvider time)
{
    /// <summary>Any number, but the same one for ever: the lock that changes of who is an admin wait for on PostgreSQL.</summary>
    private const long AdminsLock = 7_203_411_907;

    /// <summary>Adds an account.</summary>
    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    public async Task<AccountOutcome> AddAsync(string name, string role, string? email, string password, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var (user, outcome) = await CreateAsync(name, role, email, password);
        if (outcome.Succeeded)
        {
            await activity.AddAsync(ActivityKind.AccountAdded, Actor.CommandLine, ActivitySubject.Account(user), role, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return outcome;
    }

    /// <summary>Keeps an account from signing in, ends its sessions and revokes its keys; or lets it sign in again, without them.</summary>
    public Task<AccountOutcome> SetDisabledAsync(string name, bool disabled, Actor? by = null, CancellationToken cancellation = default) => ChangeAsync(
        name,
        async user =>
        {
            user.Disabled = disabled;
            var outcome = AccountOutcome.Of(await users.UpdateSecurityStampAsync(user));
            var keys = disabled && outcome.Succeeded ? await ApiKeyCommands.RevokeAllAsync(db, user.Id, Clock.Now(time), cancellation) : 0;
            await activity.AddAsync(
                disabled ? ActivityKind.AccountDisabled : ActivityKind.AccountEnabled,
                by ?? Actor.CommandLine,
                ActivitySubject.Account(user),
                keys == 0 ? null : $"keys revoked: {keys}",
                cancellation);
            return outcome;
        },
        by,
        cancellation);

    /// <summary>Gives an account another role, at once.</summary>
    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    public Task<AccountOutcome> SetRoleAsync(string name, string role, Actor? by = null, CancellationToken cancellation = default) => ChangeAsync(
        name,
        async user =>
        {
            var before = await users.GetRolesAsync(user);
            if (!Roles.All.Contains(role))
            {
                return new AccountOutcome([$"The role is one of {string.Join(", ", Roles.All)}."]);
            }

            if (before is [var only] && only == role)
            {
                return AccountOutcome.Done;
            }

            var outcome = await FirstFailureAsync(() => AddRoleAsync(role), () => users.RemoveFromRolesAsync(user, before), () => users.AddToRoleAsync(user, role));
            await activity.AddAsync(
                ActivityKind.RoleChanged, by ?? Actor.CommandLine, ActivitySubject.Account(user), $"{string.Join(", ", before)} → {role}", cancellation);
            return outcome;
        },
        by,
        cancellation);

    /// <summary>Takes the second factor away, for somebody who lost it, and ends all sessions.</summary>
    public async Task<AccountOutcome> ResetSecondFactorAsync(string name, Actor? by = null, CancellationToken cancellation = default)
    {
        if (await users.FindByNameAsync(name) is not { } user)
        {
            return Unknown(name);
        }

        return await secondFactors.TurnOffAsync(user, by ?? Actor.CommandLine, cancellation) ? AccountOutcome.Done : new([$"“{user.UserName}” has no second factor."]);
    }

    /// <summary>Ends all sessions of an account.</summary>
    public Task<AccountOutcome> EndSessionsAsync(string name, Actor? by = null, CancellationToken cancellation = default) => ChangeAsync(
        name,
        async user =>
        {
            var outcome = AccountOutcome.Of(await users.UpdateSecurityStampAsync(user));
            await db.Sessions.Where(s => s.AccountId == user.Id).ExecuteDeleteAsync(cancellation);
            await activity.AddAsync(ActivityKind.SessionEnded, by ?? Actor.CommandLine, ActivitySubject.Account(user), "all sessions", cancellation);
            return outcome;
        },
        by,
        cancellation);

    /// <summary>Sets a new password without knowing the old one and takes a lock away.</summary>
    public Task<AccountOutcome> ResetPasswordAsync(string name, string password, CancellationToken cancellation) => ChangeAsync(
        name,
        async user =>
        {
            var outcome = await FirstFailureAsync(
                () => users.RemovePasswordAsync(user),
                () => users.AddPasswordAsync(user, password),
                () => users.SetLockoutEndDateAsync(user, null),
                () => users.ResetAccessFailedCountAsync(user));
            if (outcome.Succeeded)
            {
                await activity.AddAsync(ActivityKind.PasswordChanged, Actor.CommandLine, ActivitySubject.Account(user), "reset", cancellation);
            }

            return outcome;
        },
        null,
        cancellation);

    /// <summary>Makes an account within the caller's transaction, which the caller takes back where the outcome is none.</summary>
    internal async Task<(TrackerUser User, AccountOutcome Outcome)> CreateAsync(string name, string role, string? email, string password)
    {
        var user = new TrackerUser { UserName = name, Email = email, CreatedAt = time.GetUtcNow().UtcDateTime };
        return (user, await FirstFailureAsync(
            () => AddRoleAsync(role),
            () => users.CreateAsync(user, password),
            () => users.AddToRoleAsync(user, role)));
    }

    /// <summary>Changes an account in one transaction; whoever has an account themselves cannot leave the site without an admin.</summary>
    private async Task<AccountOutcome> ChangeAsync(string name, Func<TrackerUser, Task<AccountOutcome>> change, Actor? by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (db is PostgresTrackerDbContext)
        {
            // SQLite has one writer at a time anyway.
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({AdminsLock})", cancellation);
        }

        if (await users.FindByNameAsync(name) is not { } user)
        {
            return Unknown(name);
        }

        var outcome = await change(user);
        if (outcome.Succeeded && by?.Id is not null && !await AdminsAsync(cancellation))
        {
            outcome = new([$"“{user.UserName}” is the last admin who can sign in: make another one first."]);
        }

        if (outcome.Succeeded)
        {
            await transaction.CommitAsync(cancellation);
        }

        db.ChangeTracker.Clear();
        return outcome;
    }

    private Task<bool> AdminsAsync(CancellationToken cancellation) =>
        AccountRole.All(db).AnyAsync(role => role.Name == Roles.Admin && db.Users.Any(user => user.Id == role.AccountId && !user.Disabled), cancellation);

    private async Task<IdentityResult> AddRoleAsync(string role) =>
        await roles.RoleExistsAsync(role) ? IdentityResult.Success : await roles.CreateAsync(new IdentityRole<Guid>(role) { Id = Guid.CreateVersion7() });

    private static async Task<AccountOutcome> FirstFailureAsync(params Func<Task<IdentityResult>>[] steps)
    {
        foreach (var step in steps)
        {
            if (AccountOutcome.Of(await step()) is { Succeeded: false } failed)
            {
                return failed;
            }
        }

        return AccountOutcome.Done;
    }

    private static AccountOutcome Unknown(string name) => new([$"There is no account “{name}”."]);
}
