namespace PhysicalAiTracker.Core.Sources;

/// <summary>Whether a passage still stands in the newest snapshot of its source.</summary>
public enum PassageState
{
    /// <summary>It stands there once.</summary>
    Intact,

    /// <summary>It stands there more than once, and the words around it do not tell which is meant.</summary>
    Ambiguous,

    /// <summary>It does not stand there any more.</summary>
    Missing,

    /// <summary>There is only a place in the document: its text may not or could not be stored.</summary>
    NotCaptured,
}

/// <summary>
/// A W3C text-quote selector with the position in its snapshot at which it was proved; or, where no text could be stored, the
/// place in the document. Never changed but for its state.
/// </summary>
public sealed class Passage
{
    public const int ExactLength = 2000;
    public const int ContextLength = 200;
    public const int LocatorLength = 300;

    /// <summary>Characters of the words that a place which is not captured may give.</summary>
    public const int PhraseLength = 300;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid SourceId { get; set; }

    public Source Source { get; set; } = null!;

    /// <summary>The snapshot in which it was proved; null where it is not captured.</summary>
    public Guid? SnapshotId { get; set; }

    public Snapshot? Snapshot { get; set; }

    /// <summary>In the newest snapshot of the source.</summary>
    public PassageState State { get; set; }

    /// <summary>Page, line or time in the document: <c>README.md line 116</c>, <c>12:40</c>. Only where it is not captured, otherwise null.</summary>
    public string? Locator { get; set; }

    /// <summary>The quote. Where it is not captured, a few words to find the place by, which nobody proved; may be empty then.</summary>
    public string Exact { get; set; } = "";

    public string Prefix { get; set; } = "";

    public string Suffix { get; set; } = "";

    /// <summary>UTF-16 offset of the first character; null where it is not captured.</summary>
    public int? Start { get; set; }

    /// <summary>UTF-16 offset behind the last character; null where it is not captured.</summary>
    public int? End { get; set; }
}
