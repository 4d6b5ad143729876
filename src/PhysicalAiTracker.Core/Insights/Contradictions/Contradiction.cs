using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>What is compared with what.</summary>
public enum ContradictionKind
{
    /// <summary>What passages say of one field of one record.</summary>
    Field,

    /// <summary>Claims of one company about one plane.</summary>
    Claims,

    /// <summary>Measurements of one party by one metric.</summary>
    Measurements,

    /// <summary>Rounds of one company, with each other and with a stated total.</summary>
    Rounds,
}

/// <summary>Where a contradiction stands.</summary>
public enum ContradictionState
{
    /// <summary>Nothing explains it, and nobody has ruled on the evidence as it is now.</summary>
    Open,

    /// <summary>The sides agree after all: arithmetic or an analyst says why.</summary>
    Explained,

    /// <summary>An analyst upheld one side.</summary>
    Resolved,
}

/// <summary>Why two values that differ do not contradict each other.</summary>
public enum Explanation
{
    /// <summary>One figure is the other, rounded.</summary>
    Rounding,

    /// <summary>One statement is vaguer and leaves room for the other: “more than 120” and 150, 2025 and November 2025.</summary>
    Precision,

    /// <summary>One amount in two currencies.</summary>
    Currency,

    /// <summary>A valuation before the new money and one after it.</summary>
    PrePostMoney,

    /// <summary>The same money told again: the later figures replace the earlier.</summary>
    Superseded,

    /// <summary>They are not about the same thing.</summary>
    DifferentScope,

    /// <summary>It changed between the two dates.</summary>
    TimeSeries,

    /// <summary>A source is wrong; only an analyst can say so.</summary>
    SourceInError,
}

/// <summary>
/// Values that differ about one subject: contradicting, or explained. Derived from the assertions, and written anew whenever one
/// of them changes; the id is made from the subject, so that an address outlives the writing.
/// </summary>
public sealed class Contradiction
{
    public const int FieldLength = AssertedValue.FieldLength;
    public const int TopicLength = 300;

    /// <summary>An owner, a plane and the words of a scope.</summary>
    public const int SubjectLength = 2500;

    /// <summary>Of the subject's name; the same in every database that has the same records.</summary>
    public Guid Id { get; set; }

    /// <summary>The subject's name, by which rulings are found that were made before one of its records was merged.</summary>
    public string Subject { get; set; } = "";

    public ContradictionKind Kind { get; set; }

    /// <summary>The party, or class of systems, whose evidence it is derived with.</summary>
    public Guid OwnerId { get; set; }

    /// <summary>The company or other party it is about; null for a class of systems.</summary>
    public Guid? PartyId { get; set; }

    public Party? Party { get; set; }

    /// <summary>The record, where it is about one.</summary>
    public Guid? RecordId { get; set; }

    public RecordIdentity? Record { get; set; }

    /// <summary>The field whose values differ, as in JSON.</summary>
    public string Field { get; set; } = "";

    /// <summary>What is compared, where no record says so: “control, Figure 03”.</summary>
    public string? Topic { get; set; }

    public ContradictionState State { get; set; }

    /// <summary>The first reason that arithmetic found, or the analyst's; null while open or where a side was upheld.</summary>
    public Explanation? Explanation { get; set; }

    /// <summary>The day from which two sides were published; null where sources have no date.</summary>
    public DateOnly? SeenOn { get; set; }

    /// <summary>When the tracker last took in something that a side says, or an analyst ruled; UTC.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>SHA-256 of the evidence, lower-case hexadecimal: a ruling holds while it stays the same.</summary>
    public string Fingerprint { get; set; } = "";

    public List<ContradictionSide> Sides { get; set; } = [];

    public List<ContradictionStatement> Statements { get; set; } = [];

    public List<ContradictionComparison> Comparisons { get; set; } = [];
}

/// <summary>One of the values.</summary>
public sealed class ContradictionSide
{
    public const int LabelLength = 300;

    public Guid ContradictionId { get; set; }

    /// <summary>From 1, the one published first in front.</summary>
    public int Number { get; set; }

    /// <summary>Kind of the record whose field it is a value of.</summary>
    public RecordKind Kind { get; set; }

    public string Field { get; set; } = "";

    /// <summary>Canonical JSON.</summary>
    public string Value { get; set; } = "";

    /// <summary>What the value alone does not tell: “pre-money”, the scope of a claim, how a sum is made up.</summary>
    public string? Label { get; set; }

    /// <summary>Whether it says that it is not so.</summary>
    public bool Denied { get; set; }
}

/// <summary>An assertion on a side.</summary>
public sealed class ContradictionStatement
{
    public Guid ContradictionId { get; set; }

    public int Side { get; set; }

    public Guid AssertionId { get; set; }

    public Assertion Assertion { get; set; } = null!;

    public Guid RecordId { get; set; }

    public string Field { get; set; } = "";
}

/// <summary>What two sides are to each other.</summary>
public sealed class ContradictionComparison
{
    public const int TextLength = 1000;

    public Guid ContradictionId { get; set; }

    public int Left { get; set; }

    public int Right { get; set; }

    /// <summary>Null where they contradict each other.</summary>
    public Explanation? Explanation { get; set; }

    /// <summary>A sentence with the arithmetic.</summary>
    public string Text { get; set; } = "";
}
