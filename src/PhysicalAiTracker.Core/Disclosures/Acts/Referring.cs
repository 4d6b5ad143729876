using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;

namespace PhysicalAiTracker.Core.Disclosures.Acts;

/// <summary>Finds the records whose fields refer to a record.</summary>
internal static class Referring
{
    /// <summary>By kind and id.</summary>
    public static async Task<IReadOnlyList<(RecordKind Kind, Guid Id)>> ToAsync(TrackerDbContext db, RecordKind kind, Guid id, CancellationToken cancellation)
    {
        var found = new List<(RecordKind, Guid)>();
        foreach (var (of, query) in Queries(db, kind, id))
        {
            found.AddRange((await query.Distinct().OrderBy(record => record).ToListAsync(cancellation)).Select(record => (of, record)));
        }

        return found;
    }

    /// <summary>The same by what to call them.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(TrackerDbContext db, RecordKind kind, Guid id, CancellationToken cancellation) =>
        [.. (await new RecordNames(db).OfAsync([.. await ToAsync(db, kind, id, cancellation)], cancellation)).Values.OrderBy(name => name.Kind).ThenBy(name => name.Text, StringComparer.Ordinal).Select(name => name.Text)];

    /// <summary>The queries behind it, for each kind of record that refers to one of that kind.</summary>
    internal static IEnumerable<(RecordKind Of, IQueryable<Guid> Query)> Queries(TrackerDbContext db, RecordKind kind, Guid id) => kind switch
    {
        RecordKind.Party =>
        [
            (RecordKind.FundingRound, db.FundingRounds.Where(r => r.CompanyId == id).Select(r => r.Id).Union(db.Set<Participation>().Where(p => p.InvestorId == id).Select(p => p.RoundId))),
            (RecordKind.Deal, db.Deals.Where(d => d.AcquirerId == id || d.TargetId == id).Select(d => d.Id)),
            (RecordKind.Affiliation, db.Affiliations.Where(a => a.PartyId == id || a.OrganisationId == id).Select(a => a.Id)),
            (RecordKind.Claim, db.Claims.Where(c => c.CompanyId == id).Select(c => c.Id).Union(db.Set<ClaimHost>().Where(h => h.PartyId == id).Select(h => h.ClaimId))),
            (RecordKind.Observation, db.Observations.Where(o => o.PartyId == id).Select(o => o.Id)),
            (RecordKind.Milestone, db.Milestones.Where(m => m.PartyId == id).Select(m => m.Id)),
            (RecordKind.Question, db.Questions.Where(q => q.CompanyId == id || q.Triggers.Any(t => t.PartyId == id) || q.Responses.Any(r => r.PartyId == id)).Select(q => q.Id)),
        ],
        RecordKind.FundingRound => [(RecordKind.FundingRound, db.FundingRounds.Where(r => r.SupersedesId == id).Select(r => r.Id))],
        _ => [],
    };
}
