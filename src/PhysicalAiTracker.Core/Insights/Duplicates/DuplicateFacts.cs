using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>Reads what parties and rounds are told apart by, in a handful of queries whatever their number.</summary>
internal static class DuplicateFacts
{
    /// <summary>Ids and hashes are parameters of a statement: so many at a time.</summary>
    private const int Batch = 500;

    /// <summary>Of a party with its names, without sources.</summary>
    public static PartyFacts Of(Party party) => new(
        party.Id, party.Name, party.Slug, party.Type,
        PartyFacts.FormsOf(party.Names.Where(n => n.Whole).OrderBy(n => n.Key, StringComparer.Ordinal).ThenBy(n => n.Name, StringComparer.Ordinal).Select(n => n.Name).Prepend(party.Name)),
        PartyFacts.HostOf(party.Website), party.FoundedOn, FrozenSet<Guid>.Empty);

    public static async Task<Dictionary<Guid, PartyFacts>> PartiesAsync(TrackerDbContext db, IEnumerable<Guid> ids, CancellationToken cancellation)
    {
        var parties = new Dictionary<Guid, PartyFacts>();
        foreach (var batch in ids.Distinct().Chunk(Batch))
        {
            var sources = await SourcesAsync(db, batch, cancellation);
            foreach (var (id, _, facts) in await NamesAsync(db, batch, cancellation))
            {
                parties[id] = facts with { Sources = sources[id].ToHashSet() };
            }
        }

        return parties;
    }

    /// <summary>The same parties with the sources that speak of them.</summary>
    public static async Task<Dictionary<Guid, PartyFacts>> WithSourcesAsync(TrackerDbContext db, IReadOnlyList<PartyFacts> parties, CancellationToken cancellation)
    {
        var found = new Dictionary<Guid, PartyFacts>(parties.Count);
        foreach (var batch in parties.Chunk(Batch))
        {
            var sources = await SourcesAsync(db, Array.ConvertAll(batch, party => party.Id), cancellation);
            foreach (var party in batch)
            {
                found[party.Id] = party with { Sources = sources[party.Id].ToHashSet() };
            }
        }

        return found;
    }

