using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Drafts;

/// <summary>Keeps drafts, and brings them to <see cref="DisclosureCommands"/>.</summary>
public sealed class DraftCommands(TrackerDbContext db, DisclosureCommands disclosures, EditQueries edits, TimeProvider time)
{
    private const string Untitled = "Untitled";

    /// <summary>Text stays readable and short: a form's document is never part of a page's script.</summary>
    private static readonly JsonSerializerOptions Written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<Guid> CreateAsync(JsonObject typed, Drafter who, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var draft = new Disclosure { AuthorId = who.UserId, By = who.Name, CreatedAt = now };
        await WriteAsync(draft, typed, who, now, cancellation);
        db.Disclosures.Add(draft);
        await db.SaveChangesAsync(cancellation);
        return draft.Id;
    }

    /// <summary>Keeps what was typed, unless the draft was saved from elsewhere after <paramref name="version"/> with something else.</summary>
    public async Task<DraftSave> SaveAsync(Guid id, int version, JsonObject typed, Drafter who, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await DraftQueries.For(db, who).AsTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation) is not { } draft)
        {
            return new DraftSave.Gone();
        }

        if (draft.Version != version)
        {
            var theirs = DraftQueries.ItemOf(draft);
            return JsonNode.DeepEquals(theirs.Typed, typed) ? new DraftSave.Saved(draft.Version) : new DraftSave.Stale(theirs);
        }

        await WriteAsync(draft, typed, who, Clock.Now(time), cancellation);
        draft.Version++;
        try
        {
            await db.SaveChangesAsync(cancellation);
            return new DraftSave.Saved(draft.Version);
        }
        catch (DbUpdateConcurrencyException)
        {
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

        var typed = DraftQueries.ItemOf(draft).Typed;
        return SuggestedChanges.Unconfirmed(typed) is { Count: > 0 } unconfirmed
            ? DisclosureOutcome.Refused(unconfirmed)
            : await disclosures.PublishAsync(await CompleteAsync(typed, cancellation), By(who), id, cancellation);
    }

    /// <summary>What publishing would do. <paramref name="look"/> sees the tracker as it would be, where nothing is wrong.</summary>
    /// <param name="typed">Tidy, see <see cref="TidyText.Tidy"/>.</param>
    public async Task<DisclosureOutcome> PreviewAsync(JsonObject typed, Drafter who, Func<DisclosureOutcome, Task> look, CancellationToken cancellation) =>
        await disclosures.PreviewAsync(await CompleteAsync(typed, cancellation), By(who), look, cancellation);

    private static Submitter By(Drafter who) => new(who.Name, who.UserId, Imported: false);

    private async Task<JsonObject> CompleteAsync(JsonObject typed, CancellationToken cancellation)
    {
        var started = await edits.OfAsync(typed, cancellation);
        return TypedDocument.Complete(typed, change => Guid.TryParse(TypedDocument.Text(change["id"]), out var id) ? started.GetValueOrDefault(id)?.Started : null);
    }

    private async Task WriteAsync(Disclosure draft, JsonObject typed, Drafter who, DateTime now, CancellationToken cancellation)
    {
        var title = SnapshotText.Normalise(TypedDocument.Text(typed["title"])).Trim();
        var slug = TypedDocument.Text(typed["source"]);
        draft.Title = title.Length switch { 0 => Untitled, > Disclosure.TitleLength => SnapshotText.Normalise(title[..Disclosure.TitleLength]), _ => title };
        var stored = typed.DeepClone().AsObject();
        stored[DraftQueries.SavedBy] = who.Name;
        draft.Document = stored.ToJsonString(Written);
        draft.SourceId = slug.Length == 0 ? null : await db.Sources.Where(s => s.Slug == slug).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(cancellation);
        draft.UpdatedAt = now;
    }
}
