using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Accounts.Notifications;

/// <summary>Tells accounts what concerns them: on their page and feed, and by e-mail where a mail server is configured and they gave an address.</summary>
public sealed class Notifier(TrackerDbContext db, Outbox outbox)
{
    /// <summary>Page of an account's notifications; an e-mail leads there.</summary>
    public const string Path = "/account/notifications";

    /// <summary>Adds the notification to the caller's context; the caller saves.</summary>
    internal async Task TellAsync(Notification notification, CancellationToken cancellation)
    {
        db.Notifications.Add(notification);
        if (outbox.Enabled)
        {
            var to = await db.Users.Where(user => user.Id == notification.UserId && !user.Disabled).Select(user => user.Email).FirstOrDefaultAsync(cancellation);
            outbox.Add(to, Subject(notification), $"{Sentence(notification)}\n\n{(notification.Text is null ? "" : notification.Text + "\n\n")}{outbox.Link(Path)}\n");
        }
    }

    /// <summary>Adds a notification for each admin whose account is not disabled; the caller saves.</summary>
    internal async Task TellAdminsAsync(Func<Guid, Notification> notification, CancellationToken cancellation)
    {
        var admins = await db.UserRoles.Join(db.Roles.Where(role => role.Name == Roles.Admin), of => of.RoleId, role => role.Id, (of, _) => of.UserId)
            .Where(user => db.Users.Any(u => u.Id == user && !u.Disabled)).ToListAsync(cancellation);
        foreach (var admin in admins)
        {
            await TellAsync(notification(admin), cancellation);
        }
    }

    /// <summary>What happened, in one sentence.</summary>
    public static string Sentence(Notification notification) => notification.Kind switch
    {
        NotificationKind.Accepted => $"{notification.By} accepted “{notification.Title}”.",
        NotificationKind.WebhookOff => $"The webhook “{notification.Title}” was turned off: what it is told does not arrive.",
        NotificationKind.ExportFailed => $"The export of the day cannot be written to “{notification.Title}”.",
        NotificationKind.ExportWorks => $"The export of the day is written to “{notification.Title}” again.",
        _ => $"{notification.By} rejected “{notification.Title}”.",
    };

    private static string Subject(Notification notification)
    {
        var happened = notification.Kind switch
        {
            NotificationKind.Accepted => "Accepted",
            NotificationKind.WebhookOff => "Webhook turned off",
            NotificationKind.ExportFailed => "Export of the day fails",
            NotificationKind.ExportWorks => "Export of the day works again",
            _ => "Rejected",
        };
        return $"{happened}: {notification.Title}";
    }
}
