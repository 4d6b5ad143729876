using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Insights.Interests;

/// <summary>What interests are read off: a few columns of affiliations, participations, valid claims, and the parties that these name.</summary>
internal sealed record InterestData(
    TieGraph Graph,
    IReadOnlyDictionary<Guid, InterestData.Stakeholder> Parties,
    ILookup<Guid, InterestData.Claim> Claims,
    ILookup<(Guid Company, Guid Investor), InterestData.Money> Moneys)
{
    public static async Task<InterestData> LoadAsync(TrackerDbContext db, DateOnly today, CancellationToken cancellation)
    {
        var affiliations = await db.Affiliations.AsNoTracking().Select(a => new { a.Id, a.PartyId, a.OrganisationId, a.Type, a.To }).ToListAsync(cancellation);
        var participations = await db.FundingRounds.AsNoTracking()
            .Where(r => r.Status != FundingStatus.Cancelled && r.SupersededBy == null)
            .SelectMany(r => r.Participations, (r, p) => new { r.Id, r.CompanyId, r.Instrument, p.InvestorId, p.Status, p.Amount })
            .ToListAsync(cancellation);
        participations.RemoveAll(p => p.Status == ParticipationStatus.Declined);
        var claims = await db.Claims.AsNoTracking().Where(c => c.CompanyId != null).OrderBy(c => c.Id)
            .Select(c => new
            {
                CompanyId = c.CompanyId!.Value,
                c.Id,
                c.Plane,
                c.Placement,
                c.Modality,
                c.ValidTo,
                Hosts = c.Hosts.Select(h => h.PartyId).ToList(),
                Hardware = c.Hardware.Select(h => h.Name).ToList(),
            })
            .ToListAsync(cancellation);
        var edges = affiliations.Where(a => InterestRule.TieOf(a.Type) is not null && InsightDates.Holds(a.To, today))
            .Select(a => new TieGraph.Edge(a.PartyId, InterestRule.TieOf(a.Type)!.Value, a.OrganisationId, a.Id))
            .Concat(participations.Select(p => new TieGraph.Edge(p.InvestorId, Tie.Investor, p.CompanyId, p.Id)).Distinct()).ToList();
        var parties = await db.Parties.AsNoTracking()
            .Where(p => p.SellsCompute.Any() || p.Affiliations.Any() || p.Affiliates.Any() || p.Participations.Any() || p.Rounds.Any() || p.Claims.Any()
                || db.Set<ClaimHost>().Any(h => h.PartyId == p.Id))
            .Select(p => new Stakeholder(p.Id, p.Slug, p.Name, p.NameKey, p.Type, p.SellsCompute.Select(c => c.Kind).ToList())).ToListAsync(cancellation);
        return new InterestData(
            new TieGraph(edges),
            parties.ToDictionary(party => party.Id),
            claims.Where(c => InsightDates.Holds(c.ValidTo, today))
                .ToLookup(c => c.CompanyId, c => new Claim(new InterestClaim(c.Id, c.Plane, c.Placement, c.Modality), c.Hosts, c.Hardware)),
            participations.ToLookup(p => (p.CompanyId, p.InvestorId), p => new Money(p.Instrument, p.Amount?.UsdMinor)));
    }

    /// <summary>A party of the graph.</summary>
    public sealed record Stakeholder(Guid Id, string Slug, string Name, string NameKey, PartyKind Kind, IReadOnlyList<ComputeKind> Sells)
    {
        public PartyLink Link => new(Slug, Name, Kind);
    }

    public sealed record Claim(InterestClaim Item, IReadOnlyList<Guid> Hosts, IReadOnlyList<string> Hardware);

    public sealed record Money(Instrument? Instrument, long? Cents);
}
