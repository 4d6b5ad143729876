using System.Net.Sockets;

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
            using var stop = new CancellationTokenSource();
            var figures = Task.Run(() => FirstFigures.CountAsync(app.Services, stop.Token));
            try
            {
                await ListenAsync(app);
                await app.WaitForShutdownAsync();
            }
            finally
            {
                await stop.CancelAsync();
                await figures;
            }

            return 0;
        }
        catch (JobFailedException exception)
        {
            LogCannotServe(app.Logger, exception.Message);
            return 1;
        }
    }

    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (Exception exception) when (exception is IOException or SocketException or FormatException)
        {
            throw new JobFailedException($"{exception.Message.TrimEnd('.')}. Another address is given as --urls=http://localhost:5001.", exception);
        }
    }

    [LoggerMessage(LogLevel.Critical, "Cannot serve. {Reason}")]
    private static partial void LogCannotServe(ILogger logger, string reason);
}
