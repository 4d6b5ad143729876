using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Core.Webhooks;

/// <summary>An address that is told of every disclosure that is accepted.</summary>
public sealed class Webhook
{
    public const int NameLength = 100;
    public const int UrlLength = 2000;
    public const int ReasonLength = 500;
    public const int ByLength = TrackerUser.NameLength;

    /// <summary>Longest protected secret, in characters.</summary>
    public const int SecretLength = 1000;

    /// <summary>Webhooks that there may be.</summary>
    public const int Most = 50;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What it is for, in the words of whoever added it.</summary>
    public required string Name { get; init; }

    public required string Url { get; init; }

    /// <summary>The key that deliveries are signed with, protected by the keys in the data directory: unlike a password, it has to be known to sign.</summary>
    public required string ProtectedSecret { get; init; }

    /// <summary>Name of the admin, as it was then.</summary>
    public required string By { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>From when on (UTC) it is told nothing; null while it is.</summary>
    public DateTime? DisabledAt { get; set; }

    /// <summary>Why it is disabled: in words for people.</summary>
    public string? DisabledReason { get; set; }
}

/// <summary>One thing that a webhook is told. Waiting ones are the outbox; done ones are kept for a while, for admins to look at.</summary>
public sealed class WebhookDelivery
{
    public const int EventLength = 40;
    public const int OutcomeLength = 500;

    /// <summary>How long those that are done are kept.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromDays(30);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid WebhookId { get; init; }

    public Webhook? Webhook { get; init; }

    /// <summary>What happened, <see cref="WebhookOutbox.Accepted"/>.</summary>
    public required string Event { get; init; }

    /// <summary>The JSON that is sent, byte for byte the same at every try.</summary>
    public required string Body { get; init; }

    public DateTime CreatedAt { get; init; }

    /// <summary>Tries so far, one that is under way included.</summary>
    public int Tries { get; set; }

    /// <summary>Nobody tries before (UTC); null once it is done, be it delivered or given up.</summary>
    public DateTime? NotBefore { get; set; }

    /// <summary>When it was delivered or given up; null before.</summary>
    public DateTime? DoneAt { get; set; }

    /// <summary>Whether it arrived.</summary>
    public bool Delivered { get; set; }

    /// <summary>Status of the last answer; null where there was none.</summary>
    public int? Status { get; set; }

    /// <summary>What came of the last try, in words for people; null before the first.</summary>
    public string? Outcome { get; set; }
}
