using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts.SecondFactor;

/// <summary>
/// Identity's store, which keeps second factors in clear text. Here the authenticator's key is protected by the keys in the data directory, and
/// recovery codes are kept as SHA-256: they have 99 random bits, so that a plain hash is enough.
/// </summary>
public sealed class TrackerUserStore(TrackerDbContext db, IDataProtectionProvider protection, IdentityErrorDescriber describer)
    : UserStore<TrackerUser, IdentityRole<Guid>, TrackerDbContext, Guid>(db, describer)
{
    /// <summary>Names under which Identity keeps both.</summary>
    private const string Provider = "[AspNetUserStore]";
    private const string KeyName = "AuthenticatorKey";
    private const string CodesName = "RecoveryCodes";

    private readonly IDataProtector _protector = protection.CreateProtector("SecondFactor");

    public override Task SetAuthenticatorKeyAsync(TrackerUser user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, _protector.Protect(key), cancellationToken);

    /// <summary>Null too when the keys that protected it are gone: recovery codes still work.</summary>
    public override async Task<string?> GetAuthenticatorKeyAsync(TrackerUser user, CancellationToken cancellationToken)
    {
        try
        {
            return await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? _protector.Unprotect(kept) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public override Task ReplaceCodesAsync(TrackerUser user, IEnumerable<string> recoveryCodes, CancellationToken cancellationToken) =>
        base.ReplaceCodesAsync(user, [.. recoveryCodes.Select(HashOf)], cancellationToken);

    /// <summary>Identity's own hands the codes that are left to <see cref="ReplaceCodesAsync"/>, which would hash the hashes.</summary>
    public override async Task<bool> RedeemCodeAsync(TrackerUser user, string code, CancellationToken cancellationToken)
    {
        var kept = (await GetTokenAsync(user, Provider, CodesName, cancellationToken) ?? "").Split(';');
        var left = kept.Where(hash => hash != HashOf(code)).ToList();
        if (left.Count == kept.Length)
        {
            return false;
        }

        await base.ReplaceCodesAsync(user, left, cancellationToken);
        return true;
    }

    /// <summary>Takes both away.</summary>
    public async Task ForgetAsync(TrackerUser user, CancellationToken cancellationToken)
    {
        await RemoveTokenAsync(user, Provider, KeyName, cancellationToken);
        await RemoveTokenAsync(user, Provider, CodesName, cancellationToken);
    }

    private static string HashOf(string code) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(code)));
}
