using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts.SecondFactor;

/// <summary>Checks codes when somebody signs in. Wrong ones count towards the lock as wrong passwords do, for guessing one is easier.</summary>
public sealed class SecondFactorCheck(UserManager<TrackerUser> users, PasswordCheck passwords, TrackerDbContext db, TimeProvider time)
{
    /// <summary>Checks a code of the authenticator, or a recovery code, and takes it: neither works twice.</summary>
    /// <returns>How the person proved it, for the activity log; null where it is wrong or the account cannot be used now.</returns>
    public async Task<string?> SignInAsync(TrackerUser user, string code, CancellationToken cancellation)
    {
        if (user.Disabled || await users.IsLockedOutAsync(user))
        {
            return null;
        }

        var typed = code.Trim();
        if (await TakeCodeAsync(user, typed, cancellation))
        {
            await users.ResetAccessFailedCountAsync(user);
            return "with a code";
        }

        if ((await users.RedeemTwoFactorRecoveryCodeAsync(user, typed.ToLowerInvariant())).Succeeded)
        {
            await users.ResetAccessFailedCountAsync(user);
            return $"with a recovery code; {await users.CountRecoveryCodesAsync(user)} are left";
        }

        await passwords.FailAsync(user, "wrong code", cancellation);
        return null;
    }

    /// <summary>
    /// Takes a code of the authenticator; false where it is wrong, or where it or a later one was taken before. The step is written only where it
    /// is beyond the last one, so that of two who send one code at the same moment one gets in; the new stamp keeps others' copies of the row from writing the old step back.
    /// </summary>
    internal async Task<bool> TakeCodeAsync(TrackerUser user, string code, CancellationToken cancellation)
    {
        var digits = code.Replace(" ", "", StringComparison.Ordinal);
        if (digits.Length != Totp.Digits || await users.GetAuthenticatorKeyAsync(user) is not { } key
            || Totp.StepOf(Base32.Parse(key), digits, time.GetUtcNow()) is not { } step)
        {
            return false;
        }

        var stamp = Guid.NewGuid().ToString();
        var taken = await db.Users.Where(u => u.Id == user.Id && (u.LastCodeStep == null || u.LastCodeStep < step)).ExecuteUpdateAsync(
            set => set.SetProperty(u => u.LastCodeStep, step).SetProperty(u => u.ConcurrencyStamp, stamp), cancellation);
        if (taken > 0)
        {
            await db.Entry(user).ReloadAsync(cancellation);
        }

        return taken > 0;
    }
}
