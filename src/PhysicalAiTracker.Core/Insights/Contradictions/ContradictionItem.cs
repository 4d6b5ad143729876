using System.Text.Json;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>One of the values that differ, with everybody who gives it.</summary>
/// <param name="Number">From 1; comparisons and rulings name sides by it.</param>
/// <param name="Value">As it stands in the record's own answer; parties by slug.</param>
/// <param name="Text">The same for a person to read.</param>
/// <param name="Label">What the value alone does not tell: “pre-money”, the scope of a claim; null where nothing is to be added.</param>
/// <param name="Denied">Whether this side says that it is not so.</param>
/// <param name="Origins">How many origins say it: pages that rewrite one another are one.</param>
/// <param name="Pages">How many sources say it.</param>
/// <param name="Assertions">Who says so, in which passage.</param>
public sealed record SideItem(
    int Number, string Field, JsonElement Value, string Text, string? Label, bool Denied, int Origins, int Pages, IReadOnlyList<AssertionItem> Assertions);

/// <summary>What two sides are to each other.</summary>
/// <param name="Explanation">Null where they contradict each other.</param>
/// <param name="Text">A sentence with the arithmetic.</param>
public sealed record ComparisonItem(int Left, int Right, Explanation? Explanation, string Text);

/// <summary>What an analyst decided, and whether it still holds.</summary>
/// <param name="InForce">False where a later ruling or new evidence overtook it.</param>
/// <param name="Overtaken">Whether evidence came after it.</param>
public sealed record RulingItem(
    int Number, RulingKind Kind, Explanation? Explanation, int? UpheldSide, string? UpheldText, string Note, string By, DateTime At, bool InForce, bool Overtaken);

/// <summary>Values that differ about one subject, as readers get them.</summary>
public sealed record ContradictionItem
{
    public Guid Id { get; init; }

    public ContradictionState State { get; init; }

    public ContradictionKind Kind { get; init; }

    /// <summary>What it is about, for a person to read.</summary>
    public required string Title { get; init; }

    /// <summary>The company or other party it is about; null for a class of systems.</summary>
    public PartyLink? Party { get; init; }

    /// <summary>The record, where it is about one.</summary>
    public RecordName? Record { get; init; }

    /// <summary>The field whose values differ.</summary>
    public required string Field { get; init; }

    /// <summary>Why the sides agree after all; null while open or where a side was upheld.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>The day from which two sides were published; null where sources have no date.</summary>
    public DateOnly? SeenOn { get; init; }

    /// <summary>When the tracker last took in something that a side says, or an analyst ruled.</summary>
    public DateTime UpdatedAt { get; init; }

    public required IReadOnlyList<SideItem> Sides { get; init; }

    public required IReadOnlyList<ComparisonItem> Comparisons { get; init; }

    /// <summary>What analysts decided, newest first.</summary>
    public required IReadOnlyList<RulingItem> Rulings { get; init; }

    /// <summary>The evidence and the rulings as they are; a ruling carries the one it was made on.</summary>
    public required string Version { get; init; }
}

/// <summary>A contradiction as other pages mention it.</summary>
/// <param name="Texts">The comparisons' sentences.</param>
public sealed record ContradictionLink(Guid Id, ContradictionState State, string Field, string Label, Explanation? Explanation, IReadOnlyList<string> Texts);

/// <summary>How many contradictions there are in each state.</summary>
public sealed record ContradictionCounts(int Open, int Explained, int Resolved);
