using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures.Drafts;

namespace PhysicalAiTracker.Core.Disclosures.Review;

/// <summary>Writes down each step, tells the author of a decision, and logs it; all in the caller's transaction.</summary>
public sealed class ReviewTrail(TrackerDbContext db, ActivityLog activity, Notifier notifier)
{
    /// <summary>Saves the step together with whatever else is pending.</summary>
    /// <param name="reason">Of a rejection.</param>
    internal async Task AddAsync(Disclosure disclosure, ReviewStepKind kind, Drafter who, string? reason, DateTime now, CancellationToken cancellation)
    {
        db.ReviewSteps.Add(new ReviewStep { DisclosureId = disclosure.Id, Kind = kind, At = now, UserId = who.UserId, By = who.Name, Reason = reason });
        if (NotificationOf(kind) is { } told && disclosure.AuthorId is { } author && author != who.UserId)
        {
            await notifier.TellAsync(
                new Notification { UserId = author, At = now, Kind = told, DisclosureId = disclosure.Id, Title = disclosure.Title, By = who.Name, Text = reason }, cancellation);
        }

        if (LoggedAs(kind) is { } logged)
        {
            await activity.AddAsync(logged, new Actor(who.UserId, who.Name), ActivitySubject.Disclosure(disclosure.Id, disclosure.Title), reason, cancellation);
        }
        else
        {
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>A reviewer who goes on editing has one step, not one for each save. The caller saves.</summary>
    internal async Task EditedAsync(Disclosure disclosure, Drafter who, JsonObject document, DateTime now, CancellationToken cancellation)
    {
        await RememberEditsAsync(disclosure.Id, document, cancellation);
        var last = await db.ReviewSteps.AsNoTracking().Where(s => s.DisclosureId == disclosure.Id).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).FirstOrDefaultAsync(cancellation);
        if (last is not { Kind: ReviewStepKind.Edited } || last.UserId != who.UserId)
        {
            db.ReviewSteps.Add(new ReviewStep { DisclosureId = disclosure.Id, Kind = ReviewStepKind.Edited, At = now, UserId = who.UserId, By = who.Name });
        }
    }

    /// <summary>Keeps which records a submitted document edits, in place of what was kept before; the caller saves.</summary>
    /// <param name="document">Null of what is no longer submitted.</param>
    internal async Task RememberEditsAsync(Guid disclosure, JsonObject? document, CancellationToken cancellation)
    {
        await db.SubmittedEdits.Where(e => e.DisclosureId == disclosure).ExecuteDeleteAsync(cancellation);
        var edits = new Dictionary<Guid, int>();
        foreach (var change in (document?["changes"] as JsonArray ?? []).OfType<JsonObject>())
        {
            if (Guid.TryParse(change["id"]?.ToString(), out var record) && int.TryParse(change["version"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            {
                edits[record] = version;
            }
        }

        var known = await db.Records.Where(r => edits.Keys.Contains(r.Id)).Select(r => r.Id).ToListAsync(cancellation);
        db.SubmittedEdits.AddRange(known.Select(record => new SubmittedEdit { DisclosureId = disclosure, RecordId = record, Version = edits[record] }));
    }

    private static NotificationKind? NotificationOf(ReviewStepKind kind) => kind switch
    {
        ReviewStepKind.Accepted => NotificationKind.Accepted,
        ReviewStepKind.Rejected => NotificationKind.Rejected,
        _ => null,
    };

    private static ActivityKind? LoggedAs(ReviewStepKind kind) => kind switch
    {
        ReviewStepKind.Submitted => ActivityKind.Submitted,
        ReviewStepKind.Withdrawn => ActivityKind.Withdrawn,
        ReviewStepKind.Accepted => ActivityKind.Accepted,
        ReviewStepKind.Rejected => ActivityKind.Rejected,
        _ => null,
    };
}
