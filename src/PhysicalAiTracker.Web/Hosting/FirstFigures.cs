using PhysicalAiTracker.Core.Insights;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Counts what the first page shows of all rows while the server begins to listen, so that whoever comes first waits for less.</summary>
internal static partial class FirstFigures
{
    public static async Task CountAsync(IServiceProvider services, CancellationToken cancellation)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<OverviewQueries>().FiguresAsync(cancellation);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            // Told to stop.
        }
        catch (Exception exception)
        {
            // Whatever it is, whoever asks for the page is told; it is no reason to end.
            LogNotCounted(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(FirstFigures)), exception);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The figures of the first page could not be counted beforehand; whoever asks for it waits for them, or is told.")]
    private static partial void LogNotCounted(ILogger logger, Exception exception);
}
