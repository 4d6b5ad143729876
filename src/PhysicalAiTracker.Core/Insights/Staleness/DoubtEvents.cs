using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Staleness;

/// <summary>Something dated that happened to a company.</summary>
internal sealed record Happened(RecordKind Kind, Guid Record, PartialDate On);

/// <summary>What puts older facts in doubt: rounds that came about, deals on either side, milestones.</summary>
internal static class DoubtEvents
{
    /// <summary>By company.</summary>
    public static async Task<ILookup<Guid, Happened>> LoadAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        var rounds = await db.FundingRounds.AsNoTracking()
            .Where(r => !r.Unspecified && r.SupersededBy == null && (r.Status == FundingStatus.Announced || r.Status == FundingStatus.PartiallyClosed || r.Status == FundingStatus.Closed))
            .Select(r => new { r.Id, Company = r.CompanyId, On = r.AnnouncedOn ?? r.ClosedOn ?? r.ReportedOn }).ToListAsync(cancellation);
        var deals = await db.Deals.AsNoTracking().Select(d => new { d.Id, d.AcquirerId, d.TargetId, On = d.ClosedOn ?? d.AnnouncedOn }).ToListAsync(cancellation);
        var milestones = await db.Milestones.AsNoTracking().Select(m => new { m.Id, Company = m.PartyId, m.On }).ToListAsync(cancellation);
        return rounds.Select(r => (r.Company, Kind: RecordKind.FundingRound, r.Id, r.On))
            .Concat(deals.SelectMany(d => new[] { d.AcquirerId, d.TargetId }.Select(company => (Company: company, Kind: RecordKind.Deal, d.Id, d.On))))
            .Concat(milestones.Select(m => (m.Company, Kind: RecordKind.Milestone, m.Id, m.On)))
            .Where(happened => happened.On is not null)
            .ToLookup(happened => happened.Company, happened => new Happened(happened.Kind, happened.Id, happened.On!));
    }
}
