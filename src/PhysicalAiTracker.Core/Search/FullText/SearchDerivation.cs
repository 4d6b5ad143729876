using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Architecture;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Search.FullText;

/// <summary>Writes what searches look in, from the latest revisions and the sources.</summary>
internal sealed class SearchDerivation(TrackerDbContext db)
{
    /// <summary>So many records at a time: their ids are parameters of a statement.</summary>
    private const int Batch = 200;

    /// <summary>Afresh for everything; call it in a transaction.</summary>
    public async Task RebuildAsync(CancellationToken cancellation)
    {
        await db.SearchDocuments.ExecuteDeleteAsync(cancellation);
        foreach (var batch in (await db.Records.Select(r => r.Id).OrderBy(id => id).ToListAsync(cancellation)).Chunk(Batch))
        {
            await StoreAsync(batch, await RecordsAsync(batch, cancellation), cancellation);
        }

        await SourcesAsync(await db.Sources.Select(s => s.Id).OrderBy(id => id).ToListAsync(cancellation), cancellation);
    }

    /// <summary>For what a change touched, and for what calls a party by a name that it no longer has.</summary>
    /// <param name="arrivals">Those of the records that are new and need not be read.</param>
    public async Task DeriveAsync(IReadOnlyCollection<Guid> records, IReadOnlyCollection<Guid> sources, Arrivals arrivals, CancellationToken cancellation)
    {
        var (arrived, known) = arrivals.Split(records);
        await NewRows.WriteAsync(db, await DocumentsAsync([.. arrived.Select(a => (a.Record.Id, a.Record.Kind, a.State))], arrivals, cancellation), cancellation);
        var renamed = new List<Guid>();
        foreach (var batch in known.Chunk(Batch))
        {
            renamed.AddRange(await StoreAsync(batch, await RecordsAsync(batch, cancellation), cancellation));
        }

        foreach (var batch in (await NamingAsync(renamed, cancellation)).Except(records).Order().Chunk(Batch))
        {
            await StoreAsync(batch, await RecordsAsync(batch, cancellation), cancellation);
        }

        await SourcesAsync(sources, cancellation);
    }

    /// <summary>Records that name one of these parties.</summary>
    private async Task<HashSet<Guid>> NamingAsync(List<Guid> parties, CancellationToken cancellation)
    {
        var found = new HashSet<Guid>();
        foreach (var ids in parties.Chunk(Batch))
        {
            IQueryable<Guid>[] queries =
            [
                db.FundingRounds.Where(r => ids.Contains(r.CompanyId)).Select(r => r.Id), db.Set<Participation>().Where(p => ids.Contains(p.InvestorId)).Select(p => p.RoundId),
                db.Deals.Where(d => ids.Contains(d.AcquirerId) || ids.Contains(d.TargetId)).Select(d => d.Id),
                db.Affiliations.Where(a => ids.Contains(a.PartyId) || ids.Contains(a.OrganisationId)).Select(a => a.Id),
                db.Claims.Where(c => ids.Contains(c.CompanyId!.Value)).Select(c => c.Id), db.Set<ClaimHost>().Where(h => ids.Contains(h.PartyId)).Select(h => h.ClaimId),
                db.Observations.Where(o => ids.Contains(o.PartyId!.Value)).Select(o => o.Id),
                db.Milestones.Where(m => ids.Contains(m.PartyId)).Select(m => m.Id),
                db.Questions.Where(q => ids.Contains(q.CompanyId!.Value) || q.Triggers.Any(t => ids.Contains(t.PartyId!.Value)) || q.Responses.Any(r => ids.Contains(r.PartyId))).Select(q => q.Id),
            ];
            foreach (var query in queries)
            {
                found.UnionWith(await query.ToListAsync(cancellation));
            }
        }

        return found;
    }

    /// <summary>One document for each of the records that is there.</summary>
    private async Task<List<SearchDocument>> RecordsAsync(Guid[] ids, CancellationToken cancellation)
    {
        var rows = await db.Revisions.AsNoTracking()
            .Where(r => ids.Contains(r.RecordId) && !db.Revisions.Any(later => later.RecordId == r.RecordId && later.Version > r.Version))
            .Select(r => new { r.RecordId, r.Record.Kind, r.State }).ToListAsync(cancellation);
        return await DocumentsAsync([.. rows.Where(r => r.State is not null).Select(r => (r.RecordId, r.Kind, JsonNode.Parse(r.State!)!.AsObject()))], Arrivals.None, cancellation);
    }

    private async Task<List<SearchDocument>> DocumentsAsync(IReadOnlyList<(Guid Id, RecordKind Kind, JsonObject State)> records, Arrivals arrivals, CancellationToken cancellation)
    {
        var names = await ValueText.NamesInAsync(db, records.Select(r => r.State), arrivals, cancellation);
        var parties = names.Keys.Where(id => !arrivals.Have(id)).ToArray();
        var aliases = (parties.Length == 0 ? [] : await db.Set<PartyName>().Where(n => n.Whole && parties.Contains(n.PartyId)).Select(n => new { n.PartyId, n.Name }).ToListAsync(cancellation))
            .Concat(arrivals.Of<Party>().SelectMany(party => party.Names).Where(n => n.Whole).Select(n => new { n.PartyId, n.Name }))
            .OrderBy(n => n.Name, StringComparer.Ordinal).ToLookup(n => n.PartyId, n => n.Name);
        return [.. records.Select(r => SearchWords.Of(r.Id, r.Kind, r.State, names, aliases))];
    }

    private async Task SourcesAsync(IReadOnlyCollection<Guid> sources, CancellationToken cancellation)
    {
        foreach (var ids in sources.Chunk(Batch))
        {
            var rows = await db.Sources.Where(s => ids.Contains(s.Id)).Select(s => new
            {
                s.Id,
                s.Title,
                s.Publisher,
                s.Author,
                s.Note,
                // What may not be shown is not found either.
                Text = s.TextIsPublic ? s.Snapshots.OrderByDescending(x => x.CapturedAt).ThenByDescending(x => x.Id).Select(x => x.Text).FirstOrDefault() : null,
            }).ToListAsync(cancellation);
            await StoreAsync(ids, [.. rows.Select(s => SearchWords.Of(s.Id, SearchKinds.Source, s.Title, [s.Publisher, s.Author, s.Note, s.Text]))], cancellation);
        }
    }

    /// <summary>Answers the parties that are called otherwise than before.</summary>
    private async Task<IReadOnlyList<Guid>> StoreAsync(Guid[] ids, List<SearchDocument> documents, CancellationToken cancellation)
    {
        var renamed = new List<Guid>();
        var added = new List<SearchDocument>();
        var stored = await db.SearchDocuments.AsTracking().Where(d => ids.Contains(d.ItemId)).ToDictionaryAsync(d => d.ItemId, cancellation);
        foreach (var document in documents)
        {
            if (!stored.Remove(document.ItemId, out var old))
            {
                added.Add(document);
                continue;
            }

            if (old.Title != document.Title && SearchKinds.RecordOf(document.Kind) == RecordKind.Party)
            {
                renamed.Add(document.ItemId);
            }

            document.Id = old.Id;
            db.Entry(old).CurrentValues.SetValues(document);
        }

        db.SearchDocuments.RemoveRange(stored.Values);
        if (db.ChangeTracker.HasChanges())
        {
            await db.SaveChangesAsync(cancellation);
        }

        await NewRows.WriteAsync(db, added, cancellation);
        return renamed;
    }
}
