using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>An existing record that a change of a draft is likely about.</summary>
/// <param name="Pointer">JSON pointer of the change in the typed draft: <c>/changes/0</c>.</param>
/// <param name="Record">Kind of the record.</param>
/// <param name="Id">Of the existing record.</param>
/// <param name="Name">What to call it.</param>
/// <param name="Slug">Of the record where it has one, otherwise of the party on whose profile it stands; null where neither is.</param>
/// <param name="Score">0 to 100; what is below <see cref="LeastScore"/> is not answered.</param>
/// <param name="Reasons">Sentences for a person, the weightiest first.</param>
public sealed record DraftDuplicate(string Pointer, RecordKind Record, Guid Id, string Name, string? Slug, int Score, IReadOnlyList<string> Reasons)
{
    /// <summary>From here on two records are likely one.</summary>
    public const int LeastScore = 50;
}
