using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Disclosures.Review;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Parties;
using PhysicalAiTracker.Core.Questions;
using PhysicalAiTracker.Core.Shared;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Core.Sources.Likeness;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Core.Webhooks;

namespace PhysicalAiTracker.Core.Disclosures;

/// <summary>The one way in: whatever door a document comes by, it is validated and applied here, in one transaction.</summary>
public sealed class DisclosureCommands(TrackerDbContext db, TimeProvider time, Derivation derivation, ActivityLog activity, WebhookOutbox webhooks, IOptions<ReviewOptions> review)
{
    private const string Gone = "this draft was published or discarded meanwhile";
    private const string SelfForbidden = "nobody publishes what they entered themselves here (Review:AllowSelf): submit it for review";
    private const string Overtaken = "somebody published a change to the same records at the same moment: look at theirs and try again";

    private readonly ReadTexts _read = new();

    /// <summary>Accepts the document whole, or refuses it with every problem and conflict and writes nothing.</summary>
    /// <param name="draft">The draft it comes from; null makes a disclosure of its own.</param>
    public Task<DisclosureOutcome> PublishAsync(JsonObject document, Submitter submitter, Guid? draft, CancellationToken cancellation)
    {
        if (!review.Value.AllowSelf && !submitter.Imported)
        {
            return Task.FromResult(DisclosureOutcome.Refused([new Problem("", SelfForbidden)]) with { SelfForbidden = true });
        }

        var waiting = draft is { } id ? new Waiting(id, DisclosureState.Draft, null, null) : null;
        return TransactAsync(
            () => ReadAndSaveAsync(
                document,
                submitter,
                waiting,
                disclosure => activity.AddAsync(
                    ActivityKind.Published, new Actor(submitter.UserId, submitter.By), ActivitySubject.Disclosure(disclosure.Id, disclosure.Title), null, cancellation),
                cancellation),
            keep: true,
            look: null,
            cancellation);
    }

    /// <summary>Accepts what was submitted, as <see cref="PublishAsync"/> accepts what is published.</summary>
    /// <param name="author">Who entered it.</param>
    /// <param name="then">Writes down the decision, in the same transaction.</param>
    internal Task<DisclosureOutcome> AcceptAsync(
        JsonObject document, Submitter author, Waiting waiting, Func<Disclosure, Task> then, CancellationToken cancellation) =>
        TransactAsync(() => ReadAndSaveAsync(document, author, waiting, then, cancellation), keep: true, look: null, cancellation);

    /// <summary>Applies the document, lets the caller look at the tracker as it would be, and takes everything back.</summary>
    public Task<DisclosureOutcome> PreviewAsync(
        JsonObject document, Submitter submitter, Func<DisclosureOutcome, Task> look, CancellationToken cancellation) =>
        TransactAsync(() => ReadAndSaveAsync(document, submitter, waiting: null, then: null, cancellation), keep: false, look, cancellation);

    /// <summary>Accepts all documents, in order and in one transaction, or none. Answers one outcome a document.</summary>
    /// <param name="keep">False only validates.</param>
    public async Task<IReadOnlyList<DisclosureOutcome>> ImportAsync(
        IReadOnlyList<JsonObject> documents, Submitter submitter, bool keep, CancellationToken cancellation)
    {
        var outcomes = new List<DisclosureOutcome>();
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var document in documents)
        {
            db.ChangeTracker.Clear();
            outcomes.Add(await ReadAndSaveAsync(document, submitter, waiting: null, then: null, cancellation));
        }

        db.ChangeTracker.Clear();
        if (keep && outcomes.TrueForAll(outcome => outcome.Accepted))
        {
            if (outcomes.Count(outcome => outcome.DisclosureId is not null) is > 0 and var count)
            {
                await activity.AddAsync(
                    ActivityKind.Imported, new Actor(submitter.UserId, submitter.By), null, $"{count} disclosure{(count == 1 ? "" : "s")}", cancellation);
                db.ChangeTracker.Clear();
            }

            await transaction.CommitAsync(cancellation);
        }

