using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Where a disclosure stands on its way in.</summary>
public enum DisclosureState
{
    Draft,
    Submitted,
    Accepted,
    Rejected,
}

/// <summary>What an analyst does to the history itself; it rests on no source, but on the analyst's note.</summary>
public enum DisclosureAct
{
    /// <summary>A record is taken back to a state it had before; also a removed one.</summary>
    Revert,

    /// <summary>Two records of one thing become one.</summary>
    Merge,

    /// <summary>A merge is taken back.</summary>
    UndoMerge,

    /// <summary>A record that nothing refers to is taken away.</summary>
    Remove,
}

/// <summary>How everything enters: one source and the changes it supports, entered once; or an act of an analyst.</summary>
public sealed class Disclosure
{
    public const int TitleLength = 300;
    public const int KeyLength = 120;
    public const int ReasonLength = 2000;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>The name that an import knows it by; null for one typed into a form.</summary>
    public string? Key { get; set; }

    public string Title { get; set; } = "";

    public DisclosureState State { get; set; }

    /// <summary>The whole document as it was entered: what <see cref="DisclosureDocument"/> describes.</summary>
    public string Document { get; set; } = "{}";

    /// <summary>Null where a source's changes are entered; otherwise the document is what <c>Acts</c> writes.</summary>
    public DisclosureAct? Act { get; set; }

    /// <summary>The source; null of an act, and while a draft has none in the tracker yet.</summary>
    public Guid? SourceId { get; set; }

    public Source? Source { get; set; }

    /// <summary>Who entered it; null for an import.</summary>
    public Guid? AuthorId { get; set; }

    public TrackerUser? Author { get; set; }

    /// <summary>Name of whoever entered it, as it was then.</summary>
    public string By { get; set; } = "";

    public DateTime CreatedAt { get; set; }

    public DateTime UpdatedAt { get; set; }

    /// <summary>When it was accepted or rejected.</summary>
    public DateTime? DecidedAt { get; set; }

    public string? RejectionReason { get; set; }

    /// <summary>When it was handed in for review; null of a draft, and of what was published without a review.</summary>
    public DateTime? SubmittedAt { get; set; }

    /// <summary>Name of the reviewer who decided, as it was then; null where nobody has, or where no review was needed.</summary>
    public string? ReviewedBy { get; set; }

    /// <summary>Name of the reviewer who last changed it before the decision, as it was then; null where nobody did.</summary>
    public string? EditedBy { get; set; }

    /// <summary>Whether the document of a draft or submission is whole, as a program sent it; otherwise it is as a form keeps it, see <c>Drafts.TypedDocument</c>.</summary>
    public bool SentWhole { get; set; }

    /// <summary>How many changes a draft or submission has.</summary>
    public int ChangeCount { get; set; }

    /// <summary>Title of the source of a draft or submission, whether the tracker knows it or not.</summary>
    public string? SourceTitle { get; set; }

    /// <summary>Counts the saves and steps of what is not accepted yet, so that two people do not overwrite each other.</summary>
    public int Version { get; set; } = 1;
}
