using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>A record at one of its versions.</summary>
/// <param name="Typed">Its fields as a person would type them, see <see cref="FormText"/>.</param>
/// <param name="Canonical">The same as canonical JSON.</param>
/// <param name="Shown">The same for a person to read; fields without a value are missing.</param>
public sealed record EditBase(int Version, JsonObject Typed, JsonObject Canonical, IReadOnlyDictionary<string, string> Shown);

/// <summary>What an edit started from, and what stands there now.</summary>
/// <param name="Started">Null where the record never had the version that the edit names.</param>
/// <param name="Current">Another one than <paramref name="Started"/> where somebody published a change meanwhile.</param>
public sealed record EditedRecord(RecordName Name, EditBase? Started, EditBase Current)
{
    public bool IsStale => Started?.Version != Current.Version;
}

/// <summary>Finds the records that people edit, as they were and as they are.</summary>
public sealed class EditQueries(TrackerDbContext db, RecordNames names)
{
    /// <summary>The records that the changes of a typed document edit, by id; one that was removed is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, EditedRecord>> OfAsync(JsonObject typed, CancellationToken cancellation)
    {
        var edits = new List<(RecordKind Kind, Guid Id, int Version)>();
        foreach (var change in (typed["changes"] as JsonArray)?.OfType<JsonObject>() ?? [])
        {
            if (TypedDocument.KindOf(change) is { } kind && Guid.TryParse(TypedDocument.Text(change["id"]), out var id))
            {
                edits.Add((kind, id, int.TryParse(TypedDocument.Text(change["version"]), out var version) ? version : 0));
            }
        }

        return edits.Count == 0 ? new Dictionary<Guid, EditedRecord>() : await LoadAsync(edits, cancellation);
    }

    /// <summary>The typed change that an edit of a record begins with; null where there is no such record.</summary>
    public async Task<JsonObject?> StartAsync(RecordKind kind, Guid id, CancellationToken cancellation) =>
        (await LoadAsync([(kind, id, 0)], cancellation)).TryGetValue(id, out var record)
            ? new JsonObject
            {
                ["record"] = Words.Of(kind),
                ["id"] = id.ToString(),
                ["version"] = record.Current.Version.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["set"] = record.Current.Typed.DeepClone(),
                ["assertions"] = new JsonArray(),
            }
            : null;

    /// <summary>The record that somebody means by a slug, an id, a party's exact name or the address of a record's page.</summary>
    public async Task<(RecordKind Kind, Guid Id)?> FindAsync(string text, CancellationToken cancellation)
    {
        var last = text.Split(['?', '#'], 2)[0].TrimEnd('/').Split('/')[^1].Trim();
        if (Guid.TryParse(last, out var id))
        {
            var kind = await db.Records.Where(r => r.Id == id).Select(r => (RecordKind?)r.Kind).FirstOrDefaultAsync(cancellation);
            return kind is null ? null : (kind.Value, id);
        }

        var key = NameKey.Of(text);
        var parties = await db.Parties.Where(p => p.Slug == last || p.Names.Any(n => n.Whole && n.Key == key)).OrderByDescending(p => p.Slug == last)
            .Select(p => new { p.Id, p.Slug }).Take(2).ToListAsync(cancellation);
        if (parties.Count == 1 || (parties.Count == 2 && parties[0].Slug == last))
        {
            return (RecordKind.Party, parties[0].Id);
        }

        var question = await db.Questions.Where(q => q.Slug == last).Select(q => (Guid?)q.Id).FirstOrDefaultAsync(cancellation);
        return question is null ? null : (RecordKind.Question, question.Value);
    }

    private async Task<IReadOnlyDictionary<Guid, EditedRecord>> LoadAsync(IReadOnlyList<(RecordKind Kind, Guid Id, int Version)> edits, CancellationToken cancellation)
    {
        var ids = edits.Select(edit => edit.Id).Distinct().ToArray();
        var versions = edits.Select(edit => edit.Version).Distinct().ToArray();
        var states = await db.Revisions.AsNoTracking()
            .Where(r => ids.Contains(r.RecordId) && (versions.Contains(r.Version) || r.Version == db.Revisions.Where(other => other.RecordId == r.RecordId).Max(other => other.Version)))
            .Select(r => new { r.RecordId, r.Record.Kind, r.Version, r.State }).ToListAsync(cancellation);
        var parties = await ValueText.LoadNamesAsync(db, states.Select(state => state.State), cancellation);
        var called = await names.OfAsync([.. edits.Select(edit => (edit.Kind, edit.Id))], cancellation);
        var records = new Dictionary<Guid, EditedRecord>();
        foreach (var (kind, id, version) in edits)
        {
            var bases = states.Where(state => state.RecordId == id && state.Kind == kind && state.State is not null)
                .Select(state => Base(RecordSchemas.Of(kind), state.Version, JsonNode.Parse(state.State!)!.AsObject(), parties)).OrderBy(state => state.Version).ToList();
            if (bases.Count > 0 && called.TryGetValue(id, out var name))
            {
                records[id] = new EditedRecord(name, bases.Find(state => state.Version == version), bases[^1]);
            }
        }

        return records;
    }

    private static EditBase Base(RecordSchema schema, int version, JsonObject canonical, IReadOnlyDictionary<Guid, (string Slug, string Name)> parties) => new(
        version,
        FormText.Of(schema.Fields, canonical, parties),
        canonical,
        schema.Fields.Where(field => canonical.ContainsKey(field.Name)).ToDictionary(field => field.Name, field => ValueText.Of(field.Shape, canonical[field.Name], parties)));
}
