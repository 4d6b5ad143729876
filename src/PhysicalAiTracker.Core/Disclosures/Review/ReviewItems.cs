using System.Text.Json.Nodes;

namespace PhysicalAiTracker.Core.Disclosures.Review;

/// <summary>Whether records that a submission edits have moved since.</summary>
public enum QueueConflicts
{
    None,
    Some,
}

/// <summary>A submitted disclosure as the queue lists it.</summary>
/// <param name="SourceSlug">Null where the disclosure brings a source of its own.</param>
/// <param name="ChangeCount">How large it is, in changes.</param>
/// <param name="EditedBy">The reviewer who changed it meanwhile; null where nobody did.</param>
public sealed record QueuedItem(Guid Id, string Title, string By, DateTime SubmittedAt, int ChangeCount, string? SourceSlug, string? SourceTitle, string? EditedBy)
{
    /// <summary>How many of the records that it edits have moved since: it cannot be applied before somebody looks at both versions.</summary>
    public int Moved { get; init; }
}

/// <summary>One of an account's own disclosures.</summary>
/// <param name="Reason">Why it was rejected; null where it was not.</param>
/// <param name="Version">To be named by the next step.</param>
public sealed record OwnItem(
    Guid Id, string Title, DisclosureState State, DateTime UpdatedAt, DateTime? SubmittedAt, DateTime? DecidedAt, string? Reason, string? ReviewedBy, string? EditedBy, int ChangeCount, int Version);

/// <summary>One step of a disclosure's way in.</summary>
/// <param name="Reason">Of a rejection; null of anything else.</param>
public sealed record ReviewStepItem(ReviewStepKind Kind, DateTime At, string By, string? Reason);

/// <summary>Where a disclosure stands that is not published, for its author and for reviewers.</summary>
public sealed record Standing
{
    public Guid Id { get; init; }

    public required string Title { get; init; }

    public DisclosureState State { get; init; }

    /// <summary>Counts saves and steps; the next step names it.</summary>
    public int Version { get; init; }

    /// <summary>Name of whoever entered it.</summary>
    public required string By { get; init; }

    /// <summary>Name of the reviewer who changed it; null where nobody did.</summary>
    public string? EditedBy { get; init; }

    /// <summary>Name of the reviewer who decided; null where nobody has.</summary>
    public string? ReviewedBy { get; init; }

    /// <summary>Title of its source.</summary>
    public string? SourceTitle { get; init; }

    /// <summary>Slug of its source; null where it brings one of its own.</summary>
    public string? SourceSlug { get; init; }

    /// <summary>How many changes it has.</summary>
    public int ChangeCount { get; init; }

    /// <summary>When it was last saved or moved on (UTC).</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>When it was handed in (UTC); null of a draft.</summary>
    public DateTime? SubmittedAt { get; init; }

    /// <summary>When it was decided on (UTC); null before.</summary>
    public DateTime? DecidedAt { get; init; }

    /// <summary>Why it was rejected; null where it was not.</summary>
    public string? Reason { get; init; }

    /// <summary>All that happened to it, the first first.</summary>
    public IReadOnlyList<ReviewStepItem> Steps { get; init; } = [];

    /// <summary>The disclosure itself, as it would be published.</summary>
    public JsonObject? Document { get; init; }

    /// <summary>Whether the person who asks entered it.</summary>
    public bool IsOwn { get; init; }
}
