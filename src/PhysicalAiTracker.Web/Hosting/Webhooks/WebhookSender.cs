using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Webhooks;

namespace PhysicalAiTracker.Web.Hosting.Webhooks;

/// <summary>Tells webhooks what waits for them, and again what did not arrive. Only registered where hosts are configured.</summary>
public sealed partial class WebhookSender(IServiceScopeFactory scopes, WebhookClient client, TimeProvider time, ILogger<WebhookSender> logger) : BackgroundService
{
    /// <summary>How soon a delivery is noticed.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    /// <summary>How often old deliveries are swept away, in turns.</summary>
    private const int SweepEvery = 1800;

    /// <summary>Webhooks that are being told something: each by itself, so that one which does not answer holds up no other.</summary>
    private readonly Dictionary<Guid, Task> _told = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            for (var turn = 0; await timer.WaitForNextTickAsync(stoppingToken); turn++)
            {
                await RunAsync(turn % SweepEvery == 0, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop: what was under way is given back.
            await Task.WhenAll(_told.Values);
        }
    }

    /// <summary>Makes every delivery that is due, and waits until all are made.</summary>
    internal async Task SendDueAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        await BeginAsync(scope.ServiceProvider.GetRequiredService<WebhookDispatch>(), cancellation);
        await Task.WhenAll(_told.Values);
    }

    private async Task RunAsync(bool sweep, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var dispatch = scope.ServiceProvider.GetRequiredService<WebhookDispatch>();
            await BeginAsync(dispatch, cancellation);
            if (sweep)
            {
                await dispatch.SweepAsync(cancellation);
            }
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            LogNoDatabase(exception.Message);
        }
    }

    /// <summary>Begins with each webhook for which something is due and which is not being told something already.</summary>
    private async Task BeginAsync(WebhookDispatch dispatch, CancellationToken cancellation)
    {
        foreach (var webhook in await dispatch.DueAsync(cancellation))
        {
            if (_told.TryGetValue(webhook, out var telling))
            {
                if (!telling.IsCompleted)
                {
                    continue;
                }

                // What nobody reckoned with ends the service, as it does anywhere else.
                await telling;
            }

            _told[webhook] = TellAsync(webhook, cancellation);
        }
    }

    /// <summary>Makes every delivery of a webhook that is due, one after the other.</summary>
    private async Task TellAsync(Guid webhook, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var dispatch = scope.ServiceProvider.GetRequiredService<WebhookDispatch>();
            while (await dispatch.TakeAsync(webhook, cancellation) is { } delivery)
            {
                await TellAsync(dispatch, delivery, cancellation);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Told to stop.
        }
        catch (Exception exception) when (exception is DbException or DbUpdateException)
        {
            LogNoDatabase(exception.Message);
        }
    }

    private async Task TellAsync(WebhookDispatch dispatch, DueDelivery delivery, CancellationToken cancellation)
    {
        try
        {
            var result = dispatch.ProblemWith(delivery) is { } problem
                ? new DeliveryResult(Arrived: false, IsFinal: true, Status: null, problem)
                : await client.SendAsync(delivery, time.GetUtcNow(), cancellation);
            await dispatch.SettleAsync(delivery, result, CancellationToken.None);
            if (!result.Arrived)
            {
                LogFailed(delivery.Id, delivery.WebhookId, delivery.Tries, result.Text);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await dispatch.GiveBackAsync(delivery.Id, CancellationToken.None);
            throw;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {Id} of webhook {Webhook} did not arrive (try {Tries}): {Reason}")]
    private partial void LogFailed(Guid id, Guid webhook, int tries, string reason);

    [LoggerMessage(LogLevel.Warning, "The database cannot be asked for deliveries of webhooks: {Reason}")]
    private partial void LogNoDatabase(string reason);
}
