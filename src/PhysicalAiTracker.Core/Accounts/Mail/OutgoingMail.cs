namespace PhysicalAiTracker.Core.Accounts.Mail;

/// <summary>A message that waits to be sent. A row is gone once its message is sent or given up, so that none of it stays.</summary>
public sealed class OutgoingMail
{
    public const int AddressLength = 256;
    public const int SubjectLength = 200;

    /// <summary>Longest protected text, in characters.</summary>
    public const int TextLength = 64 * 1024;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string To { get; init; }

    public required string Subject { get; init; }

    /// <summary>The text, protected by the keys in the data directory: an invitation's link is in it.</summary>
    public required string ProtectedText { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Tries so far, one that is under way included.</summary>
    public int Tries { get; set; }

    /// <summary>Nobody tries before (UTC): the wait after a failure, or the time that a try under way is given.</summary>
    public DateTime NotBefore { get; set; }
}
