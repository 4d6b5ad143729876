using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Review;

/// <summary>Reads what waits for a decision, and what became of one's own.</summary>
public sealed class ReviewQueries(TrackerDbContext db, DraftDocuments documents)
{
    private static readonly Parameter Moved = new("conflicts", "Whether records that it edits have moved since.", Words.All<QueueConflicts>());

    /// <summary>The queue's filters and orders.</summary>
    public static ListDefinition<Disclosure, QueuedItem> Queue { get; } = new(
        [
            new Filter<Disclosure>([Moved], input => ValueTask.FromResult(Filters.ReadWords<QueueConflicts>(input, Moved) is [var only] ? HasMoved(input.Db, only == QueueConflicts.Some) : null)),
            Filters.Known<Disclosure>(
                "author", "Name of whoever entered it.", "ana", db => db.Disclosures.Where(d => d.State == DisclosureState.Submitted).Select(d => d.By), names => d => names.Contains(d.By)),
            Filters.Known<Disclosure>("source", "Slug of its source, where the tracker knows it.", "type0-bezos-prometheus", db => db.Sources.Select(s => s.Slug), slugs => d => slugs.Contains(d.Source!.Slug)),
        ],
        [
            new Sort<Disclosure, DateTime?>("submitted", "When it was handed in.", d => d.SubmittedAt),
            new Sort<Disclosure, int>("changes", "How many changes it has.", d => d.ChangeCount),
        ],
        "submitted",
        d => new QueuedItem(d.Id, d.Title, d.By, d.SubmittedAt!.Value, d.ChangeCount, d.Source == null ? null : d.Source.Slug, d.SourceTitle, d.EditedBy),
        d => d.State == DisclosureState.Submitted);

    /// <summary>Filters and orders of one account's own disclosures.</summary>
    public static ListDefinition<Disclosure, OwnItem> ListOf(Guid author) => new(
        [Filters.Word<Disclosure, DisclosureState>("state", "Where it stands.", states => d => states.Contains(d.State))],
        [new Sort<Disclosure, DateTime>("updated", "When it was last saved or moved on.", d => d.UpdatedAt)],
        "-updated",
        d => new OwnItem(d.Id, d.Title, d.State, d.UpdatedAt, d.SubmittedAt, d.DecidedAt, d.RejectionReason, d.ReviewedBy, d.EditedBy, d.ChangeCount, d.Version),
        d => d.AuthorId == author && d.Act == null)
    {
        IsPersonal = true,
    };

    public async Task<ListResult<QueuedItem>> QueueAsync(ListRequest request, CancellationToken cancellation)
    {
        var (page, problems) = await Queue.ListAsync(db, request, cancellation);
        return new ListResult<QueuedItem>(page is null ? null : page with { Items = await WithMovedAsync(page.Items, cancellation) }, problems);
    }

    public Task<ListResult<OwnItem>> OwnAsync(Guid author, ListRequest request, CancellationToken cancellation) => ListOf(author).ListAsync(db, request, cancellation);

    /// <summary>How many wait.</summary>
    public Task<int> CountAsync(CancellationToken cancellation) => db.Disclosures.CountAsync(d => d.State == DisclosureState.Submitted, cancellation);

    /// <summary>A disclosure that is not published: one's own, and for reviewers what others submitted; null where there is none for this person.</summary>
    public async Task<Standing?> FindAsync(Guid id, Drafter who, CancellationToken cancellation)
    {
        var found = await db.Disclosures.AsNoTracking().Include(d => d.Source).FirstOrDefaultAsync(
            d => d.Id == id && d.Act == null && d.State != DisclosureState.Accepted
                && (d.AuthorId == who.UserId || (who.Reviews && d.State != DisclosureState.Draft)),
            cancellation);
        if (found is null)
        {
            return null;
        }

        return new Standing
        {
            Id = id,
            Title = found.Title,
            State = found.State,
            Version = found.Version,
            By = found.By,
            EditedBy = found.EditedBy,
            ReviewedBy = found.ReviewedBy,
            SourceTitle = found.SourceTitle,
            SourceSlug = found.Source?.Slug,
            ChangeCount = found.ChangeCount,
            UpdatedAt = found.UpdatedAt,
            SubmittedAt = found.SubmittedAt,
            DecidedAt = found.DecidedAt,
            Reason = found.RejectionReason,
            Steps = await StepsAsync(id, cancellation),
            Document = await documents.WholeAsync(found, cancellation),
            IsOwn = found.AuthorId == who.UserId,
        };
    }

    /// <summary>All that happened to a disclosure on its way in, the first first; empty where it was published without a review.</summary>
    public Task<List<ReviewStepItem>> StepsAsync(Guid id, CancellationToken cancellation) => db.ReviewSteps.AsNoTracking().Where(s => s.DisclosureId == id)
        .OrderBy(s => s.At).ThenBy(s => s.Id).Select(s => new ReviewStepItem(s.Kind, s.At, s.By, s.Reason)).ToListAsync(cancellation);

    private static Expression<Func<Disclosure, bool>> HasMoved(TrackerDbContext db, bool some) => some
        ? d => db.SubmittedEdits.Any(e => e.DisclosureId == d.Id && db.Revisions.Any(r => r.RecordId == e.RecordId && r.Version > e.Version))
        : d => !db.SubmittedEdits.Any(e => e.DisclosureId == d.Id && db.Revisions.Any(r => r.RecordId == e.RecordId && r.Version > e.Version));

    private async Task<IReadOnlyList<QueuedItem>> WithMovedAsync(IReadOnlyList<QueuedItem> items, CancellationToken cancellation)
    {
        var ids = items.Select(item => item.Id).ToList();
        var moved = (await db.SubmittedEdits.Where(e => ids.Contains(e.DisclosureId) && db.Revisions.Any(r => r.RecordId == e.RecordId && r.Version > e.Version))
            .Select(e => e.DisclosureId).ToListAsync(cancellation)).CountBy(id => id).ToDictionary();
        return [.. items.Select(item => item with { Moved = moved.GetValueOrDefault(item.Id) })];
    }
}
