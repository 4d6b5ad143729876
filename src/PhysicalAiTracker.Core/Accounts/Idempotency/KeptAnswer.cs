namespace PhysicalAiTracker.Core.Accounts.Idempotency;

/// <summary>The answer to a request that named a key of its own, kept so that the same request sent again does nothing twice.</summary>
public sealed class KeptAnswer
{
    public const int KeyLength = 200;
    public const int LocationLength = 500;
    public const int TypeLength = 100;

    /// <summary>So long after the request an answer is kept.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromHours(24);

    public required Guid AccountId { get; init; }

    /// <summary>What the caller named the request; one caller's names are no other's.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path, query and body: another request by the same name is a mistake.</summary>
    public required byte[] RequestHash { get; init; }

    public DateTime CreatedAt { get; init; }

    public int Status { get; init; }

    public string? Location { get; init; }

    public string? ContentType { get; init; }

    public byte[] Body { get; init; } = [];
}
