using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;

namespace PhysicalAiTracker.Core.History;

/// <summary>One field before and after a change, for a person to read; null where there was or is no value.</summary>
public sealed record FieldDifference(string Field, string Label, string? Before, string? After);

/// <summary>One accepted change of a record.</summary>
/// <param name="Reason">Null for the first revision.</param>
/// <param name="Differences">Empty where only evidence was added.</param>
public sealed record RevisionItem(
    Guid RecordId, int Version, RevisionReason? Reason, string? Note, Guid DisclosureId, string DisclosureTitle, string By, DateTime At, IReadOnlyList<FieldDifference> Differences);

/// <summary>Reads what records were, and who changed them.</summary>
public sealed class HistoryQueries(TrackerDbContext db)
{
    /// <summary>All revisions of a record, newest first, with what each changed.</summary>
    public async Task<IReadOnlyList<RevisionItem>> OfAsync(Guid record, CancellationToken cancellation)
    {
        var rows = await db.Revisions.AsNoTracking().Where(r => r.RecordId == record).OrderByDescending(r => r.Version)
            .Select(r => new { Revision = r, r.Record.Kind, r.Disclosure.Title, r.Disclosure.EditedBy, r.Disclosure.ReviewedBy }).ToListAsync(cancellation);
        var names = await ValueText.LoadNamesAsync(db, rows.Select(row => row.Revision.State), cancellation);
        var states = rows.ToDictionary(row => row.Revision.Version, row => row.Revision.State is { } state ? JsonNode.Parse(state)!.AsObject() : []);
        return
        [
            .. rows.Select(row => new RevisionItem(
                record,
                row.Revision.Version,
                row.Revision.Reason,
                row.Revision.Note,
                row.Revision.DisclosureId,
                row.Title,
                new Provenance(row.Revision.By, row.EditedBy, row.ReviewedBy).ToString(),
                row.Revision.At,
                [.. Differences(RecordSchemas.Of(row.Kind), states.GetValueOrDefault(row.Revision.Version - 1) ?? [], states[row.Revision.Version], names)])),
        ];
    }

    private static IEnumerable<FieldDifference> Differences(
        RecordSchema schema, JsonObject before, JsonObject after, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) =>
        from field in schema.Fields
        let old = before[field.Name]
        let now = after[field.Name]
        where !JsonNode.DeepEquals(old, now)
        select new FieldDifference(
            field.Name, field.Label, old is null ? null : ValueText.Of(field.Shape, old, names), now is null ? null : ValueText.Of(field.Shape, now, names));
}