        return outcomes;
    }

    /// <summary>Accepts one document of an import, or refuses it, within the transaction that the import has open.</summary>
    /// <param name="later">
    /// Takes what is derived by <see cref="DeriveLaterAsync"/>, for an import that keeps nothing of its transaction once the database refuses a row. Null derives at once, and takes back what is refused.
    /// </param>
    internal Task<DisclosureOutcome> ImportPartAsync(JsonObject document, Underived? later, CancellationToken cancellation) => TransactAsync(
        () => ReadAndSaveAsync(document, new Submitter(Importing.SeedImporter.By, null, Imported: true), waiting: null, then: null, cancellation, later), keep: true, look: null, cancellation, takesBack: later is null);

    /// <summary>Derives what waits, before the transaction of the import is kept.</summary>
    internal Task<DisclosureOutcome> DeriveLaterAsync(Underived later, CancellationToken cancellation) => TransactAsync(
        async () => new DisclosureOutcome(null, [], [], []) { Derived = await derivation.DeriveLaterAsync(later, cancellation) }, keep: true, look: null, cancellation, takesBack: false);

    /// <summary>Writes everything that the work accepts, or nothing.</summary>
    /// <param name="keep">False takes everything back in the end.</param>
    /// <param name="look">Sees the tracker as it is after the work, before anything is taken back.</param>
    /// <param name="takesBack">False leaves that to the caller's transaction: to be able to, SQLite copies every page before it is written.</param>
    internal async Task<DisclosureOutcome> TransactAsync(
        Func<Task<DisclosureOutcome>> work, bool keep, Func<DisclosureOutcome, Task>? look, CancellationToken cancellation, bool takesBack = true)
    {
        db.ChangeTracker.Clear();
        await using var transaction = takesBack ? await WorkUnit.BeginAsync(db, cancellation) : null;
        try
        {
            var outcome = await work();
            if (outcome.Accepted && look is not null)
            {
                db.ChangeTracker.Clear();
                await look(outcome);
            }

            if (transaction is not null)
            {
                await (outcome.Accepted && keep ? transaction.CommitAsync(cancellation) : transaction.RollbackAsync(cancellation));
            }

            return outcome;
        }
        catch (DbUpdateException)
        {
            // Two publishes at once: a version moved, or a unique slug, URL or successor was taken between the check and the write.
            return DisclosureOutcome.Refused([new Problem("", Overtaken)]) with { Overtaken = true };
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }

    private async Task<DisclosureOutcome> ReadAndSaveAsync(JsonObject document, Submitter submitter, Waiting? waiting, Func<Disclosure, Task>? then, CancellationToken cancellation, Underived? later = null)
    {
        var now = await Moment.NextAsync(db, time, cancellation);
        var draft = waiting is null
            ? null
            : await db.Disclosures.AsTracking().FirstOrDefaultAsync(
                d => d.Id == waiting.Id && d.State == waiting.State && (waiting.Version == null || d.Version == waiting.Version), cancellation);
        if (waiting is not null && draft is null)
        {
            // A button pressed twice must not make the records twice.
            return DisclosureOutcome.Refused([new Problem("", Gone)]);
        }

        var context = new ReadContext();
        DisclosureDocument.RefuseStrangers(document, DisclosureDocument.Members, "", context);
        var key = DisclosureDocument.Text(document, "key", Disclosure.KeyLength, "", context);
        if (key is not null && !submitter.Imported)
        {
            context.Report("/key", "belongs to imports");
        }

        var title = DisclosureDocument.Text(document, "title", Disclosure.TitleLength, "", context);
        if (title is null && document["title"] is null)
        {
            context.Report("/title", "is required");
        }

        await References.LoadAsync(db, document, context, cancellation);
        var (source, snapshot) = await new SourceReader(db, context, submitter, now, cancellation).ReadAsync(document);
        var added = new AddedRows(db, submitter.Imported);
        var reader = new ChangeReader(db, added, context, submitter, key, cancellation);
        await reader.IdentifyAsync(document);
        await reader.ReadAsync(snapshot, source);
        if (context.Problems.Count > 0 || reader.Conflicts.Count > 0)
        {
            return DisclosureOutcome.Refused(context.Problems, reader.Conflicts);
        }

        var isNewText = snapshot is not null && db.Entry(snapshot).State == EntityState.Added;
        if (!reader.Changes.Exists(change => change.Touches))
        {
            if (isNewText)
            {
                await SaveAsync([], (source!.Id, isNewText, now), added, cancellation);
            }

            return new DisclosureOutcome(null, [.. reader.Changes.Select(change => ResultOf(change, ChangeEffect.Unchanged))], [], []);
        }

        var disclosure = Accept(draft, document, title!, key, submitter, source!.Id, now);
        disclosure.ReviewedBy = waiting?.ReviewedBy;
        var results = new List<AppliedChange>();
        foreach (var change in reader.Changes)
        {
            results.Add(ResultOf(change, EffectOf(change)));
            if (change.Touches)
            {
                await new RevisionWriter(db, added, disclosure, now, cancellation).WriteAsync(change, key);
                results[^1] = results[^1] with { Version = change.Record.Version };
            }
        }

        var derived = await SaveAsync([.. results.Where(result => result.Effect != ChangeEffect.Unchanged).Select(result => result.Id)], (source.Id, isNewText, now), added, cancellation, later);
        await AnnounceAsync(disclosure, results, cancellation);
        if (then is not null)
        {
            await then(disclosure);
        }

        return new DisclosureOutcome(disclosure.Id, results, [], []) { Derived = derived };
    }

    /// <summary>Tells webhooks, once the transaction is committed.</summary>
    internal Task AnnounceAsync(Disclosure disclosure, IReadOnlyList<AppliedChange> changes, CancellationToken cancellation) => webhooks.AddAsync(disclosure, changes, cancellation);

    /// <summary>The end of everything that writes records: saves, and derives anew what rests on them.</summary>
    /// <param name="records">Ids of all records that were created, changed, removed, merged or restored.</param>
    internal Task SaveAsync(IReadOnlyCollection<Guid> records, CancellationToken cancellation) => SaveAsync(records, null, new AddedRows(db, isImport: false), cancellation);

    /// <summary>A new text moves the passages of older ones, and may be like another source's. A quote from an older text is looked for in the newer.</summary>
    private async Task<IReadOnlyCollection<Guid>> SaveAsync(IReadOnlyCollection<Guid> records, (Guid Id, bool IsNewText, DateTime At)? read, AddedRows added, CancellationToken cancellation, Underived? later = null)
    {
        // Each look at the entries compares all of them with what they were.
        var seen = db.ChangeTracker.Entries<Source>().Select(entry => (entry.State, entry.Entity.Id)).ToList();
        var sources = seen.Where(source => source.State == EntityState.Modified).Select(source => source.Id).ToHashSet();
        var made = seen.Where(source => source.State == EntityState.Added).Select(source => source.Id).ToHashSet();
        HashSet<Guid> told = [.. made, .. sources];
        if (read is { At: var now } && sources.Count > 0)
        {
            FormerSources.Keep(db, now);
        }

        var written = await added.SaveAsync(cancellation);
        if (read is { } source)
        {
            // A source that is new has no older text, and nobody quoted it.
            if (!made.Contains(source.Id))
            {
                var moved = await Reanchoring.RunAsync(db, source.Id, cancellation);
                written = moved.Count > 0 ? [] : written;
                if (source.IsNewText)
                {
                    // Its passages may have lost their proof, which lowers what they support.
                    sources.Add(source.Id);
                }
            }

            if (source.IsNewText)
            {
                told.Add(source.Id);
                await LikenessDerivation.OfSourceAsync(db, source.Id, _read, cancellation);
            }
        }

        return await derivation.DeriveWrittenAsync(new Written(records, sources, told, written), later, cancellation);
    }

    private Disclosure Accept(Disclosure? draft, JsonObject document, string title, string? key, Submitter submitter, Guid source, DateTime now)
    {
        var disclosure = draft;
        if (disclosure is null)
        {
            disclosure = new Disclosure { CreatedAt = now, AuthorId = submitter.UserId };
            db.Disclosures.Add(disclosure);
        }
        else
        {
            disclosure.Version++;
        }

        disclosure.Key = key;
        disclosure.Title = title;
        disclosure.By = submitter.By;
        disclosure.SourceId = source;
        disclosure.State = DisclosureState.Accepted;
        (disclosure.UpdatedAt, disclosure.DecidedAt) = (now, now);
        disclosure.Document = WithoutText(document).ToJsonString();
        disclosure.SentWhole = true;
        return disclosure;
    }

    /// <summary>The text is kept once, as the snapshot.</summary>
    private static JsonObject WithoutText(JsonObject document)
    {
        var copy = document.DeepClone().AsObject();
        ((copy["source"] as JsonObject)?["snapshot"] as JsonObject)?.Remove("text");
        return copy;
    }

    private static ChangeEffect EffectOf(PendingChange change) =>
        change.IsNew ? ChangeEffect.Created : change.Touches ? ChangeEffect.Changed : ChangeEffect.Unchanged;

    private static AppliedChange ResultOf(PendingChange change, ChangeEffect effect) =>
        new(change.Schema.Kind, change.Record.Id, RecordRules.SlugOf(change.Record), (change.Record as Party)?.Type, change.Record.Version, effect);
}
