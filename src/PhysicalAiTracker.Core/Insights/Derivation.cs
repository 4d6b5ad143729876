using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Insights.Duplicates;
using PhysicalAiTracker.Core.Insights.Grades;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Sources.Likeness;

namespace PhysicalAiTracker.Core.Insights;

/// <summary>What was derived afresh.</summary>
/// <param name="Grades">Of fields.</param>
public sealed record Rebuilt(int Records, int Grades);

/// <summary>
/// The one place where what is derived is computed: after every change for what it touches, and afresh for everything by the verb
/// <c>rebuild</c>, with the same result. A pure function of what the tables hold: neither the clock nor the order of imports matters.
/// </summary>
public sealed class Derivation(TrackerDbContext db)
{
    /// <summary>So many records at a time: their ids are parameters of a statement.</summary>
    private const int Batch = 500;

    private readonly ReadParties _read = new();

    /// <summary>Derives anew what hangs on these records. Call it in the transaction that changed them, after what was changed is saved.</summary>
    /// <param name="records">Those touched and those of <see cref="AffectedAsync"/>.</param>
    /// <returns>Every record whose grades were derived: those given, and those on the sides of a contradiction that came, went or moved.</returns>
    public Task<IReadOnlyCollection<Guid>> DeriveAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation) => DeriveImportedAsync(records, Arrivals.None, later: null, cancellation);

    /// <summary>As <see cref="DeriveAsync"/>, after an import.</summary>
    /// <param name="arrivals">Those of the records that are new and need not be read.</param>
    /// <param name="later">Where hashes of new parties wait; null where they are written at once.</param>
    private async Task<IReadOnlyCollection<Guid>> DeriveImportedAsync(IReadOnlyCollection<Guid> records, Arrivals arrivals, Underived? later, CancellationToken cancellation)
    {
        // A contradiction that comes or goes changes the grades of all records on its sides.
        var contested = await new ContradictionDerivation(db).DeriveAsync(records, arrivals, cancellation);
        List<Guid> all = [.. records.Union(contested)];
        await new GradeDerivation(db).DeriveAsync(all, arrivals, contested, cancellation);
        await new DuplicateDerivation(db, later?.Parties ?? _read, later?.Hashes).DeriveAsync(records, arrivals, cancellation);
        return all;
    }

    /// <summary>Writes anew what searches look in. Call it where <see cref="DeriveAsync"/> is called.</summary>
    /// <param name="touched">Records that were made, changed, removed or restored.</param>
    /// <param name="sources">Sources that were made or changed.</param>
    public Task IndexAsync(IReadOnlyCollection<Guid> touched, IReadOnlyCollection<Guid> sources, CancellationToken cancellation) => IndexImportedAsync(touched, sources, Arrivals.None, cancellation);

    /// <summary>As <see cref="IndexAsync"/>, after an import.</summary>
    private Task IndexImportedAsync(IReadOnlyCollection<Guid> touched, IReadOnlyCollection<Guid> sources, Arrivals arrivals, CancellationToken cancellation) =>
        new SearchDerivation(db).DeriveAsync(touched, sources, arrivals, cancellation);

    /// <summary>The records touched, and those whose derivation depends on them or on the sources.</summary>
    /// <param name="touched">Records that were made, changed or given evidence.</param>
    /// <param name="sources">Known sources that changed: their reliability, date, name or origin counts wherever they are quoted.</param>
    public Task<IReadOnlyCollection<Guid>> AffectedAsync(IReadOnlyCollection<Guid> touched, IReadOnlyCollection<Guid> sources, CancellationToken cancellation) =>
        AffectedByImportAsync(touched, sources, Arrivals.None, cancellation);

    /// <summary>As <see cref="AffectedAsync"/>, after an import.</summary>
    /// <param name="arrivals">Those of the touched that are new and need not be read.</param>
    private async Task<IReadOnlyCollection<Guid>> AffectedByImportAsync(
        IReadOnlyCollection<Guid> touched, IReadOnlyCollection<Guid> sources, Arrivals arrivals, CancellationToken cancellation)
    {
        var affected = touched.ToHashSet();
        if (sources.Count > 0)
        {
            var chain = (await Origins.LoadAsync(db, cancellation)).LeadingTo(sources);
            affected.UnionWith(await db.Assertions.Where(a => chain.Contains(a.SourceId) || (a.OriginId != null && chain.Contains(a.OriginId.Value)))
                .Select(a => a.RecordId).Distinct().ToListAsync(cancellation));
        }

        // An affiliation or a stake, as it is or as it was, gives those it names an interest or takes it from them.
        var (arrived, known) = arrivals.Split(touched);
        var states = known.Count == 0 ? [] : await db.Revisions.AsNoTracking()
            .Where(r => known.Contains(r.RecordId) && r.State != null && (r.Record.Kind == RecordKind.Affiliation || r.Record.Kind == RecordKind.FundingRound))
            .Select(r => r.State!).ToListAsync(cancellation);
        // A party that was merged speaks wherever the other spoke, with its own interests.
        var speaking = states.Select(state => JsonNode.Parse(state)).Concat(arrived.Where(a => a.Record.Kind is RecordKind.Affiliation or RecordKind.FundingRound).Select(a => a.State))
            .SelectMany(Named).Union(touched).ToHashSet();
        affected.UnionWith(await db.Assertions.Where(a => a.ClaimantId != null && speaking.Contains(a.ClaimantId.Value))
            .Select(a => a.RecordId).Distinct().ToListAsync(cancellation));

        return affected;
    }

    /// <summary>Derives anew what hangs on what was written, and what searches look in; after an import that can wait, with more of its like.</summary>
    /// <param name="later">What waits: all of it is derived once it is much, or before what cannot wait. Null derives at once.</param>
    /// <returns>Every record whose grades were derived; empty where that waits.</returns>
    internal async Task<IReadOnlyCollection<Guid>> DeriveWrittenAsync(Written written, Underived? later, CancellationToken cancellation)
    {
        var waits = later?.TryAdd(written) == true;
        if (later is { IsEmpty: false } && (!waits || later.IsFull))
        {
            await DeriveNowAsync(later.Take(), later, cancellation);
        }

        return waits ? [] : await DeriveNowAsync(written, later, cancellation);
    }

    /// <summary>Derives all that waits, before the transaction is kept.</summary>
    internal async Task<IReadOnlyCollection<Guid>> DeriveLaterAsync(Underived later, CancellationToken cancellation)
    {
        var derived = await DeriveNowAsync(later.Take(), later, cancellation);
        await later.Hashes.EndAsync(db, cancellation);
        later.Parties.Forget();
        return derived;
    }

    /// <summary>Derives everything afresh, in one transaction: the caller's where it has one.</summary>
    public async Task<Rebuilt> RebuildAsync(CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await WorkUnit.BeginAsync(db, cancellation);
        await db.Grades.ExecuteDeleteAsync(cancellation);
        await db.Contradictions.ExecuteDeleteAsync(cancellation);
        await new LikenessDerivation(db).RebuildAsync(cancellation);
        var records = await db.Records.Select(r => r.Id).ToListAsync(cancellation);
        foreach (var batch in records.Chunk(Batch))
        {
            await new ContradictionDerivation(db).DeriveAsync(batch, Arrivals.None, cancellation);
        }

        await new GradeDerivation(db).DeriveAsync(records, Arrivals.None, records, cancellation);
        await new DuplicateDerivation(db, _read).RebuildAsync(cancellation);
        await new SearchDerivation(db).RebuildAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
        return new Rebuilt(await db.Grades.CountAsync(g => g.Field == FieldGrade.Whole, cancellation), await db.Grades.CountAsync(g => g.Field != FieldGrade.Whole, cancellation));
    }

    /// <summary>Whether there are records and something was never derived: the database was last used by a version that did not.</summary>
    public async Task<bool> IsMissingAsync(CancellationToken cancellation) =>
        ((!await db.Grades.AnyAsync(cancellation) || !await db.SearchDocuments.AnyAsync(cancellation)) && await db.Revisions.AnyAsync(cancellation))
        || (!await db.PartyHashes.AnyAsync(cancellation) && await db.Parties.AnyAsync(cancellation));

    private async Task<IReadOnlyCollection<Guid>> DeriveNowAsync(Written written, Underived? later, CancellationToken cancellation)
    {
        var arrivals = written.Rows.Count > 0 ? new Arrivals(written.Rows) : Arrivals.None;
        var derived = await DeriveImportedAsync(await AffectedByImportAsync(written.Records, written.Sources, arrivals, cancellation), arrivals, later, cancellation);
        await IndexImportedAsync(written.Records, written.Told, arrivals, cancellation);
        return derived;
    }

    private static IEnumerable<Guid> Named(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Named(member.Value)),
        JsonArray items => items.SelectMany(Named),
        JsonValue value when value.TryGetValue<string>(out var text) && Guid.TryParse(text, out var id) => [id],
        _ => [],
    };
}
