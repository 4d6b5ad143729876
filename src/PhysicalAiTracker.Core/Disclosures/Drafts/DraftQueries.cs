using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Reads drafts, for those who may see them.</summary>
public sealed class DraftQueries(TrackerDbContext db, DraftDocuments documents)
{
    /// <summary>The draft, or what somebody else submitted and this person may edit; null where there is neither.</summary>
    public async Task<DraftItem?> FindAsync(Guid id, Drafter who, CancellationToken cancellation)
    {
        var draft = await Editable(db, who).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        return draft is null ? null : await ItemOfAsync(draft, documents, cancellation);
    }

    /// <summary>The person's drafts, and for an admin everybody's, the last saved first.</summary>
    public Task<List<DraftLink>> ListAsync(Drafter who, int most, CancellationToken cancellation) => For(db, who).AsNoTracking()
        .OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id).Take(most).Select(d => new DraftLink(d.Id, d.Title, d.By, d.UpdatedAt)).ToListAsync(cancellation);

    /// <summary>Whether anybody has a draft with this id.</summary>
    public Task<bool> ExistsAsync(Guid id, CancellationToken cancellation) => db.Disclosures.AnyAsync(d => d.Id == id && d.State == DisclosureState.Draft, cancellation);

    internal static IQueryable<Disclosure> For(TrackerDbContext db, Drafter who) =>
        db.Disclosures.Where(d => d.State == DisclosureState.Draft && (who.SeesAll || d.AuthorId == who.UserId));

    /// <summary>Drafts, and for reviewers what others submitted: one's own is withdrawn first.</summary>
    internal static IQueryable<Disclosure> Editable(TrackerDbContext db, Drafter who) => db.Disclosures.Where(d =>
        (d.State == DisclosureState.Draft && (who.SeesAll || d.AuthorId == who.UserId))
        || (d.State == DisclosureState.Submitted && who.Reviews && d.AuthorId != who.UserId));

    internal static async Task<DraftItem> ItemOfAsync(Disclosure draft, DraftDocuments documents, CancellationToken cancellation) =>
        new(draft.Id, draft.Title, draft.Version, await documents.TypedAsync(draft, cancellation), draft.By, DraftDocuments.SavedByOf(draft), draft.UpdatedAt, draft.State);
}
