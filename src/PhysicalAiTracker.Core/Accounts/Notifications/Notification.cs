using PhysicalAiTracker.Core.Disclosures;

namespace PhysicalAiTracker.Core.Accounts.Notifications;

/// <summary>What somebody is told.</summary>
public enum NotificationKind
{
    /// <summary>A disclosure of theirs was accepted.</summary>
    Accepted,

    /// <summary>A disclosure of theirs was rejected; the text is the reason.</summary>
    Rejected,

    /// <summary>A webhook was turned off after lasting failure, which admins are told; the text is why.</summary>
    WebhookOff,

    /// <summary>The export of the day could not be written, which admins are told; the text is why.</summary>
    ExportFailed,

    /// <summary>It was written again after that.</summary>
    ExportWorks,
}

/// <summary>One thing that an account is told.</summary>
public sealed class Notification
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Who is told.</summary>
    public Guid UserId { get; init; }

    public DateTime At { get; init; }

    public NotificationKind Kind { get; init; }

    /// <summary>The disclosure that it is about; null once that was discarded.</summary>
    public Guid? DisclosureId { get; init; }

    /// <summary>Title of the disclosure, name of the webhook, or folder of the exports, as it was then.</summary>
    public required string Title { get; init; }

    /// <summary>Name of whoever did it, as it was then.</summary>
    public required string By { get; init; }

    /// <summary>What they said; null where nothing.</summary>
    public string? Text { get; init; }

    /// <summary>When the account's owner saw it; null before.</summary>
    public DateTime? ReadAt { get; set; }
}
