namespace PhysicalAiTracker.Web.Hosting;

/// <summary>The life of the web server; <c>Program.cs</c> lists what it is made of.</summary>
public static partial class Server
{
    /// <summary>Builds the server, prepares the database, and serves until told to stop.</summary>
    /// <returns>Exit code: 0 after a stop that was asked for, 1 when it cannot serve, for a reason that is logged.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var app = Program.Build(args);
        try
        {
            await DatabaseStart.PrepareAsync(app.Services, CancellationToken.None);
            await DatabaseStart.SeedAsync(app.Services, CancellationToken.None);
            await app.RunAsync();
            return 0;
        }
        catch (Exception exception) when (exception is JobFailedException or IOException)
        {
            LogCannotServe(app.Logger, exception.Message);
            return 1;
        }
    }

    [LoggerMessage(LogLevel.Critical, "Cannot serve. {Reason}")]
    private static partial void LogCannotServe(ILogger logger, string reason);
}
