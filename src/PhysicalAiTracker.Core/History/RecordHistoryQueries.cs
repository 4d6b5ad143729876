using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared.Differences;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.History;

/// <summary>Reads the whole history of one record, live or gone.</summary>
public sealed class RecordHistoryQueries(TrackerDbContext db, RecordNames recordNames, GoneQueries gone, EvidenceQueries evidence)
{
    /// <summary>By id; null where there never was such a record.</summary>
    public async Task<RecordHistory?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var rows = await db.Revisions.AsNoTracking().Where(r => r.RecordId == id).OrderBy(r => r.Version)
            .Select(r => new
            {
                Revision = r,
                r.Record.Kind,
                r.Disclosure.Title,
                r.Disclosure.Act,
                r.Disclosure.EditedBy,
                r.Disclosure.ReviewedBy,
                Source = r.Disclosure.Source == null ? null : new SourceLink(
                    r.Disclosure.Source.Slug, r.Disclosure.Source.Title, r.Disclosure.Source.Publisher, r.Disclosure.Source.Url, r.Disclosure.Source.Seen),
            })
            .ToListAsync(cancellation);
        if (rows.Count == 0)
        {
            return null;
        }

        var kind = rows[0].Kind;
        var schema = RecordSchemas.Of(kind);
        var names = await ValueText.LoadNamesAsync(db, rows.Select(row => row.Revision.State), cancellation);
        var tookIn = (await gone.MergedIntoAsync(id, cancellation)).ToLookup(taken => taken.DisclosureId);
        var entries = new List<RevisionEntry>();
        JsonObject? before = null;
        var last = new JsonObject();
        foreach (var row in rows)
        {
            var after = row.Revision.State is { } state ? JsonNode.Parse(state)!.AsObject() : null;
            entries.Add(new RevisionEntry(
                row.Revision.Version,
                KindOf(row.Act, entries.Count == 0, before, after),
                row.Revision.Reason,
                row.Revision.Note,
                row.Revision.DisclosureId,
                row.Title,
                row.Act,
                row.Source,
                row.Revision.By,
                row.Revision.At,
                after is null ? [] : [.. ChangesOf(schema, before ?? [], after, names)],
                after is not null)
            { EditedBy = row.EditedBy, AcceptedBy = row.ReviewedBy, TookIn = [.. tookIn[row.Revision.DisclosureId]] });
            (before, last) = (after, after ?? last);
        }

        var said = (await evidence.OfAsync([id], cancellation))[id].ToLookup(assertion => assertion.DisclosureId);
        entries.ForEach(entry => entry.Assertions = [.. said[entry.DisclosureId]]);
        entries.Reverse();
        return new RecordHistory(
            kind,
            id,
            RecordTitles.Of(schema, last, names),
            (await recordNames.OfAsync([(kind, id)], cancellation)).GetValueOrDefault(id),
            await gone.FindAsync(id, cancellation),
            entries[0].Version,
            entries);
    }

    /// <summary>What a record's fields would go through on the way from its present state back to an earlier one; null where it never had that version, or was gone then.</summary>
    public async Task<IReadOnlyList<FieldChange>?> BackToAsync(Guid id, int version, CancellationToken cancellation)
    {
        var rows = await db.Revisions.AsNoTracking().Where(r => r.RecordId == id).OrderBy(r => r.Version).Select(r => new { r.Version, r.State, r.Record.Kind }).ToListAsync(cancellation);
        if (rows.Find(row => row.Version == version)?.State is not { } target)
        {
            return null;
        }

        var names = await ValueText.LoadNamesAsync(db, [target, rows[^1].State], cancellation);
        return [.. ChangesOf(RecordSchemas.Of(rows[0].Kind), JsonNode.Parse(rows[^1].State ?? "{}")!.AsObject(), JsonNode.Parse(target)!.AsObject(), names)];
    }

    /// <summary>In which fields two live records of one kind differ, the first as before and the second as after.</summary>
    internal async Task<IReadOnlyList<FieldChange>> BetweenAsync(Guid first, Guid second, CancellationToken cancellation)
    {
        var rows = await db.Revisions.AsNoTracking().Where(r => (r.RecordId == first || r.RecordId == second) && r.State != null).OrderBy(r => r.Version)
            .Select(r => new { r.RecordId, r.State, r.Record.Kind }).ToListAsync(cancellation);
        string StateOf(Guid id) => rows.Last(row => row.RecordId == id).State!;
        var names = await ValueText.LoadNamesAsync(db, [StateOf(first), StateOf(second)], cancellation);
        return [.. ChangesOf(RecordSchemas.Of(rows[0].Kind), JsonNode.Parse(StateOf(first))!.AsObject(), JsonNode.Parse(StateOf(second))!.AsObject(), names)];
    }

    /// <summary>The id of a record by its slug, a former one too, or its id; null where there never was such a record.</summary>
    public async Task<Guid?> IdOfAsync(RecordKind kind, string slugOrId, CancellationToken cancellation)
    {
        if (Guid.TryParse(slugOrId, out var id))
        {
            return await db.Records.AnyAsync(r => r.Id == id && r.Kind == kind, cancellation) ? id : null;
        }

        return kind switch
        {
            RecordKind.Party => await db.Parties.Where(p => p.Slug == slugOrId).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(cancellation),
            RecordKind.Question => await db.Questions.Where(q => q.Slug == slugOrId).Select(q => (Guid?)q.Id).FirstOrDefaultAsync(cancellation),
            _ => null,
        } ?? await db.FormerSlugs.Where(s => s.Kind == kind && s.Slug == slugOrId).Select(s => (Guid?)s.RecordId).FirstOrDefaultAsync(cancellation);
    }

    private static ChangeKind KindOf(DisclosureAct? act, bool isFirst, JsonObject? before, JsonObject? after) => (isFirst, before, after) switch
    {
        (true, _, _) => ChangeKind.Created,
        (_, _, null) => act == DisclosureAct.Merge ? ChangeKind.Merged : ChangeKind.Removed,
        (_, null, _) => ChangeKind.Restored,
        _ => ChangeKind.Changed,
    };

    private static IEnumerable<FieldChange> ChangesOf(RecordSchema schema, JsonObject before, JsonObject after, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) =>
        from field in schema.Fields
        let old = before[field.Name]
        let now = after[field.Name]
        where !JsonNode.DeepEquals(old, now)
        select new FieldChange(field.Name, field.Label, Text(field.Shape, old, names), Text(field.Shape, now, names), PiecesOf(field.Shape, old, now, names), field.Shape is ListShape or ItemsShape);

    private static string? Text(FieldShape shape, JsonNode? value, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) =>
        value is null ? null : ValueText.Of(shape, value, names);

    private static IReadOnlyList<Piece> PiecesOf(FieldShape shape, JsonNode? before, JsonNode? after, IReadOnlyDictionary<Guid, (string Slug, string Name)> names) => shape switch
    {
        ListShape list => WordDifference.Of(Items(before, item => ValueText.Of(list.Of, item, names)), Items(after, item => ValueText.Of(list.Of, item, names))),
        ItemsShape => WordDifference.Of(Items(before, item => ValueText.Of(shape, Only(item), names)), Items(after, item => ValueText.Of(shape, Only(item), names))),
        TextShape { Multiline: true } when before is not null && after is not null => WordDifference.OfText(before.ToString(), after.ToString()),
        _ => [],
    };

    private static List<string> Items(JsonNode? list, Func<JsonNode?, string> show) => [.. (list as JsonArray)?.Select(show) ?? []];

    private static JsonArray Only(JsonNode? item) => new(item?.DeepClone());
}
