namespace PhysicalAiTracker.Core.Accounts.Invitations;

/// <summary>Lets one person make an account of a given role. See <see cref="SecretToken"/> for what is kept of the link.</summary>
public sealed class Invitation
{
    /// <summary>What the tokens of invitations begin with.</summary>
    public const string Kind = "inv";

    public const int EmailLength = 256;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The visible beginning, to tell invitations apart.</summary>
    public required string Prefix { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>One of <see cref="Roles.All"/>.</summary>
    public required string Role { get; init; }

    /// <summary>Becomes the account's; null where none was given.</summary>
    public string? Email { get; init; }

    /// <summary>Name of whoever invited, as it was then.</summary>
    public required string By { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime ExpiresAt { get; init; }

    /// <summary>When it was taken or withdrawn; it works no longer.</summary>
    public DateTime? ClosedAt { get; set; }
}
