using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhysicalAiTracker.Core.Webhooks;
using PhysicalAiTracker.Web.Hosting;
using PhysicalAiTracker.Web.Pages.Account;

namespace PhysicalAiTracker.Web.Pages.Admin.Webhooks;

/// <summary>One webhook: what it was told and what came of that, turned off and on.</summary>
[Authorize(Policy = Policies.Admin)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class WebhookModel(WebhookQueries queries, WebhookCommands commands) : AccountPageModel
{
    public WebhookItem Item { get; private set; } = null!;

    public IReadOnlyList<DeliveryItem> Deliveries { get; private set; } = [];

    public static string StateOf(DeliveryItem item) => item switch
    {
        { Delivered: true } => "delivered",
        { DoneAt: not null } => "given up",
        { Tries: 0 } => "waiting",
        _ => "to be tried again",
    };

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await queries.FindAsync(id, cancellation) is not { } item)
        {
            return NotFound();
        }

        (Item, Deliveries) = (item, await queries.DeliveriesAsync(id, cancellation));
        return Page();
    }

    /// <param name="act"><c>disable</c>, <c>enable</c>, <c>ping</c> or <c>delete</c>.</param>
    public async Task<IActionResult> OnPostAsync(Guid id, [FromForm(Name = "do")] string? act, CancellationToken cancellation)
    {
        var (done, notice) = act switch
        {
            "disable" => (await commands.DisableAsync(id, Self, cancellation), "The webhook is off: nothing is sent to it any more."),
            "enable" => (await commands.EnableAsync(id, Self, cancellation), "The webhook is on again."),
            "ping" => (await commands.PingAsync(id, cancellation), "A test is on its way."),
            "delete" => (await commands.DeleteAsync(id, Self, cancellation), "The webhook was deleted."),
            _ => (false, ""),
        };
        if (!done)
        {
            Problems = [("main", "That is not possible as the webhook stands, or as this site is configured.")];
            return await OnGetAsync(id, cancellation);
        }

        Notice = notice;
        return Redirect(act == "delete" ? "/admin/webhooks" : $"/admin/webhooks/{id}");
    }
}
