using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Checks a name and a password so that neither the answer nor its time tells whether the account exists, is locked or is disabled.</summary>
public sealed partial class PasswordCheck(
    UserManager<TrackerUser> users, IPasswordHasher<TrackerUser> hasher, TrackerDbContext db, ActivityLog activity, ILogger<PasswordCheck> logger)
{
    /// <summary>Attempts to count a failure while others count theirs.</summary>
    private const int Tries = 5;

    private static readonly TrackerUser Nobody = new();

    /// <summary>Hash of nothing in particular, made once: an unknown user costs as much work as a known one.</summary>
    private static string? s_nobodysHash;

    /// <summary>The account that may sign in, or null without a reason. A failure is logged, with its reason for admins.</summary>
    public async Task<TrackerUser?> FindAsync(string name, string password, CancellationToken cancellation)
    {
        // PostgreSQL takes no NUL, and no name has one.
        var user = name.Contains('\0') ? null : await users.FindByNameAsync(name);
        if (user is null)
        {
            s_nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, s_nobodysHash, password);
            await activity.AddAsync(ActivityKind.SignInFailed, Actor.Unknown, null, "no such account", cancellation);
            return null;
        }

        var right = await users.CheckPasswordAsync(user, password);
        if (user.Disabled || await users.IsLockedOutAsync(user))
        {
            await FailedAsync(user, user.Disabled ? "the account is disabled" : "the account is locked", cancellation);
            return null;
        }

        if (!right)
        {
            await FailAsync(user, "wrong password", cancellation);
            return null;
        }

        // With a second factor the count goes on until the code is right too: otherwise whoever has the password could guess codes for ever.
        if (!user.TwoFactorEnabled)
        {
            await users.ResetAccessFailedCountAsync(user);
        }

        return user;
    }

    /// <summary>Logs a failure and counts it towards the lock.</summary>
    /// <param name="reason">What was wrong, for the activity log.</param>
    internal async Task FailAsync(TrackerUser user, string reason, CancellationToken cancellation)
    {
        await FailedAsync(user, reason, cancellation);
        await CountFailureAsync(user, cancellation);
    }

    /// <summary>A failure counted by another request at the same moment must not swallow this one, or guessing in parallel would go unnoticed.</summary>
    private async Task CountFailureAsync(TrackerUser user, CancellationToken cancellation)
    {
        for (var i = 0; i < Tries && !(await users.AccessFailedAsync(user)).Succeeded; i++)
        {
            await db.Entry(user).ReloadAsync(cancellation);
        }

        if (await users.IsLockedOutAsync(user))
        {
            LogLocked(user.UserName!);
            await activity.AddAsync(ActivityKind.Lock, Actor.Unknown, ActivitySubject.Account(user), "wrong passwords or codes", cancellation);
        }
    }

    /// <summary>Whoever failed is not known to be the account's owner.</summary>
    private Task FailedAsync(TrackerUser user, string reason, CancellationToken cancellation) =>
        activity.AddAsync(ActivityKind.SignInFailed, Actor.Unknown, ActivitySubject.Account(user), reason, cancellation);

    /// <summary>Only names of accounts are logged: what else is typed there may be a password.</summary>
    [LoggerMessage(LogLevel.Warning, "Locked the account {Name} after wrong passwords or codes")]
    private partial void LogLocked(string name);
}
