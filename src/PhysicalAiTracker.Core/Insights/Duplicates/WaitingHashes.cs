using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>
/// The hashes of parties that an import brings, until they are many. They lie anywhere in the index by which parties are found: few at a time, each of them costs SQLite a page
/// that is read and written, and so does looking for each; many in their order share their pages.
/// </summary>
internal sealed class WaitingHashes
{
    /// <summary>Of some 2,500 parties: about 4 MB.</summary>
    private const int Most = 40_000;

    /// <summary>Rows are objects while they are written: so many at a time.</summary>
    private const int MostRows = 2_000;

    private readonly List<Waiting> _waiting = [];
    private readonly Dictionary<long, int> _last = [];

    /// <summary>Of the hashes that the database has; null where it has to be asked.</summary>
    private HashFilter? _stored;

    /// <summary>Takes the hashes of parties that are new.</summary>
    public async Task AddAsync(TrackerDbContext db, IEnumerable<PartyFacts> parties, CancellationToken cancellation)
    {
        foreach (var (party, hash) in parties.SelectMany(party => party.Hashes, (party, hash) => (party.Id, hash)))
        {
            ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, hash, out var isThere);
            _waiting.Add(new Waiting(hash, party, isThere ? last : -1));
            last = _waiting.Count - 1;
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
            for (var at = _last.GetValueOrDefault(hash, -1); at >= 0; at = _waiting[at].Before)
            {
                found.Add((hash, _waiting[at].Party));
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
        _last.Clear();
        _waiting.Sort((one, other) => one.Hash.CompareTo(other.Hash));
        foreach (var rows in _waiting.Chunk(MostRows))
        {
            await NewRows.WriteAsync(db, Array.ConvertAll(rows, row => new PartyHash { PartyId = row.Party, Hash = row.Hash }), cancellation);
        }

        if (_stored is not null)
        {
            foreach (var row in _waiting)
            {
                _stored.Add(row.Hash);
            }
        }

        _waiting.Clear();
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

    /// <param name="Before">Where the one before it with the same hash is; -1 for none.</param>
    private readonly record struct Waiting(long Hash, Guid Party, int Before);
}
