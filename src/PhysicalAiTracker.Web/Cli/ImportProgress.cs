using PhysicalAiTracker.Core.Importing.Tables;

namespace PhysicalAiTracker.Web.Cli;

/// <summary>Tells whoever waits how far an import is: on a terminal in one line, in the log now and then.</summary>
/// <param name="noun">What is counted.</param>
internal sealed partial class ImportProgress(Terminal terminal, ILogger logger, TimeProvider time, string noun) : IProgress<TableProgress>, IDisposable
{
    private static readonly TimeSpan OfLine = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan OfLog = TimeSpan.FromSeconds(30);

    private readonly TimeProvider _time = time;
    private readonly long _started = time.GetTimestamp();
    private TimeSpan _line = TimeSpan.Zero;
    private TimeSpan _log = TimeSpan.Zero;
    private bool _isShown;

    public void Report(TableProgress value)
    {
        var now = _time.GetElapsedTime(_started);
        if (terminal.Interactive && now - _line >= OfLine)
        {
            (_line, _isShown) = (now, true);
            terminal.Error.Write($"\r{Text(value),-72}");
        }

        if (now - _log >= OfLog)
        {
            _log = now;
            LogProgress(Text(value));
        }
    }

    /// <summary>Leaves the line for what comes next.</summary>
    public void Dispose()
    {
        if (_isShown)
        {
            terminal.Error.WriteLine();
        }
    }

    private string Text(TableProgress value) =>
        FormattableString.Invariant($"{value.Rows:N0} {noun}, {value.Share:P0}, {value.Rate:N0} a second{(value.Remaining is { } left ? $", about {(left.TotalMinutes >= 2 ? $"{left.TotalMinutes:0} minutes" : $"{left.TotalSeconds:0} seconds")} left" : "")}");

    [LoggerMessage(LogLevel.Information, "Importing: {Progress}")]
    private partial void LogProgress(string progress);
}
