using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.FullText;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>Reads what was accepted.</summary>
public sealed class DisclosureQueries(TrackerDbContext db, RecordNames names)
{
    /// <summary>Filters, orders and shape of the list.</summary>
    public static ListDefinition<Disclosure, DisclosureItem> List { get; } = new(
        [
            Filters.Known<Disclosure>("source", "Slug of its source.", "type0-bezos-prometheus", db => db.Sources.Select(s => s.Slug), slugs => d => slugs.Contains(d.Source!.Slug)),
            SearchMatches.Filter<Disclosure>("Words of its source.", inTitles: false, found => d => found.Contains(d.SourceId!.Value)),
            Stated.Of<Disclosure>(
                ("act", d => d.Act != null),
                ("source", d => d.SourceId != null)),
        ],
        [new Sort<Disclosure, DateTime?>("at", "When it was accepted.", d => d.DecidedAt)],
        "-at",
        d => new DisclosureItem
        {
            Id = d.Id,
            Title = d.Title,
            Act = d.Act,
            Source = d.Source == null ? null : new SourceLink(d.Source.Slug, d.Source.Title, d.Source.Publisher, d.Source.Url, d.Source.Seen),
            By = d.By,
            EditedBy = d.EditedBy,
            AcceptedBy = d.ReviewedBy,
            At = d.DecidedAt!.Value,
        },
        d => d.State == DisclosureState.Accepted);

    public async Task<ListResult<DisclosureItem>> ListAsync(ListRequest request, CancellationToken cancellation, params IReadOnlyList<string> others)
    {
        var result = await List.ListAsync(db, request, cancellation, others);
        await AddRecordsAsync(result.Page?.Items ?? [], cancellation);
        return result;
    }

    public async Task<DisclosureItem?> FindAsync(Guid id, CancellationToken cancellation)
    {
        var found = await db.Disclosures.AsNoTracking().Where(d => d.Id == id && d.State == DisclosureState.Accepted).Select(List.Projection).FirstOrDefaultAsync(cancellation);
        if (found is not null)
        {
            await AddRecordsAsync([found], cancellation);
        }

        return found;
    }

    private async Task AddRecordsAsync(IReadOnlyList<DisclosureItem> items, CancellationToken cancellation)
    {
        var ids = items.Select(item => item.Id).ToList();
        var revisions = await db.Revisions.Where(r => ids.Contains(r.DisclosureId))
            .Select(r => new { r.DisclosureId, r.Record.Kind, r.RecordId, r.Version }).ToListAsync(cancellation);
        var called = await names.OfAsync([.. revisions.Select(r => (r.Kind, r.RecordId))], cancellation);
        var records = revisions.Where(r => called.ContainsKey(r.RecordId))
            .Select(r => (r.DisclosureId, Record: new DisclosedRecord(called[r.RecordId], r.Version)))
            .OrderBy(r => r.Record.Record.Kind).ThenBy(r => r.Record.Record.Text, StringComparer.Ordinal).ThenBy(r => r.Record.Record.Id).ToLookup(r => r.DisclosureId, r => r.Record);
        foreach (var item in items)
        {
            item.Records = [.. records[item.Id]];
        }
    }
}
