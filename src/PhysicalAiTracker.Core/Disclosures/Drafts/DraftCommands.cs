using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Keeps drafts, and brings them to <see cref="DisclosureCommands"/>.</summary>
public sealed class DraftCommands(TrackerDbContext db, DisclosureCommands disclosures, DraftDocuments documents, ReviewTrail trail, TimeProvider time)
{
    private const string Untitled = "Untitled";

    /// <summary>Text stays readable and short: a form's document is never part of a page's script.</summary>
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Guid> CreateAsync(JsonObject typed, Drafter who, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var draft = new Disclosure { AuthorId = who.UserId, By = who.Name, CreatedAt = now };
        await WriteAsync(draft, typed, who, whole: false, now, cancellation);
        db.Disclosures.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return draft.Id;
    }

    /// <summary>A draft of a document that a program sent; it is kept as it is.</summary>
    public async Task<(Guid Id, int Version)> CreateWholeAsync(JsonObject document, Drafter who, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var draft = new Disclosure { AuthorId = who.UserId, By = who.Name, CreatedAt = now };
        await WriteAsync(draft, document, who, whole: true, now, cancellation);
        db.Disclosures.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return (draft.Id, draft.Version);
    }

    /// <summary>Keeps what was typed, unless the draft was saved from elsewhere after <paramref name="version"/> with something else.</summary>
    public async Task<DraftSave> SaveAsync(Guid id, int version, JsonObject typed, Drafter who, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await DraftQueries.Editable(db, who).AsTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } draft)
        {
            return new DraftSave.Gone();
        }

        if (draft.Version != version)
        {
            var theirs = await DraftQueries.ItemOfAsync(draft, documents, cancellation);
            return JsonNode.DeepEquals(theirs.Typed, typed) ? new DraftSave.Saved(draft.Version) : new DraftSave.Stale(theirs);
        }

        if (draft.State == DisclosureState.Submitted && JsonNode.DeepEquals(await documents.TypedAsync(draft, cancellation), typed))
        {
            // A reviewer who only looked has not edited.
            return new DraftSave.Saved(draft.Version);
        }

        var now = Clock.Now(time);
        await WriteAsync(draft, typed, who, whole: false, now, cancellation);
        draft.Version++;
        await using var transaction = await WorkUnit.BeginAsync(db, cancellation);
        try
        {
            if (draft.State == DisclosureState.Submitted)
            {
                draft.EditedBy = who.Name;
                await trail.EditedAsync(draft, who, await documents.WholeAsync(draft, cancellation), now, cancellation);
            }

            await db.SaveChangesAsync(cancellation);
            await transaction.CommitAsync(cancellation);
            return new DraftSave.Saved(draft.Version);
        }
        catch (DbUpdateConcurrencyException)
        {
            await transaction.RollbackAsync(cancellation);
            // Two saves at once: the other one was quicker.
            return await SaveAsync(id, version, typed, who, cancellation);
        }
    }

    /// <summary>False where there was no such draft for this person.</summary>
    public async Task<bool> DiscardAsync(Guid id, Drafter who, CancellationToken cancellation) =>
        await DraftQueries.For(db, who).Where(d => d.Id == id).ExecuteDeleteAsync(cancellation) > 0;

    /// <summary>Publishes the draft as it is stored; null where there is none for this person. Refused while it holds a suggestion that nobody confirmed.</summary>
    public async Task<DisclosureOutcome?> PublishAsync(Guid id, Drafter who, CancellationToken cancellation)
    {
        var draft = await DraftQueries.For(db, who).AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        if (draft is null)
        {
            return null;
        }

        return SuggestedChanges.Unconfirmed(await documents.TypedAsync(draft, cancellation)) is { Count: > 0 } unconfirmed
            ? DisclosureOutcome.Refused(unconfirmed)
            : await disclosures.PublishAsync(await documents.WholeAsync(draft, cancellation), By(who), id, cancellation);
    }

    /// <summary>What publishing would do. <paramref name="look"/> sees the tracker as it would be, where nothing is wrong.</summary>
    /// <param name="typed">Tidy, see <see cref="TidyText.Tidy"/>.</param>
    public async Task<DisclosureOutcome> PreviewAsync(JsonObject typed, Drafter who, Func<DisclosureOutcome, Task> look, CancellationToken cancellation) =>
        await disclosures.PreviewAsync(await documents.CompleteAsync(typed, cancellation), By(who), look, cancellation);

    private static Submitter By(Drafter who) => new(who.Name, who.UserId, Imported: false);

    private async Task WriteAsync(Disclosure draft, JsonObject typed, Drafter who, bool whole, DateTime now, CancellationToken cancellation)
    {
        var title = SnapshotText.Normalise(TypedDocument.Text(typed["title"])).Trim();
        var slug = TypedDocument.Text(typed["source"]);
        draft.Title = title.Length switch { 0 => Untitled, > Disclosure.TitleLength => SnapshotText.Normalise(title[..Disclosure.TitleLength]), _ => title };
        var stored = typed.DeepClone().AsObject();
        if (!whole)
        {
            stored[DraftDocuments.SavedBy] = who.Name;
        }

        draft.Document = stored.ToJsonString(Written);
        draft.SentWhole = whole;
        draft.ChangeCount = (typed["changes"] as JsonArray)?.Count ?? 0;
        var source = slug.Length == 0 ? null : await db.Sources.Where(s => s.Slug == slug).Select(s => new { s.Id, s.Title }).FirstOrDefaultAsync(cancellation);
        draft.SourceId = source?.Id;
        var called = SnapshotText.Normalise(source?.Title ?? TypedDocument.Text((typed["source"] as JsonObject)?["title"])).Trim();
        draft.SourceTitle = called.Length > Source.TitleLength ? SnapshotText.Normalise(called[..Source.TitleLength]) : called;
        draft.UpdatedAt = now;
    }
}
