using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>Assertions as rows, each with what it says field by field.</summary>
internal static class AssertionRows
{
    public static AssertionRow Show(Assertion a) => new(
        a.Id,
        a.RecordId,
        a.PassageId,
        a.SourceId,
        a.OriginId,
        a.ClaimantId,
        a.ClaimantName,
        a.ClaimantInterest,
        a.Polarity,
        a.Modality,
        a.Credibility,
        a.AsOf,
        a.Note,
        a.DisclosureId,
        a.CreatedAt,
        [.. a.Values.OrderBy(v => v.Field, StringComparer.Ordinal).Select(v => new AssertedRow(v.Field, new RawJson(v.Value), v.Adopted))]);

    public static Assertion Read(AssertionRow r) => new()
    {
        Id = r.Id,
        RecordId = r.RecordId,
        PassageId = r.PassageId,
        SourceId = r.SourceId,
        OriginId = r.OriginId,
        ClaimantId = r.ClaimantId,
        ClaimantName = r.ClaimantName,
        ClaimantInterest = r.ClaimantInterest,
        Polarity = r.Polarity,
        Modality = r.Modality,
        Credibility = r.Credibility,
        AsOf = r.AsOf,
        Note = r.Note,
        DisclosureId = r.DisclosureId,
        CreatedAt = r.CreatedAt,
        Values = [.. r.Values.Select(v => new AssertedValue { AssertionId = r.Id, Field = v.Field, Value = v.Value.Text, Adopted = v.Adopted })],
    };
}

/// <summary>The texts of snapshots.</summary>
internal static class ExportTexts
{
    /// <summary>The text, which must be the one that was hashed; empty where it was withheld.</summary>
    /// <exception cref="FormatException">It is another text.</exception>
    public static string Checked(SnapshotRow row) => row.Text is { } text && SnapshotText.Sha256(text) != row.Sha256
        ? throw new FormatException("its text is not the one that its SHA-256 was made of")
        : row.Text ?? "";
}
