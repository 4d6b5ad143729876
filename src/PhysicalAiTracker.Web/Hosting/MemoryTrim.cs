using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Gives memory back that is free and that nothing gives back by itself (docs/decisions/0063).</summary>
internal sealed class MemoryTrim(TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                NativeMemory.Trim();
            }
        }
        catch (OperationCanceledException)
        {
            // The server ends.
        }
    }
}
