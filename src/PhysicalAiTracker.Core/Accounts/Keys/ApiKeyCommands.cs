using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Keys;

/// <summary>A key to be made.</summary>
/// <param name="Days">How long it can be used: 1 to <see cref="ApiKey.MostDays"/>.</param>
public sealed record NewApiKey(string Name, IReadOnlyCollection<ApiKeyScope> Scopes, int? Days);

/// <summary>A key that was made, to be shown this once; or what is wrong, by the name of the field.</summary>
public sealed record ApiKeyOutcome(SecretToken? Token, IReadOnlyList<(string Field, string Message)> Problems);

/// <summary>Makes keys and revokes them.</summary>
public sealed class ApiKeyCommands(TrackerDbContext db, ActivityLog activity, TimeProvider time)
{
    public const string NameField = "name";
    public const string ScopeField = "scope";
    public const string DaysField = "days";

    public async Task<ApiKeyOutcome> AddAsync(NewApiKey wanted, Actor owner, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var name = wanted.Name.Trim();
        var problems = Problems(wanted, name);
        if (await db.ApiKeys.CountAsync(k => k.OwnerId == owner.Id && k.RevokedAt == null && k.ExpiresAt > now, cancellation) >= ApiKey.MostPerAccount)
        {
            problems.Add((NameField, $"An account may have {ApiKey.MostPerAccount} keys in use: revoke one first."));
        }

        if (problems.Count > 0)
        {
            return new ApiKeyOutcome(null, problems);
        }

        var token = SecretToken.Create(ApiKey.Kind);
        var key = new ApiKey
        {
            OwnerId = owner.Id!.Value,
            Name = name,
            Prefix = token.Prefix,
            Hash = token.Hash,
            CanRead = wanted.Scopes.Contains(ApiKeyScope.Read),
            CanSubmit = wanted.Scopes.Contains(ApiKeyScope.Submit),
            CanPublish = wanted.Scopes.Contains(ApiKeyScope.Publish),
            CreatedAt = now,
            ExpiresAt = now.AddDays(wanted.Days!.Value),
        };
        db.ApiKeys.Add(key);
        var scopes = string.Join(", ", key.Scopes.Select(scope => Words.Of(scope)));
        await activity.AddAsync(ActivityKind.KeyMade, owner, SubjectOf(key), $"{scopes}; until {key.ExpiresAt:yyyy-MM-dd}", cancellation);
        return new ApiKeyOutcome(token, []);
    }

    /// <summary>Revokes a key at once; false where there is none with this id in use, or where it is another's.</summary>
    /// <param name="owner">Whose key it must be; null for whoever looks after all accounts.</param>
    public Task<bool> RevokeAsync(Guid id, Guid? owner, Actor by, CancellationToken cancellation) =>
        RevokeOneAsync(db.ApiKeys.Where(k => k.Id == id && (owner == null || k.OwnerId == owner)), by, cancellation);

    /// <summary>Revokes the keys that begin so, in case one was found somewhere.</summary>
    /// <param name="prefix">The visible beginning, or a whole key.</param>
    public Task<bool> RevokeAsync(string prefix, Actor by, CancellationToken cancellation)
    {
        var start = prefix[..Math.Min(prefix.Length, SecretToken.PrefixLength)];
        return RevokeOneAsync(db.ApiKeys.Where(k => k.Prefix == start), by, cancellation);
    }

    /// <summary>Revokes all keys of an account, within the caller's transaction.</summary>
    /// <returns>How many.</returns>
    internal static Task<int> RevokeAllAsync(TrackerDbContext db, Guid owner, DateTime now, CancellationToken cancellation) =>
        db.ApiKeys.Where(k => k.OwnerId == owner && k.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(k => k.RevokedAt, now), cancellation);

    private static List<(string Field, string Message)> Problems(NewApiKey wanted, string name)
    {
        var problems = new List<(string, string)>();
        if (name.Length is 0 or > ApiKey.NameLength || name.Any(char.IsControl))
        {
            problems.Add((NameField, $"Give the key a name of at most {ApiKey.NameLength} characters: what it is for."));
        }

        if (wanted.Scopes.Count == 0)
        {
            problems.Add((ScopeField, "Choose at least one thing that the key may do."));
        }

        if (wanted.Days is not (>= 1 and <= ApiKey.MostDays))
        {
            problems.Add((DaysField, $"A key lasts 1 to {ApiKey.MostDays} days."));
        }

        return problems;
    }

    private async Task<bool> RevokeOneAsync(IQueryable<ApiKey> which, Actor by, CancellationToken cancellation)
    {
        var keys = await which.AsTracking().Where(k => k.RevokedAt == null).ToListAsync(cancellation);
        foreach (var key in keys)
        {
            key.RevokedAt = Clock.Now(time);
            await activity.AddAsync(ActivityKind.KeyRevoked, by, SubjectOf(key), null, cancellation);
        }

        return keys.Count > 0;
    }

    private static ActivitySubject SubjectOf(ApiKey key) => new("key", key.Id, $"{key.Prefix}… {key.Name}");
}
