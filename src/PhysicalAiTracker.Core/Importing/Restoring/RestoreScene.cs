using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Snapshots;

namespace PhysicalAiTracker.Core.Importing.Restoring;

/// <summary>What the rows of an export are written to, and what is known of those written.</summary>
/// <param name="rows">Writes to the database, within the transaction of the restoration.</param>
/// <param name="now">When it is restored.</param>
internal sealed class RestoreScene(TrackerDbContext db, RowWriter rows, DateTime now) : IDisposable
{
    private readonly StorableCheck _storable = new(db, now);
    private readonly RestoredTexts _texts = new(db);

    private readonly List<(Guid Source, Guid Origin)> _origins = [];
    private readonly List<(Guid Round, Guid Supersedes)> _superseded = [];
    private readonly List<(Guid Question, Guid Assertion)> _settled = [];
    private readonly Dictionary<Guid, (int Version, UInt128 State)> _records = [];

    /// <summary>What was written last, or was to be: what a refusal of the database is about.</summary>
    public object? Last { get; private set; }

    /// <summary>Writes an entity and its parts.</summary>
    /// <exception cref="FormatException">One of its values is none that the tracker could have written.</exception>
    public void Write(object row)
    {
        _storable.Check(row);
        switch (row)
        {
            case Passage passage:
                _texts.Check(passage);
                break;
            case PassageAnchor anchor:
                _texts.Check(anchor);
                break;
            case FormerSlug former when IsCurrent(former):
                throw new FormatException($"/slug is “{former.Slug}”, which a {Words.Of(former.Kind)} has today");
        }

        Last = row;
        rows.Write(row);
    }

    /// <summary>Writes a source. The one that it rewrites may come after it.</summary>
    public void Add(Source source)
    {
        if (source.OriginId is { } origin)
        {
            _origins.Add((source.Id, origin));
            source.OriginId = null;
        }

        Write(source);
    }

    /// <summary>Writes a record. What it refers to by a kind whose rows come after its own is filled in at the end.</summary>
    /// <param name="state">All its fields, as canonical JSON.</param>
    public void Add(Record record, string state)
    {
        if (!_records.TryAdd(record.Id, (record.Version, HashOf(state))))
        {
            throw new FormatException("its id is that of another record");
        }

        if (record is FundingRound { SupersedesId: { } superseded } round)
        {
            _superseded.Add((round.Id, superseded));
            round.SupersedesId = null;
        }

        if (record is Question { SettledByAssertionId: { } assertion } question)
        {
            _settled.Add((question.Id, assertion));
            question.SettledByAssertionId = null;
        }

        Write(record);
    }

    /// <summary>The revision, after a look at whether the record is what its newest one says.</summary>
    /// <exception cref="FormatException">It is not.</exception>
    public Revision Compared(Revision revision)
    {
        if (_records.TryGetValue(revision.RecordId, out var record) && record.Version == revision.Version)
        {
            if (revision.State is null || HashOf(revision.State) != record.State)
            {
                throw new FormatException($"the record {revision.RecordId} is another than its newest revision says");
            }

            _records.Remove(revision.RecordId);
        }

        return revision;
    }

    /// <summary>A record whose newest revision did not come; null where all came.</summary>
    public Guid? WithoutRevision => _records.Count > 0 ? _records.Keys.First() : null;

    /// <summary>Fills in what refers to rows that came later.</summary>
    public async Task CompleteAsync(CancellationToken cancellation)
    {
        foreach (var (source, origin) in _origins)
        {
            await db.Sources.Where(s => s.Id == source).ExecuteUpdateAsync(set => set.SetProperty(s => s.OriginId, origin), cancellation);
        }

        foreach (var (round, superseded) in _superseded)
        {
            await db.FundingRounds.Where(r => r.Id == round).ExecuteUpdateAsync(set => set.SetProperty(r => r.SupersedesId, superseded), cancellation);
        }

        foreach (var (question, assertion) in _settled)
        {
            await db.Questions.Where(q => q.Id == question).ExecuteUpdateAsync(set => set.SetProperty(q => q.SettledByAssertionId, assertion), cancellation);
        }
    }

    public void Dispose() => _texts.Dispose();

    private bool IsCurrent(FormerSlug former) => former.Kind switch
    {
        RecordKind.Party => db.Parties.Any(party => party.Slug == former.Slug),
        RecordKind.Question => db.Questions.Any(question => question.Slug == former.Slug),
        _ => false,
    };

    /// <summary>Half of a SHA-256: memory for a number a record, not for its text.</summary>
    private static UInt128 HashOf(string state) => BitConverter.ToUInt128(SHA256.HashData(Encoding.UTF8.GetBytes(state)));
}
