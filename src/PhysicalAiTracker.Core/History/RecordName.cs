using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.History;

/// <summary>What to call a record in a list, and what its page needs.</summary>
/// <param name="Slug">Of the record itself where it has one, otherwise of the party on whose profile it stands; null where neither is.</param>
/// <param name="PartyKind">Kind of the party that the slug names.</param>
public sealed record RecordName(RecordKind Kind, Guid Id, string Text, string? Slug, PartyKind? PartyKind);

/// <summary>Names records of every kind.</summary>
public sealed class RecordNames(TrackerDbContext db)
{
    public async Task<IReadOnlyDictionary<Guid, RecordName>> OfAsync(IReadOnlyCollection<(RecordKind Kind, Guid Id)> records, CancellationToken cancellation)
    {
        var names = new List<RecordName>();
        foreach (var group in records.Distinct().GroupBy(record => record.Kind, record => record.Id))
        {
            names.AddRange(await OfKindAsync(group.Key, [.. group], cancellation));
        }

        return names.ToDictionary(name => name.Id);
    }

    private async Task<IEnumerable<RecordName>> OfKindAsync(RecordKind kind, Guid[] ids, CancellationToken cancellation) => kind switch
    {
        RecordKind.Party => await db.Parties.Where(p => ids.Contains(p.Id)).Select(p => new RecordName(kind, p.Id, p.Name, p.Slug, p.Type)).ToListAsync(cancellation),
        RecordKind.Question => await db.Questions.Where(q => ids.Contains(q.Id)).Select(q => new RecordName(kind, q.Id, q.Text, q.Slug, null)).ToListAsync(cancellation),
        RecordKind.FundingRound => (await db.FundingRounds.Where(r => ids.Contains(r.Id))
            .Select(r => new { r.Id, r.Company.Name, r.Company.Slug, r.Company.Type, r.Amount, r.Unspecified }).ToListAsync(cancellation))
            .Select(r => new RecordName(kind, r.Id, r.Unspecified ? $"{r.Name}: a backing, round not stated" : $"{r.Name}: {r.Amount?.ToDisplay() ?? "undisclosed"} round", r.Slug, r.Type)),
        RecordKind.Deal => await db.Deals.Where(d => ids.Contains(d.Id))
            .Select(d => new RecordName(kind, d.Id, d.Acquirer.Name + " and " + d.Target.Name, d.Acquirer.Slug, d.Acquirer.Type)).ToListAsync(cancellation),
        RecordKind.Affiliation => (await db.Affiliations.Where(a => ids.Contains(a.Id))
            .Select(a => new { a.Id, Party = a.Party.Name, a.Type, Organisation = a.Organisation.Name, a.Party.Slug, PartyType = a.Party.Type }).ToListAsync(cancellation))
            .Select(a => new RecordName(kind, a.Id, $"{a.Party}, {Prose.Of(a.Type)} – {a.Organisation}", a.Slug, a.PartyType)),
        RecordKind.Claim => (await db.Claims.Where(c => ids.Contains(c.Id))
            .Select(c => new { c.Id, Name = c.Company == null ? c.Subject : c.Company.Name, c.Plane, c.Placement, Slug = c.Company == null ? null : c.Company.Slug, Type = c.Company == null ? (PartyKind?)null : c.Company.Type }).ToListAsync(cancellation))
            .Select(c => new RecordName(kind, c.Id, $"{c.Name}: {Prose.Of(c.Plane)} – {Prose.Of(c.Placement)}", c.Slug, c.Type)),
        RecordKind.Observation => (await db.Observations.Where(o => ids.Contains(o.Id))
            .Select(o => new { o.Id, Name = o.Party == null ? o.Subject : o.Party.Name, o.Metric, o.Quantity, o.Money, Slug = o.Party == null ? null : o.Party.Slug, Type = o.Party == null ? (PartyKind?)null : o.Party.Type }).ToListAsync(cancellation))
            .Select(o => new RecordName(kind, o.Id, $"{o.Name}: {Prose.Of(o.Metric)} {o.Quantity?.ToDisplay() ?? o.Money?.ToDisplay()}", o.Slug, o.Type)),
        _ => await db.Milestones.Where(m => ids.Contains(m.Id)).Select(m => new RecordName(kind, m.Id, m.Party.Name + ": " + m.Title, m.Party.Slug, m.Party.Type)).ToListAsync(cancellation),
    };
}
