namespace PhysicalAiTracker.Core.Accounts.Sessions;

/// <summary>Somebody signed in on some device. The browser's cookie holds the id and nothing else that counts.</summary>
public sealed class Session
{
    public const int DeviceLength = 100;
    public const int StampLength = 64;

    /// <summary>A session not told to last ends so long after its last use.</summary>
    public static readonly TimeSpan Time = TimeSpan.FromHours(12);

    /// <summary>A session told to last ends so long after its last use.</summary>
    public static readonly TimeSpan LastingTime = TimeSpan.FromDays(14);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public TrackerUser? Account { get; init; }

    /// <summary>The account's security stamp when the session began: whatever changes the stamp (a password, a second factor, an admin) ends the session.</summary>
    public required string SecurityStamp { get; set; }

    /// <summary>Browser and system in a few words, as far as the browser tells.</summary>
    public required string Device { get; init; }

    public bool Lasting { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>UTC, to the minute.</summary>
    public DateTime LastUsedAt { get; set; }
}
