using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts.SecondFactor;

/// <summary>A second factor that somebody is setting up.</summary>
/// <param name="Key">Base32, to be typed into an authenticator.</param>
/// <param name="Address">The same as an <c>otpauth:</c> address, to be shown as a QR code.</param>
public sealed record PendingSecondFactor(string Key, string Address);

/// <summary>Sets second factors up and takes them away.</summary>
public sealed class SecondFactorCommands(
    UserManager<TrackerUser> users, TrackerUserStore store, SecondFactorCheck check, TrackerDbContext db, ActivityLog activity)
{
    public const int RecoveryCodes = 10;

    /// <summary>The key to set up; the same one until it is confirmed.</summary>
    /// <exception cref="InvalidOperationException">The account has a second factor already, whose key is not shown again.</exception>
    public async Task<PendingSecondFactor> BeginAsync(TrackerUser user, CancellationToken cancellation)
    {
        if (user.TwoFactorEnabled)
        {
            throw new InvalidOperationException("The key of a second factor that is on is not shown.");
        }

        var key = await users.GetAuthenticatorKeyAsync(user);
        if (key is null)
        {
            key = users.GenerateNewAuthenticatorKey();
            // Not by UserManager.ResetAuthenticatorKeyAsync, which would end the very session that asks.
            await store.SetAuthenticatorKeyAsync(user, key, cancellation);
            await users.UpdateAsync(user);
        }

        var site = Uri.EscapeDataString(PasswordRules.SiteName);
        return new PendingSecondFactor(
            key, $"otpauth://totp/{site}:{Uri.EscapeDataString(user.UserName!)}?secret={key}&issuer={site}&digits={Totp.Digits}&period={Totp.Period}");
    }

    /// <summary>Switches the second factor on for whoever knows its code; ends all sessions.</summary>
    /// <returns>The recovery codes, to be shown this once; null where the code is wrong.</returns>
    public async Task<IReadOnlyList<string>?> ConfirmAsync(TrackerUser user, string code, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (user.TwoFactorEnabled || !await check.TakeCodeAsync(user, code, cancellation))
        {
            return null;
        }

        var codes = await ReplaceCodesAsync(user, cancellation);
        (await users.SetTwoFactorEnabledAsync(user, true)).OrThrow();
        await activity.AddAsync(ActivityKind.SecondFactorOn, Actor.Of(user), ActivitySubject.Account(user), null, cancellation);
        await transaction.CommitAsync(cancellation);
        return codes;
    }

    /// <summary>New recovery codes; the old ones work no longer.</summary>
    public async Task<IReadOnlyList<string>> RenewCodesAsync(TrackerUser user, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        var codes = await ReplaceCodesAsync(user, cancellation);
        (await users.UpdateAsync(user)).OrThrow();
        await activity.AddAsync(ActivityKind.SecondFactorOn, Actor.Of(user), ActivitySubject.Account(user), "new recovery codes", cancellation);
        await transaction.CommitAsync(cancellation);
        return codes;
    }

    /// <summary>Takes the second factor away and ends all sessions.</summary>
    /// <returns>False where there was none.</returns>
    public async Task<bool> TurnOffAsync(TrackerUser user, Actor by, CancellationToken cancellation)
    {
        if (!user.TwoFactorEnabled)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await store.ForgetAsync(user, cancellation);
        user.LastCodeStep = null;
        (await users.SetTwoFactorEnabledAsync(user, false)).OrThrow();
        await activity.AddAsync(ActivityKind.SecondFactorOff, by, ActivitySubject.Account(user), null, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task<IReadOnlyList<string>> ReplaceCodesAsync(TrackerUser user, CancellationToken cancellation)
    {
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => GeneratedPassword.Create()).ToList();
        await store.ReplaceCodesAsync(user, codes, cancellation);
        return codes;
    }
}

internal static class IdentityResults
{
    /// <summary>For steps that fail only when somebody changed the account at the same moment.</summary>
    public static void OrThrow(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new DbUpdateConcurrencyException(string.Join(' ', result.Errors.Select(error => error.Description)));
        }
    }
}
