using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Core.Webhooks;

/// <summary>A webhook as admins see it: everything but its secret.</summary>
/// <param name="Waiting">Deliveries that are still to be made.</param>
/// <param name="Fails">Whether one of them was tried and did not arrive.</param>
/// <param name="LastDelivered">When one last arrived; null where none did within the memory.</param>
public sealed record WebhookItem(Guid Id, string Name, string Url, string By, DateTime CreatedAt, DateTime? DisabledAt, string? DisabledReason, int Waiting, bool Fails, DateTime? LastDelivered);

/// <summary>A delivery as admins see it.</summary>
public sealed record DeliveryItem(Guid Id, string Event, string Body, DateTime CreatedAt, int Tries, DateTime? NotBefore, DateTime? DoneAt, bool Delivered, int? Status, string? Outcome);

/// <summary>Reads webhooks and what became of their deliveries.</summary>
public sealed class WebhookQueries(TrackerDbContext db)
{
    /// <summary>Deliveries shown.</summary>
    public const int MostDeliveries = 100;

    /// <summary>All of them, the oldest first: there are few.</summary>
    public async Task<IReadOnlyList<WebhookItem>> ListAsync(CancellationToken cancellation) => await Items(db.Webhooks.OrderBy(w => w.CreatedAt).ThenBy(w => w.Id)).ToListAsync(cancellation);

    public Task<WebhookItem?> FindAsync(Guid id, CancellationToken cancellation) => Items(db.Webhooks.Where(w => w.Id == id)).FirstOrDefaultAsync(cancellation);

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<DeliveryItem>> DeliveriesAsync(Guid webhook, CancellationToken cancellation) =>
        await db.WebhookDeliveries.Where(d => d.WebhookId == webhook).OrderByDescending(d => d.CreatedAt).ThenByDescending(d => d.Id).Take(MostDeliveries)
            .Select(d => new DeliveryItem(d.Id, d.Event, d.Body, d.CreatedAt, d.Tries, d.NotBefore, d.DoneAt, d.Delivered, d.Status, d.Outcome)).ToListAsync(cancellation);

    private IQueryable<WebhookItem> Items(IQueryable<Webhook> webhooks) => webhooks.Select(w => new WebhookItem(
        w.Id,
        w.Name,
        w.Url,
        w.By,
        w.CreatedAt,
        w.DisabledAt,
        w.DisabledReason,
        db.WebhookDeliveries.Count(d => d.WebhookId == w.Id && d.DoneAt == null),
        db.WebhookDeliveries.Any(d => d.WebhookId == w.Id && d.DoneAt == null && d.Outcome != null),
        db.WebhookDeliveries.Where(d => d.WebhookId == w.Id && d.Delivered).Max(d => d.DoneAt)));
}
