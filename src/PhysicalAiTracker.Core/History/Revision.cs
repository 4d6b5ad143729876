using PhysicalAiTracker.Core.Disclosures;

namespace PhysicalAiTracker.Core.History;

/// <summary>Why a record changed: the two must never look alike to a reader.</summary>
public enum RevisionReason
{
    /// <summary>The fact changed out there.</summary>
    WorldChanged,

    /// <summary>The tracker had it wrong.</summary>
    WeCorrected,
}

/// <summary>One accepted state of a record. The state before is the revision with the preceding version.</summary>
public sealed class Revision
{
    public const int NoteLength = 2000;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid RecordId { get; set; }

    public RecordIdentity Record { get; set; } = null!;

    /// <summary>The record's version after this change, from 1.</summary>
    public int Version { get; set; }

    /// <summary>All fields after the change, as canonical JSON; null when the change removed the record.</summary>
    public string? State { get; set; }

    /// <summary>Null for a first revision, which neither changes nor corrects anything.</summary>
    public RevisionReason? Reason { get; set; }

    public string? Note { get; set; }

    public Guid DisclosureId { get; set; }

    public Disclosure Disclosure { get; set; } = null!;

    /// <summary>Name of whoever published it, as it was then.</summary>
    public string By { get; set; } = "";

    public DateTime At { get; set; }
}

/// <summary>An id that was removed, or merged into another.</summary>
public sealed class Tombstone
{
    public const int ReasonLength = 2000;

    /// <summary>The id that no longer answers.</summary>
    public Guid Id { get; set; }

    public RecordIdentity Record { get; set; } = null!;

    public Guid? MergedIntoId { get; set; }

    public RecordIdentity? MergedInto { get; set; }

    /// <summary>Why, in the words of whoever did it.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The act that removed or merged it.</summary>
    public Guid DisclosureId { get; set; }

    public Disclosure Disclosure { get; set; } = null!;

    /// <summary>Name of whoever did it, as it was then.</summary>
    public string By { get; set; } = "";

    public DateTime At { get; set; }
}

/// <summary>A slug that a party or question had before, or that one had which was merged into it; it redirects for ever. Of a removed record, its last.</summary>
public sealed class FormerSlug
{
    public RecordKind Kind { get; set; }

    public string Slug { get; set; } = "";

    public Guid RecordId { get; set; }

    public RecordIdentity Record { get; set; } = null!;
}
