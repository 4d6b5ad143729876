using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Keys;

/// <summary>Who a key acts for, and what it may do at most; or why it is refused.</summary>
/// <param name="Problem">A sentence for whoever sent it; null for a good key. Whoever has the whole key may know how it stands.</param>
public sealed record CheckedKey(Guid Id, SignedIn? Owner, IReadOnlyList<ApiKeyScope> Scopes, string? Problem)
{
    internal static CheckedKey Refused(string problem) => new(Guid.Empty, null, [], problem);
}

/// <summary>Checks keys.</summary>
public sealed class ApiKeyCheck(TrackerDbContext db, TimeProvider time)
{
    /// <summary>Finds keys by their visible beginning and compares the rest in constant time. Notes that the key is in use.</summary>
    public async Task<CheckedKey> FindAsync(string? text, CancellationToken cancellation)
    {
        if (SecretToken.TryRead(ApiKey.Kind, text) is not { } token)
        {
            return CheckedKey.Refused("This is no key of this site.");
        }

        var prefix = token.Prefix;
        var roles = AccountRole.All(db);
        var candidates = await db.ApiKeys.AsNoTracking().Where(k => k.Prefix == prefix).Select(k => new
        {
            Key = k,
            k.Owner!.Disabled,
            Owner = new SignedIn(k.OwnerId, k.Owner.UserName!, roles.Where(r => r.AccountId == k.OwnerId).Max(r => r.Name), k.Owner.TwoFactorEnabled),
        }).ToListAsync(cancellation);
        var now = Clock.Now(time);
        if (candidates.Find(candidate => token.Matches(candidate.Key.Hash)) is not { } found)
        {
            return CheckedKey.Refused("This is no key of this site.");
        }

        var key = found.Key;
        if (key.RevokedAt is not null || found.Disabled)
        {
            return CheckedKey.Refused("This key was revoked.");
        }

        if (key.ExpiresAt <= now)
        {
            return CheckedKey.Refused($"This key expired on {key.ExpiresAt:yyyy-MM-dd}.");
        }

        if (key.LastUsedAt is null || now - key.LastUsedAt >= LastUse.Grain)
        {
            await LastUse.NoteAsync(db, () => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(set => set.SetProperty(k => k.LastUsedAt, now), cancellation));
        }

        return new CheckedKey(key.Id, found.Owner, key.Scopes, null);
    }
}
