using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.History;

/// <summary>A record that was removed or merged.</summary>
/// <param name="Name">What it was called last.</param>
/// <param name="PartyKind">Of parties; null for other kinds.</param>
/// <param name="At">When (UTC).</param>
/// <param name="By">Name of whoever did it, as it was then.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="DisclosureId">The act.</param>
/// <param name="MergedInto">The live record that it means by now; null where it was removed, or the other one was removed since.</param>
public sealed record GoneRecord(RecordKind Kind, Guid Id, string Name, PartyKind? PartyKind, DateTime At, string By, string Reason, Guid DisclosureId, RecordName? MergedInto);

/// <summary>A record that an act took away and nothing brought back.</summary>
/// <param name="Name">What it was called last.</param>
/// <param name="DisclosureId">The act.</param>
/// <param name="Merged">Whether into another; otherwise it was removed.</param>
public sealed record TakenRecord(Guid Id, RecordKind Kind, string Name, Guid DisclosureId, bool Merged);

/// <summary>Finds what became of ids and slugs that no longer answer.</summary>
public sealed class GoneQueries(TrackerDbContext db, RecordNames names)
{
    /// <summary>By id, or by the slug it had; null where there is, or never was, such a record.</summary>
    public async Task<GoneRecord?> FindAsync(RecordKind kind, string slugOrId, CancellationToken cancellation)
    {
        var id = Guid.TryParse(slugOrId, out var parsed)
            ? parsed
            : await db.FormerSlugs.Where(s => s.Kind == kind && s.Slug == slugOrId).Select(s => (Guid?)s.RecordId).FirstOrDefaultAsync(cancellation);
        return id is { } known && await FindAsync(known, cancellation) is { } gone && gone.Kind == kind ? gone : null;
    }

    /// <summary>By id; null where there is, or never was, such a record.</summary>
    public async Task<GoneRecord?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var tombstone = await db.Tombstones.AsNoTracking().Where(t => t.Id == id)
            .Select(t => new { Tombstone = t, t.Record.Kind, State = db.Revisions.Where(r => r.RecordId == id && r.State != null).OrderByDescending(r => r.Version).Select(r => r.State).FirstOrDefault() })
            .FirstOrDefaultAsync(cancellation);
        if (tombstone is null)
        {
            return null;
        }

        var state = JsonNode.Parse(tombstone.State ?? "{}")!.AsObject();
        var kind = tombstone.Kind;
        RecordName? into = null;
        if (await Merged.FollowAsync(db, id, cancellation) is { } now)
        {
            into = (await names.OfAsync([(kind, now)], cancellation)).GetValueOrDefault(now);
        }

        return new GoneRecord(
            kind,
            id,
            RecordTitles.Of(RecordSchemas.Of(kind), state, await ValueText.LoadNamesAsync(db, [tombstone.State], cancellation)),
            kind == RecordKind.Party && Words.TryParse<PartyKind>((string?)state["kind"], out var type) ? type : null,
            tombstone.Tombstone.At,
            tombstone.Tombstone.By,
            tombstone.Tombstone.Reason,
            tombstone.Tombstone.DisclosureId,
            into);
    }

    /// <summary>What was merged into a record, itself and not over others.</summary>
    public Task<IReadOnlyList<TakenRecord>> MergedIntoAsync(Guid record, CancellationToken cancellation) =>
        TakenAsync(db.Tombstones.Where(t => t.MergedIntoId == record), cancellation);

    /// <summary>What an act took away.</summary>
    public Task<IReadOnlyList<TakenRecord>> TakenByAsync(Guid disclosure, CancellationToken cancellation) =>
        TakenAsync(db.Tombstones.Where(t => t.DisclosureId == disclosure), cancellation);

    private async Task<IReadOnlyList<TakenRecord>> TakenAsync(IQueryable<Tombstone> taken, CancellationToken cancellation)
    {
        var rows = await taken.AsNoTracking().OrderBy(t => t.At).ThenBy(t => t.Id)
            .Select(t => new
            {
                t.Id,
                t.Record.Kind,
                t.DisclosureId,
                Merged = t.MergedIntoId != null,
                State = db.Revisions.Where(r => r.RecordId == t.Id && r.State != null).OrderByDescending(r => r.Version).Select(r => r.State).FirstOrDefault(),
            })
            .ToListAsync(cancellation);
        var known = await ValueText.LoadNamesAsync(db, rows.Select(row => row.State), cancellation);
        return
        [
            .. rows.Select(row => new TakenRecord(
                row.Id, row.Kind, RecordTitles.Of(RecordSchemas.Of(row.Kind), JsonNode.Parse(row.State ?? "{}")!.AsObject(), known), row.DisclosureId, row.Merged)),
        ];
    }
}
