using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>
/// The hashes of parties that an import brings, until they are many. They lie anywhere in the index by which parties are found: few at a time, each of them costs SQLite a page
/// that is read and written, and so does looking for each; many in their order share their pages.
/// </summary>
internal sealed class WaitingHashes
{
    /// <summary>Of some 6,000 parties: about 2 MB.</summary>
    private const int Most = 100_000;

    private const int Chains = 1 << 16;

    /// <summary>Rows are objects while they are written: so many at a time.</summary>
    private const int MostRows = 2_000;

    private readonly List<Waiting> _waiting = [];
    private readonly List<Guid> _parties = [];

    /// <summary>Where in what waits the last is whose hash has the number of the chain in its last bits, from 1; 0 for none.</summary>
    private readonly int[] _last = new int[Chains];

    /// <summary>Of the hashes that the database has; null where it has to be asked.</summary>
    private HashFilter? _stored;

    /// <summary>Takes the hashes of parties that are new.</summary>
    public async Task AddAsync(TrackerDbContext db, IEnumerable<PartyFacts> parties, CancellationToken cancellation)
    {
        foreach (var party in parties)
        {
            _parties.Add(party.Id);
            foreach (var hash in party.Hashes)
            {
                ref var last = ref _last[ChainOf(hash)];
                _waiting.Add(new Waiting(hash, _parties.Count - 1, last));
                last = _waiting.Count;
            }
        }

        if (_waiting.Count >= Most)
        {
            // Nobody else writes to SQLite before this transaction ends, so that what the database has is known for as long.
            _stored ??= db.Database.IsSqlite() ? await StoredAsync(db, cancellation) : null;
            await WriteAsync(db, cancellation);
        }
    }

    /// <summary>Writes all that waits, before what waits may be changed or the transaction is kept.</summary>
    public async Task EndAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        _stored = null;
        await WriteAsync(db, cancellation);
    }

    /// <summary>Which parties have any of the hashes, those that wait included.</summary>
    public async Task<ILookup<long, Guid>> CandidatesAsync(TrackerDbContext db, IEnumerable<long> hashes, CancellationToken cancellation)
    {
        var found = new List<(long Hash, Guid Party)>();
        var sought = new List<long>();
        foreach (var hash in hashes.Distinct())
        {
            for (var at = _last[ChainOf(hash)]; at > 0; at = _waiting[at - 1].Before)
            {
                if (_waiting[at - 1].Hash == hash)
                {
                    found.Add((hash, _parties[_waiting[at - 1].Party]));
                }
            }

            if (_stored?.MayHave(hash) != false)
            {
                sought.Add(hash);
            }
        }

        found.AddRange((await DuplicateFacts.StoredAsync(db, sought, cancellation)).Select(row => (row.Hash, row.PartyId)));
        return found.ToLookup(pair => pair.Hash, pair => pair.Party);
    }

    private async Task WriteAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        Array.Clear(_last);
        _waiting.Sort((one, other) => one.Hash.CompareTo(other.Hash));
        foreach (var rows in _waiting.Chunk(MostRows))
        {
            await NewRows.WriteAsync(db, Array.ConvertAll(rows, row => new PartyHash { PartyId = _parties[row.Party], Hash = row.Hash }), cancellation);
        }

        if (_stored is not null)
        {
            foreach (var row in _waiting)
            {
                _stored.Add(row.Hash);
            }
        }

        _waiting.Clear();
        _parties.Clear();
    }

    private static async Task<HashFilter> StoredAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        var stored = new HashFilter();
        await foreach (var hash in db.PartyHashes.Select(h => h.Hash).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            stored.Add(hash);
        }

        return stored;
    }

    /// <summary>FNV-1a mixes the last bits best.</summary>
    private static int ChainOf(long hash) => (int)(hash & (Chains - 1));

    /// <param name="Party">Where it is among the parties.</param>
    /// <param name="Before">Where the one before it in its chain is, from 1; 0 for none.</param>
    private readonly record struct Waiting(long Hash, int Party, int Before);
}
