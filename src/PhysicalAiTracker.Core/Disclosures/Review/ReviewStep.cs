using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Core.Disclosures.Review;

/// <summary>What happened to a disclosure on its way in.</summary>
public enum ReviewStepKind
{
    Submitted,

    /// <summary>Taken back by its author.</summary>
    Withdrawn,

    /// <summary>Changed by a reviewer before the decision.</summary>
    Edited,

    Accepted,
    Rejected,

    /// <summary>A rejected one became a draft again.</summary>
    Revised,
}

/// <summary>One step of a disclosure's way in. Steps are only added, so that a second round shows the first.</summary>
public sealed class ReviewStep
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid DisclosureId { get; init; }

    public ReviewStepKind Kind { get; init; }

    public DateTime At { get; init; }

    public Guid? UserId { get; init; }

    /// <summary>Name of whoever did it, as it was then.</summary>
    public required string By { get; init; }

    /// <summary>Why; of a rejection only.</summary>
    public string? Reason { get; init; }
}

/// <summary>A record that a submitted disclosure edits, and the version it started from: tells what moved meanwhile without reading the document.</summary>
public sealed class SubmittedEdit
{
    public Guid DisclosureId { get; init; }

    public Guid RecordId { get; init; }

    public int Version { get; init; }
}