    /// <summary>Of so many parties as a statement may name, with the version that they are of and without sources.</summary>
    public static async Task<List<(Guid Id, int Version, PartyFacts Facts)>> NamesAsync(TrackerDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
        {
            return [];
        }

        // Two queries by hand: for a list inside a row Entity Framework makes several delegates a row, which takes longer than to read it.
        var names = (await db.Set<PartyName>().AsNoTracking().Where(n => n.Whole && ids.Contains(n.PartyId)).Select(n => new { n.PartyId, n.Key, n.Name }).ToListAsync(cancellation)).ToLookup(n => n.PartyId);
        var parties = await db.Parties.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Version, p.Name, p.Slug, p.Type, p.Website, p.FoundedOn }).ToListAsync(cancellation);
        return parties.ConvertAll(p => (p.Id, p.Version, new PartyFacts(
            p.Id, p.Name, p.Slug, p.Type,
            PartyFacts.FormsOf(names[p.Id].OrderBy(n => n.Key, StringComparer.Ordinal).ThenBy(n => n.Name, StringComparer.Ordinal).Select(n => n.Name).Prepend(p.Name)),
            PartyFacts.HostOf(p.Website), p.FoundedOn, FrozenSet<Guid>.Empty)));
    }

    /// <summary>The rounds of companies, without backings of no stated round.</summary>
    public static async Task<ILookup<Guid, RoundFacts>> RoundsAsync(TrackerDbContext db, IReadOnlyCollection<Guid> companies, CancellationToken cancellation)
    {
        var rounds = new List<RoundFields>();
        var sources = new List<(Guid Record, Guid Source)>();
        foreach (var batch in companies.Chunk(Batch))
        {
            rounds.AddRange(await db.FundingRounds.Where(r => batch.Contains(r.CompanyId) && !r.Unspecified)
                .Select(r => new RoundFields(r.Id, r.CompanyId, r.Amount, r.Stage, r.Instrument, r.AnnouncedOn, r.ClosedOn, r.ReportedOn, r.SupersedesId)).ToListAsync(cancellation));
        }

        // By hand: for a list inside a row Entity Framework reads the rounds once more.
        var investors = new List<(Guid Round, Guid Investor)>();
        foreach (var batch in rounds.Select(r => r.Id).Chunk(Batch))
        {
            investors.AddRange((await db.Set<Participation>().Where(p => batch.Contains(p.RoundId) && p.Status != ParticipationStatus.Declined)
                .Select(p => new { p.RoundId, p.InvestorId }).ToListAsync(cancellation)).Select(p => (p.RoundId, p.InvestorId)));
            sources.AddRange((await SourcesAsync(db, batch, cancellation)).SelectMany(group => group.Select(source => (group.Key, source))));
        }

        var byRound = (Investors: investors.ToLookup(pair => pair.Round, pair => pair.Investor), Sources: sources.ToLookup(pair => pair.Record, pair => pair.Source));
        return rounds.OrderBy(r => r.Id).ToLookup(r => r.Company, r => FactsOf(r, byRound.Investors[r.Id], byRound.Sources[r.Id]));
    }

    /// <summary>The rounds, without backings of no stated round, of companies that arrived with them.</summary>
    public static ILookup<Guid, RoundFacts> RoundsOf(IEnumerable<Arrival> arrived, IReadOnlySet<Guid> companies) => (
        from arrival in arrived
        let round = arrival.Record as FundingRound
        where round is { Unspecified: false } && companies.Contains(round.CompanyId)
        orderby round.Id
        select FactsOf(
            new RoundFields(round.Id, round.CompanyId, round.Amount, round.Stage, round.Instrument, round.AnnouncedOn, round.ClosedOn, round.ReportedOn, round.SupersedesId),
            round.Participations.Where(p => p.Status != ParticipationStatus.Declined).Select(p => p.InvestorId),
            arrival.Assertions.Select(a => a.SourceId))).ToLookup(facts => facts.Company);

    private static RoundFacts FactsOf(RoundFields round, IEnumerable<Guid> investors, IEnumerable<Guid> sources) => new(
        round.Id, round.Company, round.Amount, round.Stage, round.Instrument, [.. new[] { round.Announced, round.Closed, round.Reported }.OfType<PartialDate>()], round.Supersedes,
        investors.ToHashSet(), sources.ToHashSet());

    /// <summary>US dollars by currency, as the rounds of one company were converted.</summary>
    public static IReadOnlyDictionary<string, decimal> RatesOf(IEnumerable<RoundFacts> rounds)
    {
        var rates = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var amount in rounds.Select(round => round.Amount).Where(amount => amount is { UsdMinor: not null, Value: > 0 }))
        {
            rates.TryAdd(amount!.Currency, amount.UsdMinor!.Value / 100m / amount.Value);
        }

        return rates;
    }

    /// <summary>Which parties have any of the hashes.</summary>
    public static async Task<ILookup<long, Guid>> CandidatesAsync(TrackerDbContext db, IEnumerable<long> hashes, CancellationToken cancellation) =>
        (await StoredAsync(db, hashes.Distinct(), cancellation)).ToLookup(row => row.Hash, row => row.PartyId);

    /// <summary>What is stored of these hashes, of which no two are the same.</summary>
    public static async Task<List<PartyHash>> StoredAsync(TrackerDbContext db, IEnumerable<long> hashes, CancellationToken cancellation)
    {
        var rows = new List<PartyHash>();
        foreach (var batch in hashes.Chunk(Batch))
        {
            rows.AddRange(await db.PartyHashes.AsNoTracking().Where(h => batch.Contains(h.Hash)).ToListAsync(cancellation));
        }

        return rows;
    }

    private static async Task<ILookup<Guid, Guid>> SourcesAsync(TrackerDbContext db, Guid[] records, CancellationToken cancellation) =>
        (await db.Assertions.Where(a => records.Contains(a.RecordId)).Select(a => new { a.RecordId, a.SourceId }).Distinct().ToListAsync(cancellation))
            .ToLookup(a => a.RecordId, a => a.SourceId);

    private sealed record RoundFields(Guid Id, Guid Company, Money? Amount, FundingStage? Stage, Instrument? Instrument, PartialDate? Announced, PartialDate? Closed, PartialDate? Reported, Guid? Supersedes);
}
