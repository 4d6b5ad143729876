using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Accounts.Mail;
using PhysicalAiTracker.Core.Accounts.Notifications;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Webhooks;

/// <summary>A delivery to be made now.</summary>
/// <param name="Secret">Null when the keys that protected it are gone.</param>
public sealed record DueDelivery(Guid Id, Guid WebhookId, string Url, string Event, string Body, string? Secret, int Tries);

/// <summary>What came of a try.</summary>
/// <param name="Arrived">Whether the other side took it.</param>
/// <param name="IsFinal">Whether it will never take anything.</param>
/// <param name="Text">In words for people.</param>
public sealed record DeliveryResult(bool Arrived, bool IsFinal, int? Status, string Text);

/// <summary>
/// Gives deliveries out for sending, each to one sender at a time, however many processes there are. At least once: a sender that dies in the middle
/// may have delivered, and another does so again, with the same id.
/// </summary>
public sealed class WebhookDispatch(
    TrackerDbContext db, IDataProtectionProvider protection, IOptions<WebhookOptions> options, Notifier notifier, ActivityLog activity, TimeProvider time)
{
    /// <summary>A delivery that failed so often turns its webhook off, some two days after it was written.</summary>
    public const int MostTries = 16;

    /// <summary>How long a try may take before others take it for dead.</summary>
    private static readonly TimeSpan Try = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan FirstWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);

    /// <summary>Webhooks for which a delivery is due.</summary>
    public Task<List<Guid>> DueAsync(CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        return db.WebhookDeliveries.Where(d => d.NotBefore <= now).Select(d => d.WebhookId).Distinct().ToListAsync(cancellation);
    }

    /// <summary>The delivery of a webhook that has waited longest, from now on the caller's; null when none is due.</summary>
    public async Task<DueDelivery?> TakeAsync(Guid webhook, CancellationToken cancellation)
    {
        while (true)
        {
            var now = Clock.Now(time);
            var due = await db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhook && d.NotBefore <= now).OrderBy(d => d.NotBefore).ThenBy(d => d.Id)
                .Select(d => new { d.Id, d.WebhookId, d.Event, d.Body, d.Tries, d.NotBefore, d.Webhook!.Url, d.Webhook.ProtectedSecret }).FirstOrDefaultAsync(cancellation);
            if (due is null)
            {
                return null;
            }

            var taken = await db.WebhookDeliveries.Where(d => d.Id == due.Id && d.NotBefore == due.NotBefore).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.NotBefore, now + Try).SetProperty(d => d.Tries, due.Tries + 1), cancellation);
            if (taken > 0)
            {
                return new DueDelivery(due.Id, due.WebhookId, due.Url, due.Event, due.Body, SecretOf(due.ProtectedSecret), due.Tries + 1);
            }
        }
    }

    /// <summary>What keeps a delivery from being tried at all: the configuration may have changed since its webhook was added.</summary>
    public string? ProblemWith(DueDelivery delivery) =>
        delivery.Secret is null ? "Its secret cannot be read: the keys in the data directory are others than when it was made." : WebhookTarget.ProblemWith(delivery.Url, options.Value);

    /// <summary>Writes down what came of a try: done, again after a wait that doubles from try to try, or given up, which turns the webhook off and tells all admins.</summary>
    public async Task SettleAsync(DueDelivery delivery, DeliveryResult result, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        var text = result.Text[..Math.Min(result.Text.Length, WebhookDelivery.OutcomeLength)];
        var isDone = result.Arrived || result.IsFinal || delivery.Tries >= MostTries;
        var wait = Math.Min(FirstWait.TotalMinutes * Math.Pow(2, delivery.Tries - 1), LongestWait.TotalMinutes);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.WebhookDeliveries.Where(d => d.Id == delivery.Id && d.DoneAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.NotBefore, isDone ? null : now.AddMinutes(wait)).SetProperty(d => d.DoneAt, isDone ? now : null)
                .SetProperty(d => d.Delivered, result.Arrived).SetProperty(d => d.Status, result.Status).SetProperty(d => d.Outcome, text),
            cancellation);
        if (isDone && !result.Arrived)
        {
            await TurnOffAsync(delivery, text, now, cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The try was broken off: whoever comes next makes it.</summary>
    public Task GiveBackAsync(Guid id, CancellationToken cancellation)
    {
        var now = Clock.Now(time);
        return db.WebhookDeliveries.Where(d => d.Id == id && d.DoneAt == null).ExecuteUpdateAsync(set => set.SetProperty(d => d.NotBefore, now), cancellation);
    }

    /// <summary>Deletes deliveries that were done long ago.</summary>
    public Task SweepAsync(CancellationToken cancellation)
    {
        var before = Clock.Now(time) - WebhookDelivery.Memory;
        return db.WebhookDeliveries.Where(d => d.DoneAt < before).ExecuteDeleteAsync(cancellation);
    }

    private async Task TurnOffAsync(DueDelivery delivery, string why, DateTime now, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        if (await db.Webhooks.AsTracking().FirstOrDefaultAsync(w => w.Id == delivery.WebhookId && w.DisabledAt == null, cancellation) is not { } webhook)
        {
            return;
        }

        var reason = $"Given up after {delivery.Tries} {(delivery.Tries == 1 ? "try" : "tries")}: {why}";
        (webhook.DisabledAt, webhook.DisabledReason) = (now, reason[..Math.Min(reason.Length, Webhook.ReasonLength)]);
        await WebhookCommands.CloseAsync(db, webhook.Id, now, cancellation);
        await notifier.TellAdminsAsync(
            admin => new Notification { UserId = admin, At = now, Kind = NotificationKind.WebhookOff, Title = webhook.Name, By = Actor.Tracker.Name, Text = webhook.DisabledReason }, cancellation);
        await activity.AddAsync(ActivityKind.WebhookDisabled, Actor.Tracker, WebhookCommands.SubjectOf(webhook), webhook.DisabledReason, cancellation);
        db.ChangeTracker.Clear();
    }

    private string? SecretOf(string text)
    {
        try
        {
            return WebhookCommands.Protector(protection).Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
