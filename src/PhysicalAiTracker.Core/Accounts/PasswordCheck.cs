using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts;

/// <summary>Checks a name and a password so that neither the answer nor its time tells whether the account exists, is locked or is disabled.</summary>
public sealed partial class PasswordCheck(
    UserManager<TrackerUser> users, IPasswordHasher<TrackerUser> hasher, TrackerDbContext db, ILogger<PasswordCheck> logger)
{
    /// <summary>Attempts to count a failure while others count theirs.</summary>
    private const int Tries = 5;

    private static readonly TrackerUser Nobody = new();

    /// <summary>Hash of nothing in particular, made once: an unknown user costs as much work as a known one.</summary>
    private static string? s_nobodysHash;

    /// <summary>The account that may sign in, or null without a reason.</summary>
    public async Task<TrackerUser?> FindAsync(string name, string password)
    {
        var user = await users.FindByNameAsync(name);
        if (user is null)
        {
            s_nobodysHash ??= hasher.HashPassword(Nobody, Guid.NewGuid().ToString());
            hasher.VerifyHashedPassword(Nobody, s_nobodysHash, password);
            return null;
        }

        var right = await users.CheckPasswordAsync(user, password);
        if (user.Disabled || await users.IsLockedOutAsync(user))
        {
            return null;
        }

        if (!right)
        {
            await CountFailureAsync(user);
            return null;
        }

        await users.ResetAccessFailedCountAsync(user);
        return user;
    }

    /// <summary>A failure counted by another request at the same moment must not swallow this one, or guessing in parallel would go unnoticed.</summary>
    private async Task CountFailureAsync(TrackerUser user)
    {
        for (var i = 0; i < Tries && !(await users.AccessFailedAsync(user)).Succeeded; i++)
        {
            await db.Entry(user).ReloadAsync();
        }

        if (await users.IsLockedOutAsync(user))
        {
            LogLocked(user.UserName!);
        }
    }

    /// <summary>Only names of accounts are logged: what else is typed there may be a password.</summary>
    [LoggerMessage(LogLevel.Warning, "Locked the account {Name} after wrong passwords")]
    private partial void LogLocked(string name);
}
