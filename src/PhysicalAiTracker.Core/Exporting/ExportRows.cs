using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Core.Exporting;

// The rows of an export that are no records, in JSON as their members are named. docs/export.md describes each; nothing else leaves the tracker:
// no account, no address, no draft, no key, no entry of the activity log. Names of people are those that the history shows to everybody.

/// <summary>An id, which outlives its record.</summary>
/// <param name="ImportKey">By which the import that made it finds it again.</param>
internal sealed record IdentityRow(Guid Id, RecordKind Kind, string? ImportKey);

internal sealed record FormerSourceRow(Guid Id, Guid SourceId, DateTime Until, RawJson State);

/// <param name="Text">Left out where the source's text may not be shown to everybody; the hash is that of the whole text all the same.</param>
internal sealed record SnapshotRow(Guid Id, Guid SourceId, SnapshotKind Kind, string Sha256, DateTime CapturedAt, string? By, string? Text);

internal sealed record PassageRow(
    Guid Id, Guid SourceId, Guid? SnapshotId, PassageState State, string? Locator, string Exact, string Prefix, string Suffix, int? Start, int? End);

internal sealed record AnchorRow(Guid PassageId, Guid SnapshotId, PassageState State, int? Start, int? End);

internal sealed record LikenessRow(Guid FirstId, Guid SecondId, double Jaccard, double Containment, LikenessState State, string By, DateTime At, string? Note);

/// <param name="Document">As it was entered, without the source's text; of an act, what it did.</param>
internal sealed record DisclosureRow(
    Guid Id,
    string? Key,
    string Title,
    DisclosureAct? Act,
    Guid? SourceId,
    string By,
    string? ReviewedBy,
    string? EditedBy,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    DateTime? SubmittedAt,
    DateTime DecidedAt,
    int Version,
    RawJson Document);

/// <param name="Value">As the field has it; null where the passage says that it is not told.</param>
internal sealed record AssertedRow(string Field, RawJson Value, bool Adopted);

internal sealed record AssertionRow(
    Guid Id,
    Guid RecordId,
    Guid PassageId,
    Guid SourceId,
    Guid? OriginId,
    Guid? ClaimantId,
    string? ClaimantName,
    string? ClaimantInterest,
    Polarity Polarity,
    AssertionModality Modality,
    int? Credibility,
    PartialDate? AsOf,
    string? Note,
    Guid DisclosureId,
    DateTime CreatedAt,
    IReadOnlyList<AssertedRow> Values);

/// <param name="State">All fields after the change; left out where it removed the record.</param>
internal sealed record RevisionRow(Guid Id, Guid RecordId, int Version, RevisionReason? Reason, string? Note, Guid DisclosureId, string By, DateTime At, RawJson? State);

internal sealed record TombstoneRow(Guid Id, Guid? MergedIntoId, string Reason, Guid DisclosureId, string By, DateTime At);

internal sealed record FormerSlugRow(RecordKind Kind, string Slug, Guid RecordId);

internal sealed record RulingRow(
    Guid Id,
    Guid ContradictionId,
    int Number,
    string Fingerprint,
    RulingKind Kind,
    Explanation? Explanation,
    int? UpheldSide,
    string? UpheldText,
    string Note,
    string By,
    DateTime At);

internal sealed record JudgementRow(Guid Id, Guid FirstId, Guid SecondId, int Number, DuplicateVerdict Verdict, RawJson Points, string? Note, string By, DateTime At);
