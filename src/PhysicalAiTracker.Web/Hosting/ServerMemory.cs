namespace PhysicalAiTracker.Web.Hosting;

/// <summary>The server's memory is kept small while it runs, over days.</summary>
internal sealed class ServerMemory(TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var small = new SmallMemory(time);
        try
        {
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop.
        }
    }
}
