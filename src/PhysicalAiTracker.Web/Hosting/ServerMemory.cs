using System.Runtime;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>How the server keeps its memory small over days (docs/decisions/0063): holes are closed where they are many, and free memory goes back to the system.</summary>
internal sealed class ServerMemory(TimeProvider time) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private GCLatencyMode _before;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _before = GCSettings.LatencyMode;
        // A collection beside requests never moves anything, so that holes stay; one that stops them takes some 30 ms.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        return base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        // The process may have other work: the benchmarks ask from within it.
        GCSettings.LatencyMode = _before;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                NativeHeap.Trim();
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }
}
