using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.History;

/// <summary>What every record tells of itself.</summary>
public abstract record RecordItem
{
    public Guid Id { get; init; }

    /// <summary>Counts the accepted changes, from 1; an edit carries the one it started from.</summary>
    public int Version { get; init; }

    public DateTime CreatedAt { get; init; }

    public DateTime UpdatedAt { get; init; }

    /// <summary>How well the record is borne out today: the lowest grade of its main fields.</summary>
    public Grade Grade { get; set; }

    /// <summary>The grade of each field, and how it came about; null unless asked for with <c>include=assertions</c>.</summary>
    public IReadOnlyList<GradeItem>? Grades { get; set; }

    /// <summary>Who says so; null unless asked for with <c>include=assertions</c>.</summary>
    public IReadOnlyList<AssertionItem>? Assertions { get; set; }

    /// <summary>What belongs to it; null unless asked for with <c>include</c>.</summary>
    public IncludedItem? Included { get; set; }
}
