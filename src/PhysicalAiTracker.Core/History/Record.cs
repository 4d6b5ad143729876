namespace PhysicalAiTracker.Core.History;

/// <summary>What the tracker knows about: the live, accepted present of one thing, with its identity and version.</summary>
public abstract class Record
{
    /// <summary>UUIDv7, given once and never used again.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>Counts the accepted changes, from 1. An edit carries the version it started from.</summary>
    public int Version { get; set; }

    /// <summary>When the record was first accepted (UTC).</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When its latest change was accepted (UTC).</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Search key of the record's grade while it is fresh; derived, see <see cref="Insights.Grades.FieldGrade"/>.</summary>
    public int GradeKey { get; private set; }

    /// <summary>Search key of the record's grade from <see cref="StaleFrom"/> on.</summary>
    public int StaleGradeKey { get; private set; }

    /// <summary>The day from which the record's grade is the stale one; null for never.</summary>
    public DateOnly? StaleFrom { get; private set; }

    /// <summary>The kind, in the design's words.</summary>
    public abstract RecordKind Kind { get; }

    /// <summary>Rules that span several fields. Yields the field to blame and what is wrong; nothing when all is well.</summary>
    public virtual IEnumerable<(string Field, string Problem)> Check() => [];
}

/// <summary>The kinds of record.</summary>
public enum RecordKind
{
    Party,
    FundingRound,
    Deal,
    Affiliation,
    Claim,
    Observation,
    Milestone,
    Question,
}

/// <summary>
/// A record's identity, which outlives the record: assertions, revisions and tombstones hang on it, so a removed record's
/// history keeps its foreign keys.
/// </summary>
public sealed class RecordIdentity
{
    public const int ImportKeyLength = 200;

    public Guid Id { get; set; }

    public RecordKind Kind { get; set; }

    /// <summary><c>disclosure key#ref</c> of the import that created it, so that the same file finds it again; otherwise null.</summary>
    public string? ImportKey { get; set; }
}
