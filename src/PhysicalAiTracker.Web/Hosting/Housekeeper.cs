using System.Data.Common;
using PhysicalAiTracker.Core.Accounts;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Sweeps away what has ended, once an hour.</summary>
public sealed partial class Housekeeper(IServiceScopeFactory scopes, ILogger<Housekeeper> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await SweepAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }

    private async Task SweepAsync(CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<AccountSweep>().RunAsync(cancellation);
        }
        catch (DbException exception)
        {
            LogFailed(exception.Message);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Could not sweep ended sessions and answers away, and will try again in an hour: {Reason}")]
    private partial void LogFailed(string reason);
}
