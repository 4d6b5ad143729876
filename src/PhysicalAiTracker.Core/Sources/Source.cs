using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Sources;

/// <summary>What sort of document it is.</summary>
public enum SourceKind
{
    Article,
    PressRelease,
    Filing,
    Documentation,
    Repository,
    BlogPost,
    Paper,
    SocialPost,
    Transcript,
    Dataset,
    Other,
}

/// <summary>Reliability of a source by the Admiralty code (STANAG 2511): A completely reliable … E unreliable, F cannot be judged.</summary>
public enum Reliability
{
    A,
    B,
    C,
    D,
    E,
    F,
}

/// <summary>A published document, or one that another only credits.</summary>
public sealed class Source
{
    public const int TitleLength = 300;
    public const int NameLength = 200;
    public const int UrlLength = 2000;
    public const int NoteLength = 1000;
    public const int LanguageLength = 35;

    private PartialDate? _publishedOn;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public string Slug { get; set; } = "";

    public SourceKind Kind { get; set; }

    public string Title { get; set; } = "";

    public string TitleKey { get; set; } = "";

    public string? Publisher { get; set; }

    public string? Author { get; set; }

    public string? Url { get; set; }

    /// <summary>The URL without what does not tell documents apart; unique, so that a document is entered once.</summary>
    public string? UrlKey { get; set; }

    public PartialDate? PublishedOn
    {
        get => _publishedOn;
        set => (_publishedOn, PublishedFrom, PublishedTo) = (value, value?.Earliest, value?.Latest);
    }

    /// <summary>Search key of <see cref="PublishedOn"/>: its first day.</summary>
    public DateOnly? PublishedFrom { get; private set; }

    /// <summary>Search key of <see cref="PublishedOn"/>: its last day.</summary>
    public DateOnly? PublishedTo { get; private set; }

    public DateOnly? RetrievedOn { get; set; }

    public Reliability? Reliability { get; set; }

    /// <summary>The source it rewrites; null where it is its own origin.</summary>
    public Guid? OriginId { get; set; }

    public Source? Origin { get; set; }

    /// <summary>Whether the stored text may be shown to everybody.</summary>
    public bool TextIsPublic { get; set; }

    /// <summary>BCP 47 language tag of the document.</summary>
    public string? Language { get; set; }

    /// <summary>False where others credit it and the tracker never read it.</summary>
    public bool Seen { get; set; } = true;

    public string? Note { get; set; }

    public DateTime CreatedAt { get; set; }

    public List<Snapshot> Snapshots { get; set; } = [];

    /// <summary>Quotes from its snapshots, and places in it whose text is not stored.</summary>
    public List<Passage> Passages { get; set; } = [];

    /// <summary>Assertions that quote it.</summary>
    public List<Assertion> Assertions { get; set; } = [];

    /// <summary>Sources that rewrite it as a whole.</summary>
    public List<Source> Rewrites { get; set; } = [];

    /// <summary>Assertions elsewhere that credit it by themselves.</summary>
    public List<Assertion> Credits { get; set; } = [];
}

/// <summary>What the stored text is.</summary>
public enum SnapshotKind
{
    FullText,

    /// <summary>The document in the tracker's own words, paragraph by paragraph.</summary>
    Brief,
    Excerpt,
}

/// <summary>A source's text as it stood on a day. Never changed; a changed text is another snapshot.</summary>
public sealed class Snapshot
{
    /// <summary>Characters, not bytes.</summary>
    public const int TextLength = 1_000_000;

    public Guid Id { get; set; } = Guid.CreateVersion7();

    public Guid SourceId { get; set; }

    public Source Source { get; set; } = null!;

    public SnapshotKind Kind { get; set; }

    /// <summary>Normalised by <see cref="SnapshotText.Normalise"/>; positions count in it. Empty where an export withheld it and this is its copy.</summary>
    public string Text { get; set; } = "";

    /// <summary>SHA-256 of the text in UTF-8, lower-case hexadecimal.</summary>
    public string Sha256 { get; set; } = "";

    public DateTime CapturedAt { get; set; }

    /// <summary>Name of whoever entered it as a new text of a known source; null where it came with a disclosure.</summary>
    public string? By { get; set; }

    public List<Passage> Passages { get; set; } = [];
}
