using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Two records that are likely one, as the list shows them.</summary>
/// <param name="Version">What the pair rests on: a judgement carries the one it was made on.</param>
/// <param name="Points">Which rule counted how much, the weightiest first.</param>
/// <param name="Obstacle">Why they cannot be merged as they are; null where they can.</param>
/// <param name="Judgement">Null while nobody judged them, and where a new reason came since.</param>
/// <param name="Overtaken">A judgement that a new or stronger reason overtook.</param>
public sealed record DuplicateItem(
    Guid Id, DuplicateKind Kind, DuplicateState State, int Score, string Version, DuplicateSide First, DuplicateSide Second, IReadOnlyList<Point> Points, string? Obstacle,
    DuplicateJudgementItem? Judgement, DuplicateJudgementItem? Overtaken);

/// <summary>One of the two.</summary>
/// <param name="About">What tells it from others: kind, aliases, website of a party; stage, status, dates of a round.</param>
public sealed record DuplicateSide(RecordName Name, IReadOnlyList<string> About);

/// <summary>Who said that they are two, when and why.</summary>
public sealed record DuplicateJudgementItem(string By, DateTime At, string? Note);
