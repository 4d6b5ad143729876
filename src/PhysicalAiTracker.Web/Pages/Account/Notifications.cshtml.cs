using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Rendering.Lists;

namespace PhysicalAiTracker.Web.Pages.Account;

/// <summary>What somebody is told.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class NotificationsModel(NotificationQueries notifications) : ListPageModel<NotificationItem>
{
    public Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var user = Signed.Actor(User).Id!.Value;
        return ShowAsync(NotificationQueries.ListOf(user), "notification", "notifications", request => notifications.ListAsync(user, request, cancellation), hasApi: false);
    }

    /// <summary>Marks all as read.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await notifications.ReadAllAsync(Signed.Actor(User).Id!.Value, cancellation);
        return Redirect(Notifier.Path);
    }
}
