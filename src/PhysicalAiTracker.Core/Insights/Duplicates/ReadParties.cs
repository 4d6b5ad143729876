using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Insights.Duplicates;

/// <summary>
/// What parties are called, as it was read last. In an import each new party has letters in common with many known ones, nearly all of which are
/// ruled out by their names; a party is read again once it has another version.
/// </summary>
/// <param name="ofImport">Whether it is told by <see cref="Forget"/> of what changes and of the end of the transaction. Nobody else writes to SQLite before that, so that no version is looked at.</param>
internal sealed class ReadParties(bool ofImport = false)
{
    /// <summary>Ids are parameters of a statement: so many at a time.</summary>
    private const int Batch = 500;

    /// <summary>About 1.5 MB; all that nobody asks for are forgotten when it is full.</summary>
    private const int Most = 1_500;

    private readonly Dictionary<Guid, (int Version, PartyFacts Facts)> _read = [];

    /// <summary>The facts of parties, without the sources that speak of them.</summary>
    /// <param name="ids">Those that are not there are not in the answer.</param>
    public async Task<Dictionary<Guid, PartyFacts>> OfAsync(TrackerDbContext db, IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        if (_read.Count + ids.Count > Most)
        {
            foreach (var other in _read.Keys.Except(ids).ToList())
            {
                _read.Remove(other);
            }
        }

        var found = new Dictionary<Guid, PartyFacts>(ids.Count);
        foreach (var batch in ids.Chunk(Batch))
        {
            var stale = new List<Guid>();
            foreach (var (id, version) in ofImport && db.Database.IsSqlite() ? batch.Select(id => (id, (int?)null)) : await VersionsAsync(db, batch, cancellation))
            {
                if (_read.TryGetValue(id, out var read) && read.Version == (version ?? read.Version))
                {
                    found[id] = read.Facts;
                }
                else
                {
                    stale.Add(id);
                }
            }

            foreach (var (id, version, facts) in await DuplicateFacts.NamesAsync(db, stale, cancellation))
            {
                _read[id] = (version, found[id] = facts);
            }
        }

        return found;
    }

    /// <summary>Forgets all: parties change, or others may write again.</summary>
    public void Forget() => _read.Clear();

    /// <summary>Keeps what is known of parties that were just written.</summary>
    public void Add(IEnumerable<(int Version, PartyFacts Facts)> parties)
    {
        foreach (var (version, facts) in parties.Take(Math.Max(0, Most - _read.Count)))
        {
            _read[facts.Id] = (version, facts);
        }
    }

    private static async Task<IEnumerable<(Guid Id, int? Version)>> VersionsAsync(TrackerDbContext db, Guid[] ids, CancellationToken cancellation) =>
        (await db.Parties.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Version }).ToListAsync(cancellation)).Select(party => (party.Id, (int?)party.Version));
}
