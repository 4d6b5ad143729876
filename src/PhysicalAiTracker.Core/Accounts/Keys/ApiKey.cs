namespace PhysicalAiTracker.Core.Accounts.Keys;

/// <summary>What a program may do with a key, at most; its owner's role still says what it may do at all.</summary>
public enum ApiKeyScope
{
    /// <summary>Reading, at the rate of an account.</summary>
    Read,

    /// <summary>Submitting disclosures for review, and withdrawing them.</summary>
    Submit,

    /// <summary>Publishing, deciding on what was submitted, ruling.</summary>
    Publish,
}

/// <summary>Lets a program act as its owner. See <see cref="SecretToken"/> for what is kept of the key itself.</summary>
public sealed class ApiKey
{
    /// <summary>What keys begin with.</summary>
    public const string Kind = "pat";

    public const int NameLength = 100;
    public const int MostDays = 365;

    /// <summary>Keys in use that one account may have.</summary>
    public const int MostPerAccount = 50;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid OwnerId { get; init; }

    public TrackerUser? Owner { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Name { get; init; }

    /// <summary>The visible beginning, <c>pat_ab12cd</c>.</summary>
    public required string Prefix { get; init; }

    public required byte[] Hash { get; init; }

    public bool CanRead { get; init; }

    public bool CanSubmit { get; init; }

    public bool CanPublish { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>From then on (UTC) it is refused.</summary>
    public DateTime ExpiresAt { get; init; }

    /// <summary>UTC, to the minute; null before the first use.</summary>
    public DateTime? LastUsedAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    public IReadOnlyList<ApiKeyScope> Scopes => ScopesOf(CanRead, CanSubmit, CanPublish);

    internal static IReadOnlyList<ApiKeyScope> ScopesOf(bool read, bool submit, bool publish) =>
        [.. new[] { (read, ApiKeyScope.Read), (submit, ApiKeyScope.Submit), (publish, ApiKeyScope.Publish) }.Where(scope => scope.Item1).Select(scope => scope.Item2)];
}
