using System.Globalization;
using Microsoft.Extensions.Configuration.Memory;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Serilog as the one logging provider (docs/decisions/0010-serilog-without-its-aspnetcore-package.md).</summary>
public static class Logs
{
    private const string Line = "{Timestamp:yyyy-MM-ddTHH:mm:ss.fffzzz} {Level:u3} {SourceContext}: {Message:lj} trace={TraceId}{NewLine}{Exception}";

    /// <summary>Levels where the configuration says nothing: the framework is heard only when something is wrong.</summary>
    private static readonly Dictionary<string, string?> Levels = new()
    {
        ["Logging:LogLevel:Default"] = nameof(LogLevel.Information),
        ["Logging:LogLevel:Microsoft"] = nameof(LogLevel.Warning),
        ["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = nameof(LogLevel.Information),
        // It warns that keys are not encrypted at rest; the folder is closed to others instead, see docs/deployment.md.
        ["Logging:LogLevel:Microsoft.AspNetCore.DataProtection"] = nameof(LogLevel.Error),
        // Server says why it cannot start, without the stack trace.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = nameof(LogLevel.None),
    };

    /// <summary>Puts the default levels below everything else that configures.</summary>
    public static void AddDefaultLevels(this IConfigurationBuilder configuration) =>
        configuration.Sources.Insert(0, new MemoryConfigurationSource { InitialData = Levels });

    /// <summary>Console (errors on standard error) and, when configured, a file a day.</summary>
    /// <param name="verb">Whether a verb runs: it tells its user by itself what went wrong, so the console stays quiet.</param>
    public static void AddTrackerLogs(this ILoggingBuilder logging, TrackerSettings settings, bool verb)
    {
        var serilog = new LoggerConfiguration().MinimumLevel.Verbose().Enrich.FromLogContext()
            .WriteTo.Console(
                verb ? LogEventLevel.Fatal : LogEventLevel.Verbose,
                Line,
                CultureInfo.InvariantCulture,
                standardErrorFromLevel: LogEventLevel.Error);
        if (settings.Logs.File)
        {
            serilog.WriteTo.File(
                Path.Combine(settings.DataDirectory, "logs", "tracker-.log"),
                outputTemplate: Line,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: settings.Logs.KeepDays,
                shared: true);
        }

        // Not AddSerilog, which switches the levels of the section Logging off for its provider.
        logging.ClearProviders().Services.AddSingleton<ILoggerProvider>(_ => new SerilogLoggerProvider(serilog.CreateLogger(), dispose: true));
    }
}
