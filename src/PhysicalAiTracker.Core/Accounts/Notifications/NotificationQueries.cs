using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Accounts.Notifications;

/// <summary>A notification as its reader gets it.</summary>
/// <param name="Sentence">What happened.</param>
/// <param name="Text">What was said with it; null where nothing.</param>
/// <param name="Read">Whether it was seen before.</param>
public sealed record NotificationItem(Guid Id, DateTime At, NotificationKind Kind, Guid? DisclosureId, string Sentence, string? Text, bool Read);

/// <summary>Reads what an account is told, and marks it as seen.</summary>
public sealed class NotificationQueries(TrackerDbContext db, TimeProvider time)
{
    /// <summary>Whether there is anything that the account has not seen.</summary>
    public Task<bool> AnyUnreadAsync(Guid user, CancellationToken cancellation) => db.Notifications.AnyAsync(n => n.UserId == user && n.ReadAt == null, cancellation);

    /// <summary>Filters and orders of the list of one account.</summary>
    public static ListDefinition<Notification, Notification> ListOf(Guid user) => new(
        [Filters.Word<Notification, NotificationKind>("kind", "What happened.", kinds => n => kinds.Contains(n.Kind))],
        [new Sort<Notification, DateTime>("at", "When it happened.", n => n.At)],
        "-at",
        n => n,
        n => n.UserId == user)
    {
        IsPersonal = true,
    };

    public async Task<ListResult<NotificationItem>> ListAsync(Guid user, ListRequest request, CancellationToken cancellation)
    {
        var (page, problems) = await ListOf(user).ListAsync(db, request, cancellation);
        return new ListResult<NotificationItem>(page is null ? null : page.With<NotificationItem>([.. page.Items.Select(ItemOf)]), problems);
    }

    /// <summary>The newest, for a feed.</summary>
    public async Task<IReadOnlyList<NotificationItem>> NewestAsync(Guid user, int most, CancellationToken cancellation) =>
    [
        .. (await db.Notifications.AsNoTracking().Where(n => n.UserId == user).OrderByDescending(n => n.At).ThenByDescending(n => n.Id).Take(most).ToListAsync(cancellation)).Select(ItemOf),
    ];

    /// <summary>Marks everything that the account was told until now as seen.</summary>
    public Task ReadAllAsync(Guid user, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        return db.Notifications.Where(n => n.UserId == user && n.ReadAt == null).ExecuteUpdateAsync(n => n.SetProperty(one => one.ReadAt, now), cancellation);
    }

    private static NotificationItem ItemOf(Notification n) => new(n.Id, n.At, n.Kind, n.DisclosureId, Notifier.Sentence(n), n.Text, n.ReadAt is not null);
}
