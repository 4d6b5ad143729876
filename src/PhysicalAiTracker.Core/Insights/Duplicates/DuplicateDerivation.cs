using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>
/// Writes down which parties and rounds are likely one, anew for what a change touches. A pair depends on its two records and on what was
/// judged of them, and on nothing else; a round's also on what supersedes what in its company, so that a company's rounds are compared together.
/// </summary>
/// <param name="waiting">Where the hashes of an import's new parties wait; null where they are written at once.</param>
internal sealed class DuplicateDerivation(TrackerDbContext db, ReadParties read, WaitingHashes? waiting = null)
{
    private const int Batch = 300;

    private const int MostPairs = 2_000;

    /// <summary>Derives what these records are likely twice of.</summary>
    public Task DeriveAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation) => DeriveAsync(records, Arrivals.None, cancellation);

    /// <param name="arrivals">Those of the records that are new and need not be read.</param>
    public async Task DeriveAsync(IReadOnlyCollection<Guid> records, Arrivals arrivals, CancellationToken cancellation)
    {
        var (arrived, known) = arrivals.Split(records);
        await DeriveAsync(arrived, arrivals, cancellation);
        if (waiting is not null && known.Count > 0)
        {
            // Their hashes may be among those that wait, and are read and changed now.
            await waiting.EndAsync(db, cancellation);
            read.Forget();
        }

        foreach (var batch in known.Chunk(Batch))
        {
            var parties = await HashAsync(batch, cancellation);
            await db.DuplicatePairs.Where(p => p.Kind == DuplicateKind.Party && (batch.Contains(p.FirstId) || batch.Contains(p.SecondId))).ExecuteDeleteAsync(cancellation);
            await PartiesAsync(parties, cancellation);
            await RoundsAsync(batch, cancellation);
        }
    }

    /// <summary>Derives all pairs afresh.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await db.DuplicatePairs.ExecuteDeleteAsync(cancellation);
        await db.PartyHashes.ExecuteDeleteAsync(cancellation);
        var records = await db.Records.Where(r => r.Kind == RecordKind.Party || r.Kind == RecordKind.FundingRound).OrderBy(r => r.Kind).ThenBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellation);
        foreach (var batch in records.Chunk(Batch))
        {
            // All hashes first: a pair is found from either side, and the other may come later.
            await HashAsync(batch, cancellation);
        }

        await DeriveAsync(records, cancellation);
    }

    /// <summary>Nothing is written down yet of what arrived.</summary>
    private async Task DeriveAsync(IReadOnlyList<Arrival> arrived, Arrivals arrivals, CancellationToken cancellation)
    {
        List<Party> parties = [.. arrived.Select(arrival => arrival.Record).OfType<Party>()];
        var facts = parties.ConvertAll(DuplicateFacts.Of);
        await (waiting?.AddAsync(db, facts, cancellation) ?? WriteAsync(HashesOf(facts), cancellation));
        read.Add(parties.Zip(facts, (party, its) => (party.Version, its)));
        await PartiesAsync(facts, cancellation);
        var companies = arrived.Select(arrival => arrival.Record).OfType<FundingRound>().Select(round => round.CompanyId).ToLookup(arrivals.Have);
        await RoundsAsync([.. companies[false].Distinct()], [], cancellation);
        await StoreAsync(DuplicateKind.FundingRound, DuplicateFacts.RoundsOf(arrived, companies[true].ToHashSet()).SelectMany(company => OfCompany([.. company])), cancellation);
    }

    /// <summary>In the order of the index by which parties are found, which is the costlier one to write.</summary>
    private static IEnumerable<PartyHash> HashesOf(IEnumerable<PartyFacts> parties) =>
        parties.SelectMany(party => party.Hashes, (party, hash) => new PartyHash { PartyId = party.Id, Hash = hash }).OrderBy(row => row.Hash);

    private async Task<IReadOnlyCollection<PartyFacts>> HashAsync(Guid[] records, CancellationToken cancellation)
    {
        var parties = await DuplicateFacts.PartiesAsync(db, records, cancellation);
        var ids = parties.Keys.ToList();
        var known = (await db.PartyHashes.AsNoTracking().Where(h => ids.Contains(h.PartyId)).ToListAsync(cancellation)).ToLookup(h => h.PartyId, h => h.Hash);
        var changed = parties.Values.Where(party => !party.Hashes.SetEquals(known[party.Id])).ToList();
        ids = changed.ConvertAll(party => party.Id);
        await db.PartyHashes.Where(h => ids.Contains(h.PartyId)).ExecuteDeleteAsync(cancellation);
        await WriteAsync(HashesOf(changed), cancellation);
        return parties.Values;
    }

    private async Task PartiesAsync(IReadOnlyCollection<PartyFacts> records, CancellationToken cancellation)
    {
        var sought = records.ToDictionary(party => party.Id, party => party.Sought);
        var all = sought.Values.SelectMany(hashes => hashes);
        var having = await (waiting is null ? DuplicateFacts.CandidatesAsync(db, all, cancellation) : waiting.CandidatesAsync(db, all, cancellation));
        var pairs = (
            from party in sought
            from hash in party.Value
            from other in having[hash]
            where other != party.Key
            select DuplicateJudgements.PairOf(party.Key, other)).Distinct().Order().ToList();
        // What parties are called is held for some pairs at a time, those of one party together: names that differ by a number have thousands like them.
        foreach (var some in pairs.Chunk(MostPairs))
        {
            var named = await read.OfAsync(db, Parties(some), cancellation);
            // Few are left for which it may matter who speaks of them.
            var likely = some.Where(pair => Point.Score(PartyMatcher.Compare(named[pair.First], named[pair.Second])) >= DraftDuplicate.LeastScore - PartyMatcher.SameSource).ToList();
            var parties = await DuplicateFacts.WithSourcesAsync(db, [.. Parties(likely).Select(id => named[id])], cancellation);
            await StoreAsync(DuplicateKind.Party, likely.Select(pair => (pair.First, pair.Second, PartyMatcher.Compare(parties[pair.First], parties[pair.Second]))), cancellation);
        }

        static List<Guid> Parties(IEnumerable<(Guid First, Guid Second)> pairs) => [.. pairs.SelectMany(pair => new[] { pair.First, pair.Second }).Distinct()];
    }

    private async Task RoundsAsync(Guid[] records, CancellationToken cancellation)
    {
        var companies = (await db.FundingRounds.Where(r => records.Contains(r.Id)).Select(r => r.CompanyId).Distinct().ToListAsync(cancellation)).ToHashSet();
        // Also those that the rounds belonged to before.
        foreach (var state in await db.Revisions.AsNoTracking().Where(r => records.Contains(r.RecordId) && r.State != null && r.Record.Kind == RecordKind.FundingRound).Select(r => r.State!).ToListAsync(cancellation))
        {
            companies.UnionWith(Guid.TryParse((string?)JsonNode.Parse(state)!["company"], out var company) ? [company] : []);
        }

        await RoundsAsync(companies, records, cancellation);
    }

    private async Task RoundsAsync(HashSet<Guid> companies, Guid[] records, CancellationToken cancellation)
    {
        var rounds = await DuplicateFacts.RoundsAsync(db, companies, cancellation);
        var ids = rounds.SelectMany(group => group).Select(round => round.Id).Union(records).ToList();
        foreach (var batch in ids.Chunk(Batch))
        {
            await db.DuplicatePairs.Where(p => p.Kind == DuplicateKind.FundingRound && (batch.Contains(p.FirstId) || batch.Contains(p.SecondId))).ExecuteDeleteAsync(cancellation);
        }

        await StoreAsync(DuplicateKind.FundingRound, rounds.SelectMany(company => OfCompany([.. company])), cancellation);
    }

    private static IEnumerable<(Guid First, Guid Second, IReadOnlyList<Point> Points)> OfCompany(List<RoundFacts> rounds)
    {
        var rates = DuplicateFacts.RatesOf(rounds);
        for (var left = 0; left < rounds.Count; left++)
        {
            for (var right = left + 1; right < rounds.Count; right++)
            {
                if (!RoundChain.Joins(rounds, rounds[left], rounds[right]))
                {
                    var (first, second) = DuplicateJudgements.PairOf(rounds[left].Id, rounds[right].Id);
                    yield return (first, second, RoundMatcher.Compare(rounds[left], rounds[right], rates));
                }
            }
        }
    }

    /// <param name="compared">Compared as they are gone through: of a company with hundreds of rounds there are too many pairs to hold.</param>
    private async Task StoreAsync(DuplicateKind kind, IEnumerable<(Guid First, Guid Second, IReadOnlyList<Point> Points)> compared, CancellationToken cancellation)
    {
        foreach (var batch in compared.Where(pair => Point.Score(pair.Points) >= DraftDuplicate.LeastScore).Chunk(Batch))
        {
            var judgements = await DuplicateJudgements.OfAsync(db, [.. batch.SelectMany(pair => new[] { pair.First, pair.Second })], cancellation);
            await WriteAsync(
                batch.Select(pair => new DuplicatePair
                {
                    Id = IdOf(pair.First, pair.Second),
                    Kind = kind,
                    FirstId = pair.First,
                    SecondId = pair.Second,
                    Score = Point.Score(pair.Points),
                    State = judgements.InForce(pair.First, pair.Second, pair.Points) is null ? DuplicateState.Open : DuplicateState.Different,
                    Points = DuplicateJudgements.Write(pair.Points),
                }),
                cancellation);
        }
    }

    private Task WriteAsync<T>(IEnumerable<T> rows, CancellationToken cancellation)
        where T : class => NewRows.WriteAsync(db, [.. rows], cancellation);

    private static Guid IdOf(Guid first, Guid second)
    {
        Span<byte> ids = stackalloc byte[32];
        first.TryWriteBytes(ids);
        second.TryWriteBytes(ids[16..]);
        return new Guid(SHA256.HashData(ids).AsSpan(0, 16));
    }
}
