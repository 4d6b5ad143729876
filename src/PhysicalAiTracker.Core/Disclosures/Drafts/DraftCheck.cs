using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Insights.Grades;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>A contradiction that publishing would open, settle or explain.</summary>
/// <param name="Contradiction">With its sides, as it would be; as it is where it would go.</param>
/// <param name="Before">Null where it does not exist yet.</param>
/// <param name="After">Null where it would be gone.</param>
public sealed record ContradictionChange(ContradictionItem Contradiction, ContradictionState? Before, ContradictionState? After)
{
    public bool Opens => After == ContradictionState.Open && Before != ContradictionState.Open;

    public bool Settles => Before == ContradictionState.Open && After != ContradictionState.Open;
}

/// <summary>A grade that publishing would change.</summary>
/// <param name="Label">What the field is called; null for the record as a whole.</param>
/// <param name="Before">Null where there is none yet.</param>
/// <param name="After">Null where there would be none.</param>
/// <param name="Trace">How the new grade comes about.</param>
public sealed record GradeChange(RecordName Record, string? Label, Grade? Before, Grade? After, string? Trace);

/// <summary>All that somebody should know before a draft is submitted or published.</summary>
/// <param name="Outcome">With everything that is wrong; contradictions and grades are known only where nothing is.</param>
public sealed record DraftCheck(
    DisclosureOutcome Outcome, IReadOnlyList<DraftDuplicate> Duplicates, IReadOnlyList<ContradictionChange> Contradictions, IReadOnlyList<GradeChange> Grades);
