using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Core.Sources.Likeness;

/// <summary>What an analyst made of two sources whose texts are alike.</summary>
public enum LikenessState
{
    /// <summary>Nobody has looked yet.</summary>
    Suggested,

    /// <summary>One rewrites the other.</summary>
    Confirmed,

    /// <summary>They are two origins; it is not suggested again.</summary>
    Refused,
}

/// <summary>Two sources whose texts have much in common, and whether somebody judged that.</summary>
public sealed class SourceLikeness
{
    public const int NoteLength = 1000;
    public const int ByLength = TrackerUser.NameLength;

    /// <summary>The one with the smaller id, so that a pair is stored once.</summary>
    public Guid FirstId { get; set; }

    public Source First { get; set; } = null!;

    public Guid SecondId { get; set; }

    public Source Second { get; set; } = null!;

    /// <summary>Of all runs of five words, the share in both: 0 to 1.</summary>
    public double Jaccard { get; set; }

    /// <summary>Of the runs of five words of the shorter text, the share in the other: 0 to 1.</summary>
    public double Containment { get; set; }

    public LikenessState State { get; set; }

    /// <summary>Name of whoever judged it; null while it is suggested.</summary>
    public string? By { get; set; }

    /// <summary>When it was judged.</summary>
    public DateTime? At { get; set; }

    /// <summary>Why.</summary>
    public string? Note { get; set; }
}

/// <summary>One of the smallest hashes of a snapshot's shingles, by which texts like it are found.</summary>
public sealed class SnapshotHash
{
    public Guid SnapshotId { get; set; }

    public long Hash { get; set; }
}
