using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Webhooks;

/// <summary>A webhook that was added, its secret to be shown this once; or what is wrong.</summary>
/// <param name="Problems">By field: <c>name</c>, <c>url</c>.</param>
public sealed record WebhookAdded(Guid? Id, string? Secret, IReadOnlyList<(string Field, string Message)> Problems);

/// <summary>Adds webhooks, and turns them off and on again.</summary>
public sealed class WebhookCommands(TrackerDbContext db, WebhookOutbox outbox, IDataProtectionProvider protection, IOptions<WebhookOptions> options, ActivityLog activity, TimeProvider time)
{
    /// <summary>What secrets begin with.</summary>
    private const string SecretKind = "whs";

    public async Task<WebhookAdded> AddAsync(string? name, string? url, Actor by, CancellationToken cancellation)
    {
        var (called, address) = (name?.Trim() ?? "", url?.Trim() ?? "");
        List<(string, string)> problems = [];
        if (called.Length is 0 or > Webhook.NameLength || called.Any(char.IsControl))
        {
            problems.Add(("name", $"Say what it is for, in at most {Webhook.NameLength} characters."));
        }

        if (WebhookTarget.ProblemWith(address, options.Value) is { } problem)
        {
            problems.Add(("url", problem));
        }

        if (problems.Count == 0 && await db.Webhooks.CountAsync(cancellation) >= Webhook.Most)
        {
            problems.Add(("name", $"There are {Webhook.Most} webhooks already, which is the most: delete one first."));
        }

        if (problems.Count > 0)
        {
            return new WebhookAdded(null, null, problems);
        }

        var secret = SecretToken.Create(SecretKind).Text;
        var webhook = new Webhook { Name = called, Url = address, ProtectedSecret = Protector(protection).Protect(secret), By = by.Name, CreatedAt = Clock.Now(time) };
        db.Webhooks.Add(webhook);
        await activity.AddAsync(ActivityKind.WebhookAdded, by, SubjectOf(webhook), new Uri(address).Host, cancellation);
        return new WebhookAdded(webhook.Id, secret, []);
    }

    /// <summary>Tells it nothing any more, and forgets what waits for it; false where there is none that is on.</summary>
    public async Task<bool> DisableAsync(Guid id, Actor by, CancellationToken cancellation)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (await db.Webhooks.AsTracking().FirstOrDefaultAsync(w => w.Id == id && w.DisabledAt == null, cancellation) is not { } webhook)
        {
            return false;
        }

        (webhook.DisabledAt, webhook.DisabledReason) = (Clock.Now(time), $"Turned off by {by.Name}.");
        await CloseAsync(db, id, webhook.DisabledAt.Value, cancellation);
        await activity.AddAsync(ActivityKind.WebhookDisabled, by, SubjectOf(webhook), null, cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    /// <summary>Tells it again what happens from now on; false where there is none that is off, or where its address is not allowed any more.</summary>
    public async Task<bool> EnableAsync(Guid id, Actor by, CancellationToken cancellation)
    {
        if (await db.Webhooks.AsTracking().FirstOrDefaultAsync(w => w.Id == id && w.DisabledAt != null, cancellation) is not { } webhook
            || WebhookTarget.ProblemWith(webhook.Url, options.Value) is not null)
        {
            return false;
        }

        (webhook.DisabledAt, webhook.DisabledReason) = (null, null);
        await activity.AddAsync(ActivityKind.WebhookEnabled, by, SubjectOf(webhook), null, cancellation);
        return true;
    }

    /// <summary>Deletes it with all its deliveries; false where there is none.</summary>
    public async Task<bool> DeleteAsync(Guid id, Actor by, CancellationToken cancellation)
    {
        if (await db.Webhooks.AsTracking().FirstOrDefaultAsync(w => w.Id == id, cancellation) is not { } webhook)
        {
            return false;
        }

        db.Webhooks.Remove(webhook);
        await activity.AddAsync(ActivityKind.WebhookDeleted, by, SubjectOf(webhook), null, cancellation);
        return true;
    }

    /// <summary>Sends it something to try it out; false where there is none that is on.</summary>
    public async Task<bool> PingAsync(Guid id, CancellationToken cancellation)
    {
        if (!options.Value.Enabled || !await db.Webhooks.AnyAsync(w => w.Id == id && w.DisabledAt == null, cancellation))
        {
            return false;
        }

        outbox.Add(id, WebhookOutbox.Ping, _ => { });
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    internal static IDataProtector Protector(IDataProtectionProvider protection) => protection.CreateProtector("Webhooks");

    internal static ActivitySubject SubjectOf(Webhook webhook) => new("webhook", webhook.Id, webhook.Name);

    /// <summary>What waits for a webhook that is off is given up.</summary>
    internal static Task CloseAsync(TrackerDbContext db, Guid webhook, DateTime now, CancellationToken cancellation) =>
        db.WebhookDeliveries.Where(d => d.WebhookId == webhook && d.DoneAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(d => d.DoneAt, now).SetProperty(d => d.NotBefore, (DateTime?)null).SetProperty(d => d.Outcome, "Not sent: the webhook is off."), cancellation);
}
