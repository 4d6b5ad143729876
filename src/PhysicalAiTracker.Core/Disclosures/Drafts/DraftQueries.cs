using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Reads drafts, for those who may see them.</summary>
public sealed class DraftQueries(TrackerDbContext db)
{
    /// <summary>Member of a stored draft with the name of whoever saved it last; nobody types it.</summary>
    internal const string SavedBy = "savedBy";

    /// <summary>The draft, or null where there is none for this person.</summary>
    public async Task<DraftItem?> FindAsync(Guid id, Drafter who, CancellationToken cancellation)
    {
        var draft = await For(db, who).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        return draft is null ? null : ItemOf(draft);
    }

    /// <summary>The person's drafts, and for an admin everybody's, the last saved first.</summary>
    public Task<List<DraftLink>> ListAsync(Drafter who, int most, CancellationToken cancellation) => For(db, who).AsNoTracking()
        .OrderByDescending(d => d.UpdatedAt).ThenByDescending(d => d.Id).Take(most).Select(d => new DraftLink(d.Id, d.Title, d.By, d.UpdatedAt)).ToListAsync(cancellation);

    /// <summary>Whether anybody has a draft with this id.</summary>
    public Task<bool> ExistsAsync(Guid id, CancellationToken cancellation) => db.Disclosures.AnyAsync(d => d.Id == id && d.State == DisclosureState.Draft, cancellation);

    internal static IQueryable<Disclosure> For(TrackerDbContext db, Drafter who) =>
        db.Disclosures.Where(d => d.State == DisclosureState.Draft && (who.SeesAll || d.AuthorId == who.UserId));

    internal static DraftItem ItemOf(Disclosure draft)
    {
        var typed = JsonNode.Parse(draft.Document) as JsonObject ?? [];
        var savedBy = TypedDocument.Text(typed[SavedBy]);
        typed.Remove(SavedBy);
        return new DraftItem(draft.Id, draft.Title, draft.Version, typed, draft.By, savedBy.Length > 0 ? savedBy : draft.By, draft.UpdatedAt);
    }
}
