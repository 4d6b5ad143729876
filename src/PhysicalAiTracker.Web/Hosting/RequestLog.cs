using System.Diagnostics;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Keys;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>
/// One line a request: method, path, status, milliseconds; the trace id ends every line of the log. Neither query nor headers nor bodies, where searches and secrets are.
/// Health checks are logged at Debug, for they come every few seconds.
/// </summary>
public sealed partial class RequestLog(RequestDelegate next, ILogger<RequestLog> logger)
{
    /// <summary>What nginx logs when the client went away before the answer.</summary>
    private const int ClientClosed = 499;

    private const string KeyMark = $"/{ApiKey.Kind}_";

    public async Task InvokeAsync(HttpContext context)
    {
        var started = Stopwatch.GetTimestamp();
        // Later parts change the path when they run the request again for an error page.
        var path = context.Request.Path.ToUriComponent();
        try
        {
            await next(context);
        }
        finally
        {
            Log(logger, context, path, started);
        }
    }

    /// <summary>Writes the line.</summary>
    /// <param name="started">Timestamp of the <see cref="Stopwatch"/>.</param>
    internal static void Log(ILogger logger, HttpContext context, string path, long started)
    {
        var status = context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted ? ClientClosed : context.Response.StatusCode;
        var level = path.StartsWith(Health.Path, StringComparison.OrdinalIgnoreCase) ? LogLevel.Debug : LogLevel.Information;
        if (!logger.IsEnabled(level))
        {
            return;
        }

        var milliseconds = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var kept = Kept(path);
        LogRequest(logger, level, context.Request.Method, kept, status, milliseconds);
    }

    /// <summary>A key that somebody put into the path is refused there, and cut here.</summary>
    private static string Kept(string path) => path.Contains(KeyMark, StringComparison.Ordinal) ? string.Join('/', path.Split('/').Select(part => SecretToken.TryRead(ApiKey.Kind, part)?.ToString() ?? part)) : path;

    [LoggerMessage("{Method} {Path} {Status} in {Milliseconds:0.0} ms")]
    private static partial void LogRequest(ILogger logger, LogLevel level, string method, string path, int status, double milliseconds);
}
