using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Exporting;

/// <summary>
/// Tells all admins, and the log of activity, that the export of the day fails, once until it works again, and then that. What was told last stands
/// in the log, so that neither another process nor a new start tells it twice.
/// </summary>
public sealed class ExportNews(TrackerDbContext db, Notifier notifier, ActivityLog activity, TimeProvider time)
{
    /// <param name="folder">Where it should be written to.</param>
    /// <param name="reason">In words for people.</param>
    public async Task FailsAsync(string folder, string reason, CancellationToken cancellation)
    {
        if (!await IsFailingAsync(cancellation))
        {
            await TellAsync(ActivityKind.ExportFailed, NotificationKind.ExportFailed, folder, reason, cancellation);
        }
    }

    public async Task WorksAsync(string folder, CancellationToken cancellation)
    {
        if (await IsFailingAsync(cancellation))
        {
            await TellAsync(ActivityKind.ExportWorks, NotificationKind.ExportWorks, folder, null, cancellation);
        }
    }

    private async Task<bool> IsFailingAsync(CancellationToken cancellation) =>
        await db.ActivityEntries.Where(e => e.Kind == ActivityKind.ExportFailed || e.Kind == ActivityKind.ExportWorks)
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id).Select(e => (ActivityKind?)e.Kind).FirstOrDefaultAsync(cancellation) == ActivityKind.ExportFailed;

    private async Task TellAsync(ActivityKind kind, NotificationKind notification, string folder, string? reason, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var (title, text) = (ShortText.Cut(folder, Disclosure.TitleLength), reason is null ? null : ShortText.Cut(reason, Disclosure.ReasonLength));
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await notifier.TellAdminsAsync(admin => new Notification { UserId = admin, At = now, Kind = notification, Title = title, By = Actor.Tracker.Name, Text = text }, cancellation);
        await activity.AddAsync(kind, Actor.Tracker, new ActivitySubject("export", null, folder), reason, cancellation);
        await transaction.CommitAsync(cancellation);
        db.ChangeTracker.Clear();
    }
}
