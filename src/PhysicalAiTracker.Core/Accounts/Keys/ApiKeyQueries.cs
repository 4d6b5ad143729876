using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Keys;

/// <summary>How a key stands.</summary>
public enum ApiKeyState
{
    Active,
    Expired,
    Revoked,
}

/// <summary>A key as its owner sees it: everything but the key.</summary>
public sealed record ApiKeyItem(
    Guid Id,
    string Owner,
    string Name,
    string Prefix,
    IReadOnlyList<ApiKeyScope> Scopes,
    DateTime CreatedAt,
    DateTime ExpiresAt,
    DateTime? LastUsedAt,
    ApiKeyState State);

/// <summary>Reads keys.</summary>
public sealed class ApiKeyQueries(TrackerDbContext db, TimeProvider time)
{
    /// <summary>Revoked and expired keys are shown so long.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(90);

    /// <summary>An account's keys, the newest first; those that ended long ago are left out.</summary>
    public Task<IReadOnlyList<ApiKeyItem>> ListAsync(Guid owner, CancellationToken cancellation) => ReadAsync(db.ApiKeys.Where(k => k.OwnerId == owner), cancellation);

    /// <summary>The keys of all accounts, or of the one with this name.</summary>
    public Task<IReadOnlyList<ApiKeyItem>> ListAllAsync(string? owner, CancellationToken cancellation)
    {
        var key = owner?.ToUpperInvariant();
        return ReadAsync(db.ApiKeys.Where(k => key == null || k.Owner!.NormalizedUserName == key), cancellation);
    }

    private async Task<IReadOnlyList<ApiKeyItem>> ReadAsync(IQueryable<ApiKey> keys, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var since = now - Memory;
        var rows = await keys.AsNoTracking().Where(k => k.ExpiresAt > since && (k.RevokedAt == null || k.RevokedAt > since))
            .OrderByDescending(k => k.CreatedAt).ThenByDescending(k => k.Id).Select(k => new { Key = k, Owner = k.Owner!.UserName! }).ToListAsync(cancellation);
        return [.. rows.Select(row => ItemOf(row.Key, row.Owner, now))];
    }

    private static ApiKeyItem ItemOf(ApiKey key, string owner, DateTime now) => new(
        key.Id,
        owner,
        key.Name,
        key.Prefix,
        key.Scopes,
        key.CreatedAt,
        key.ExpiresAt,
        key.LastUsedAt,
        key.RevokedAt is not null ? ApiKeyState.Revoked : key.ExpiresAt <= now ? ApiKeyState.Expired : ApiKeyState.Active);
}
