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
            // Told to stop: what was under way has been given back.
        }
    }

    private async Task RunAsync(bool sweep, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var dispatch = scope.ServiceProvider.GetRequiredService<WebhookDispatch>();
            await SendDueAsync(dispatch, cancellation);
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

    /// <summary>Makes every delivery that is due.</summary>
    internal async Task SendDueAsync(WebhookDispatch dispatch, CancellationToken cancellation)
    {
        while (await dispatch.TakeAsync(cancellation) is { } delivery)
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
    }

    [LoggerMessage(LogLevel.Warning, "Delivery {Id} of webhook {Webhook} did not arrive (try {Tries}): {Reason}")]
    private partial void LogFailed(Guid id, Guid webhook, int tries, string reason);

    [LoggerMessage(LogLevel.Warning, "The database cannot be asked for deliveries of webhooks: {Reason}")]
    private partial void LogNoDatabase(string reason);
}
