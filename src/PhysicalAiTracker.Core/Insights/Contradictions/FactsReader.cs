using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Affiliations;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Deals;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Milestones;
using PhysicalAiTracker.Core.Observations;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Insights.Contradictions;

/// <summary>Reads what is known of some owners.</summary>
internal sealed class FactsReader(TrackerDbContext db)
{
    /// <summary>The owners of records that arrived.</summary>
    public static IEnumerable<Owner> OwnersOf(IEnumerable<Record> records) => records.Select(OwnerOf).OfType<Owner>();

    /// <summary>What is known of parties that arrived, all of which arrived with them.</summary>
    public static Facts Of(Arrivals arrivals, IReadOnlyCollection<Owner> owners)
    {
        var subjects = owners.ToHashSet();
        List<(Arrival Arrival, Owner Owner)> mine = [.. arrivals.All.Select(a => (a, OwnerOf(a.Record)!)).Where(pair => pair.Item2 is not null && subjects.Contains(pair.Item2))];
        var owned = mine.ToDictionary(pair => pair.Arrival.Record.Id, pair => pair.Owner);
        return FactsOf(
            StatementsOf(
                mine.SelectMany(pair => pair.Arrival.Assertions, (pair, a) => new Said(a.Id, a.RecordId, pair.Arrival.Record.Kind, a.Polarity, a.AsOf, a.Source.PublishedOn, a.CreatedAt, a.Values)),
                mine.Select(pair => pair.Arrival.Record).OfType<FundingRound>().ToDictionary(round => round.Id)),
            mine.Select(pair => pair.Arrival.Record).ToList(),
            owned);
    }

