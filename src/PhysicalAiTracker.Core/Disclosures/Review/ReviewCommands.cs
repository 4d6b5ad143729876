using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Core.Disclosures.Fields;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Review;

/// <summary>
/// Leads a disclosure from draft to decision. Each step names the version that the person saw: of two at once, one is taken and the other
/// told. What is submitted stays as it is until it is withdrawn or decided; only a reviewer may edit it.
/// </summary>
public sealed class ReviewCommands(
    TrackerDbContext db, DisclosureCommands disclosures, DraftDocuments documents, ReviewTrail trail, IOptions<ReviewOptions> options, TimeProvider time)
{
    private const string Own = "This is your own. Where Review:AllowSelf is off, somebody else decides on it.";

    private static readonly DisclosureOutcome Nothing = DisclosureOutcome.Refused([new Problem("", "differs in nothing from what the tracker has: there is nothing to submit")]);

    /// <summary>Hands a draft in. It must be fit to be published now.</summary>
    public async Task<ReviewOutcome> SubmitAsync(Guid id, int? version, Drafter who, CancellationToken cancellation)
    {
        var (draft, problem) = await FindAsync(d => d.AuthorId == who.UserId || (who.SeesAll && d.State == DisclosureState.Draft), id, version, DisclosureState.Draft, cancellation);
        if (problem is not null)
        {
            return problem;
        }

        if (!draft!.SentWhole && SuggestedChanges.Unconfirmed(await documents.TypedAsync(draft, cancellation)) is { Count: > 0 } unconfirmed)
        {
            return new ReviewOutcome.Refused(DisclosureOutcome.Refused(unconfirmed), []);
        }

        var document = await documents.WholeAsync(draft, cancellation);
        return await WhyNotAsync(document, who, cancellation) is { } refused
            ? new ReviewOutcome.Refused(refused, document)
            : await StepAsync(draft, DisclosureState.Submitted, ReviewStepKind.Submitted, who, null, cancellation, document);
    }

    /// <summary>What keeps a document from being submitted; null where nothing does.</summary>
    public async Task<DisclosureOutcome?> WhyNotAsync(JsonObject document, Drafter who, CancellationToken cancellation)
    {
        var outcome = await disclosures.PreviewAsync(document, new Submitter(who.Name, who.UserId, Imported: false), _ => Task.CompletedTask, cancellation);
        return !outcome.Accepted ? outcome : outcome.DisclosureId is null ? Nothing : null;
    }

    /// <summary>Takes a submitted disclosure back, to be a draft again.</summary>
    public async Task<ReviewOutcome> WithdrawAsync(Guid id, int? version, Drafter who, CancellationToken cancellation)
    {
        var (found, problem) = await FindAsync(d => d.AuthorId == who.UserId, id, version, DisclosureState.Submitted, cancellation);
        return problem ?? await StepAsync(found!, DisclosureState.Draft, ReviewStepKind.Withdrawn, who, null, cancellation);
    }

    /// <summary>Makes a rejected disclosure a draft again; what was decided stays on record.</summary>
    public async Task<ReviewOutcome> ReviseAsync(Guid id, int? version, Drafter who, CancellationToken cancellation)
    {
        var (found, problem) = await FindAsync(d => d.AuthorId == who.UserId, id, version, DisclosureState.Rejected, cancellation);
        return problem ?? await StepAsync(found!, DisclosureState.Draft, ReviewStepKind.Revised, who, null, cancellation);
    }

    /// <param name="reason">For the author to read; required.</param>
    public async Task<ReviewOutcome> RejectAsync(Guid id, int? version, string? reason, Drafter who, CancellationToken cancellation)
    {
        var (found, problem) = await FindAsync(SeenBy(who), id, version, DisclosureState.Submitted, cancellation);
        if (problem is not null || !who.Reviews)
        {
            return problem ?? new ReviewOutcome.Forbidden("Only reviewers decide.");
        }

        var text = SnapshotText.Normalise(reason ?? "").Trim();
        return text.Length is 0 or > Disclosure.ReasonLength
            ? new ReviewOutcome.BadReason(text.Length == 0
                ? "is required: say why, for the author to read" : FormattableString.Invariant($"has {text.Length:N0} characters; {Disclosure.ReasonLength:N0} are the most"))
            : text.Any(c => char.IsControl(c) && c is not ('\n' or '\t'))
                ? new ReviewOutcome.BadReason("has control characters")
                : await StepAsync(found!, DisclosureState.Rejected, ReviewStepKind.Rejected, who, text, cancellation);
    }

    /// <summary>Applies a submitted disclosure to the records as they stand now, whole or not at all.</summary>
    public async Task<ReviewOutcome> AcceptAsync(Guid id, int? version, Drafter who, CancellationToken cancellation)
    {
        var (found, problem) = await FindAsync(SeenBy(who), id, version, DisclosureState.Submitted, cancellation);
        if (problem is not null || !who.Reviews)
        {
            return problem ?? new ReviewOutcome.Forbidden("Only reviewers decide.");
        }

        if (found!.AuthorId == who.UserId && !options.Value.AllowSelf)
        {
            return new ReviewOutcome.Forbidden(Own);
        }

        var document = await documents.WholeAsync(found, cancellation);
        var outcome = await disclosures.AcceptAsync(
            document,
            new Submitter(found.By, found.AuthorId, Imported: false),
            new Waiting(id, DisclosureState.Submitted, found.Version, who.Name),
            disclosure => trail.AddAsync(disclosure, ReviewStepKind.Accepted, who, null, Clock.Now(time), cancellation),
            cancellation);
        if (outcome is { Accepted: true, DisclosureId: not null })
        {
            return new ReviewOutcome.Done(id, found.Version + 1);
        }

        // Nothing was written. Somebody else may have decided at the same moment; otherwise the document itself does not apply.
        var now = await db.Disclosures.AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, cancellation);
        return now is null ? new ReviewOutcome.Missing()
            : now.State != DisclosureState.Submitted ? new ReviewOutcome.NotNow(now.State, now.Version)
            : now.Version != found.Version ? new ReviewOutcome.Stale(found.Version, now.Version)
            : new ReviewOutcome.Refused(outcome.Accepted ? Nothing : outcome, document);
    }

    /// <summary>What accepting would do now; null where there is nothing submitted for this person.</summary>
    /// <param name="look">Sees the tracker as it would be, and the document as somebody would type it.</param>
    public async Task<DisclosureOutcome?> PreviewAsync(Guid id, Drafter who, Func<DisclosureOutcome, JsonObject, Task> look, CancellationToken cancellation)
    {
        if ((await FindAsync(SeenBy(who), id, null, DisclosureState.Submitted, cancellation)).Found is not { } found)
        {
            return null;
        }

        var typed = TidyText.Tidy(await documents.TypedAsync(found, cancellation));
        return await disclosures.PreviewAsync(
            await documents.WholeAsync(found, cancellation), new Submitter(found.By, found.AuthorId, Imported: false), seen => look(seen, typed), cancellation);
    }

    private static Expression<Func<Disclosure, bool>> SeenBy(Drafter who) =>
        d => d.AuthorId == who.UserId || (who.Reviews && d.State != DisclosureState.Draft);

    /// <summary>The disclosure in the state and version that a step starts from, or why there is none.</summary>
    private async Task<(Disclosure? Found, ReviewOutcome? Problem)> FindAsync(
        Expression<Func<Disclosure, bool>> seen, Guid id, int? version, DisclosureState from, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        var found = await db.Disclosures.AsNoTracking().Where(d => d.Act == null).Where(seen).FirstOrDefaultAsync(d => d.Id == id, cancellation);
        return found is null ? (null, new ReviewOutcome.Missing())
            : version is { } asked && asked != found.Version ? (null, new ReviewOutcome.Stale(asked, found.Version))
            : found.State != from ? (null, new ReviewOutcome.NotNow(found.State, found.Version))
            : (found, null);
    }

    private async Task<ReviewOutcome> StepAsync(
        Disclosure seen, DisclosureState to, ReviewStepKind kind, Drafter who, string? reason, CancellationToken cancellation, JsonObject? document = null)
    {
        await using var transaction = await WorkUnit.BeginAsync(db, cancellation);
        var disclosure = await db.Disclosures.AsTracking().FirstOrDefaultAsync(d => d.Id == seen.Id && d.Version == seen.Version && d.State == seen.State, cancellation);
        try
        {
            if (disclosure is not null)
            {
                var now = Clock.Now(time);
                Move(disclosure, to, who, reason, now);
                await trail.RememberEditsAsync(disclosure.Id, document, cancellation);
                await trail.AddAsync(disclosure, kind, who, reason, now, cancellation);
                await transaction.CommitAsync(cancellation);
                return new ReviewOutcome.Done(disclosure.Id, disclosure.Version);
            }
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody was quicker; told below.
            await transaction.RollbackAsync(cancellation);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        var current = await db.Disclosures.Where(d => d.Id == seen.Id).Select(d => (int?)d.Version).FirstOrDefaultAsync(cancellation);
        return current is null ? new ReviewOutcome.Missing() : new ReviewOutcome.Stale(seen.Version, current.Value);
    }

    private static void Move(Disclosure disclosure, DisclosureState to, Drafter who, string? reason, DateTime now)
    {
        disclosure.State = to;
        disclosure.Version++;
        disclosure.UpdatedAt = now;
        disclosure.SubmittedAt = to switch { DisclosureState.Submitted => now, DisclosureState.Draft => null, _ => disclosure.SubmittedAt };
        var rejected = to == DisclosureState.Rejected;
        disclosure.DecidedAt = rejected ? now : null;
        disclosure.RejectionReason = reason;
        disclosure.ReviewedBy = rejected ? who.Name : null;
    }
}
