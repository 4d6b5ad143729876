using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Webhooks;

/// <summary>Takes what webhooks are to be told. The rows are of the transaction that publishes: told when it is committed, never when it is not.</summary>
public sealed class WebhookOutbox(TrackerDbContext db, IOptions<WebhookOptions> options, IOptions<AccountsOptions> accounts, TimeProvider time)
{
    /// <summary>A disclosure, or an act such as a merge, was accepted.</summary>
    public const string Accepted = "disclosure.accepted";

    /// <summary>A test that an admin asked for.</summary>
    public const string Ping = "ping";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes a delivery for each webhook that is not disabled.</summary>
    internal async Task AddAsync(Disclosure disclosure, IReadOnlyList<AppliedChange> changes, CancellationToken cancellation)
    {
        if (!options.Value.Enabled)
        {
            return;
        }

        var hooks = await db.Webhooks.Where(w => w.DisabledAt == null).OrderBy(w => w.Id).Select(w => w.Id).ToListAsync(cancellation);
        foreach (var hook in hooks)
        {
            Add(hook, Accepted, body =>
            {
                body["disclosure"] = new JsonObject
                {
                    ["id"] = disclosure.Id,
                    ["title"] = disclosure.Title,
                    ["act"] = disclosure.Act is { } act ? Words.Of(act) : null,
                    ["at"] = Time(disclosure.DecidedAt ?? disclosure.UpdatedAt),
                    ["by"] = disclosure.By,
                    ["page"] = accounts.Value.Link($"/disclosures/{disclosure.Id}"),
                    ["url"] = accounts.Value.Link($"/api/v1/disclosures/{disclosure.Id}"),
                };
                body["records"] = new JsonArray([.. changes.Where(change => change.Effect != ChangeEffect.Unchanged).Select(change => new JsonObject
                {
                    ["record"] = Words.Of(change.Record),
                    ["id"] = change.Id,
                    ["version"] = change.Version,
                    ["effect"] = Words.Of(change.Effect),
                })]);
            });
        }

        if (hooks.Count > 0)
        {
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Adds a delivery to the caller's context; the caller saves.</summary>
    internal void Add(Guid webhook, string happened, Action<JsonObject> fill)
    {
        var (id, now) = (Guid.CreateVersion7(), Clock.Now(time));
        var body = new JsonObject { ["id"] = id, ["event"] = happened, ["at"] = Time(now) };
        fill(body);
        db.WebhookDeliveries.Add(new WebhookDelivery { Id = id, WebhookId = webhook, Event = happened, Body = body.ToJsonString(Json), CreatedAt = now, NotBefore = now });
    }

    private static string Time(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