    /// <summary>The owners of records, and those that had them before.</summary>
    public async Task<IReadOnlyList<Owner>> OwnersAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation)
    {
        var ids = records.ToList();
        var parties = await db.Parties.Where(p => ids.Contains(p.Id)).Select(p => p.Id)
            .Concat(db.FundingRounds.Where(r => ids.Contains(r.Id)).Select(r => r.CompanyId))
            .Concat(db.Deals.Where(d => ids.Contains(d.Id)).Select(d => d.AcquirerId))
            .Concat(db.Affiliations.Where(a => ids.Contains(a.Id)).Select(a => a.PartyId))
            .Concat(db.Milestones.Where(m => ids.Contains(m.Id)).Select(m => m.PartyId))
            .Concat(db.Contradictions.Where(c => c.PartyId != null && (ids.Contains(c.RecordId!.Value) || c.Statements.Any(s => ids.Contains(s.RecordId)))).Select(c => c.PartyId!.Value))
            .Distinct().ToListAsync(cancellation);
        var claims = await db.Claims.Where(c => ids.Contains(c.Id)).Select(c => new { c.CompanyId, c.Subject }).ToListAsync(cancellation);
        var observations = await db.Observations.Where(o => ids.Contains(o.Id)).Select(o => new { o.PartyId, o.Subject }).ToListAsync(cancellation);
        return
        [
            .. parties.Select(Owner.Of).Concat(claims.Select(c => Owner.Of(c.CompanyId, c.Subject))).Concat(observations.Select(o => Owner.Of(o.PartyId, o.Subject)))
                .Distinct().OrderBy(owner => owner.Subject, StringComparer.Ordinal),
        ];
    }

    public async Task<Facts> ReadAsync(IReadOnlyCollection<Owner> owners, CancellationToken cancellation)
    {
        var ids = owners.Select(owner => owner.Id).ToList();
        var subjects = owners.Select(owner => owner.Subject).ToList();
        var rounds = await db.FundingRounds.AsNoTracking().Where(r => ids.Contains(r.CompanyId)).ToListAsync(cancellation);
        var claims = await db.Claims.AsNoTracking().Where(c => c.CompanyId != null ? ids.Contains(c.CompanyId.Value) : subjects.Contains(c.Subject!)).ToListAsync(cancellation);
        var measurements = await db.Observations.AsNoTracking().Where(o => o.PartyId != null ? ids.Contains(o.PartyId.Value) : subjects.Contains(o.Subject!)).ToListAsync(cancellation);
        var owned = (await db.Deals.Where(d => ids.Contains(d.AcquirerId)).Select(d => new { d.Id, Party = d.AcquirerId })
            .Concat(db.Affiliations.Where(a => ids.Contains(a.PartyId)).Select(a => new { a.Id, Party = a.PartyId }))
            .Concat(db.Milestones.Where(m => ids.Contains(m.PartyId)).Select(m => new { m.Id, Party = m.PartyId }))
            .Concat(db.Parties.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, Party = p.Id }))
            .ToListAsync(cancellation)).ToDictionary(pair => pair.Id, pair => Owner.Of(pair.Party));
        rounds.ForEach(r => owned[r.Id] = Owner.Of(r.CompanyId));
        claims.ForEach(c => owned[c.Id] = Owner.Of(c.CompanyId, c.Subject));
        measurements.ForEach(o => owned[o.Id] = Owner.Of(o.PartyId, o.Subject));
        return FactsOf(await StatementsAsync([.. owned.Keys], rounds.ToDictionary(r => r.Id), cancellation), [.. rounds, .. claims, .. measurements], owned);
    }

    private static Facts FactsOf(List<Statement> statements, List<Record> records, Dictionary<Guid, Owner> owned) => new(
        statements,
        [.. records.OfType<FundingRound>().Select(r => new RoundFact(r.Id, owned[r.Id], r.Amount, r.Status, r.SupersedesId, r.Unspecified, r.AnnouncedOn ?? r.ClosedOn ?? r.ReportedOn))],
        [.. records.OfType<ArchitectureClaim>().Select(c => new ClaimFact(
            c.Id, owned[c.Id], [c.Product, c.ProductVersion, c.Deployment, c.Purpose], c.Plane, c.Placement, c.Modality, c.ValidFrom, c.ValidTo))],
        [.. records.OfType<Observation>().Select(o => new MeasurementFact(o.Id, owned[o.Id], o.Metric, o.Quantity, o.Money, o.AsOf, o.Period))],
        owned);

    /// <summary>Null where nobody owns such records.</summary>
    private static Owner? OwnerOf(Record record) => record switch
    {
        Party party => Owner.Of(party.Id),
        FundingRound round => Owner.Of(round.CompanyId),
        Deal deal => Owner.Of(deal.AcquirerId),
        Affiliation affiliation => Owner.Of(affiliation.PartyId),
        Milestone milestone => Owner.Of(milestone.PartyId),
        ArchitectureClaim claim => Owner.Of(claim.CompanyId, claim.Subject),
        Observation observation => Owner.Of(observation.PartyId, observation.Subject),
        _ => null,
    };

    private async Task<List<Statement>> StatementsAsync(List<Guid> records, Dictionary<Guid, FundingRound> rounds, CancellationToken cancellation)
    {
        // Two queries by hand: for a list inside a row Entity Framework makes several delegates a row.
        var said = await db.Assertions.AsNoTracking().Where(a => records.Contains(a.RecordId)).OrderBy(a => a.Id)
            .Select(a => new { a.Id, a.RecordId, a.Record.Kind, a.Polarity, a.AsOf, a.Source.PublishedOn, a.CreatedAt }).ToListAsync(cancellation);
        var ids = said.ConvertAll(a => a.Id);
        var values = (await db.Set<AssertedValue>().AsNoTracking().Where(v => ids.Contains(v.AssertionId)).ToListAsync(cancellation)).ToLookup(v => v.AssertionId);
        return StatementsOf(said.Select(a => new Said(a.Id, a.RecordId, a.Kind, a.Polarity, a.AsOf, a.PublishedOn, a.CreatedAt, [.. values[a.Id]])), rounds);
    }

    private static List<Statement> StatementsOf(IEnumerable<Said> rows, Dictionary<Guid, FundingRound> rounds) =>
    [
        .. from row in rows
        from value in row.Values
        select new Statement(
            row.Id, row.RecordId, row.Kind, value.Field, value.Value, row.Polarity == Polarity.Denies, row.AsOf, row.PublishedOn, row.CreatedAt,
            value.Field == "valuation" && rounds.TryGetValue(row.RecordId, out var round) ? KindOf(row.Values, value, round) : null),
    ];

    /// <summary>As the passage says; where it does not, as the record says of the same figure.</summary>
    private static string? KindOf(List<AssertedValue> said, AssertedValue valuation, FundingRound round) =>
        said.Find(v => v.Field == "valuationKind" && v.Value != AssertedValue.NotTold) is { } kind ? JsonNode.Parse(kind.Value)!.ToString()
        : valuation.Adopted && round.ValuationKind is { } shown ? Words.Of(shown)
        : null;

    /// <summary>An assertion as it is read.</summary>
    private sealed record Said(Guid Id, Guid RecordId, RecordKind Kind, Polarity Polarity, PartialDate? AsOf, PartialDate? PublishedOn, DateTime CreatedAt, List<AssertedValue> Values);
}
