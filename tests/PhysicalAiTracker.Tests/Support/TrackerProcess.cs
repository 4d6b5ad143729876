using System.Diagnostics;
using System.Text;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>The program as an operating system sees it: with an exit code, two streams and signals.</summary>
public sealed class TrackerProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _out = new();
    private readonly StringBuilder _error = new();
    private readonly TaskCompletionSource<string> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <param name="arguments">A verb and settings. Without a verb it serves on a free port.</param>
    public TrackerProcess(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "PhysicalAiTracker.Web"), ["--urls=http://127.0.0.1:0", .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, line) => Hear(_out, line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(_error, line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Standard output so far.</summary>
    public string Out => Text(_out);

    /// <summary>Standard error so far.</summary>
    public string Error => Text(_error);

    /// <summary>Waits until it serves, and answers where.</summary>
    public Task<string> AddressAsync() => _listening.Task.WaitAsync(Patience);

    /// <summary>Waits until it says so, on either stream.</summary>
    public async Task SaysAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!Out.Contains(text, StringComparison.Ordinal) && !Error.Contains(text, StringComparison.Ordinal))
        {
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>What <c>systemctl stop</c> does.</summary>
    public void Terminate() => Process.Start("kill", ["-TERM", $"{_process.Id}"]).WaitForExit();

    /// <summary>Waits for the end, and answers the exit code.</summary>
    public async Task<int> ExitAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }

    private static string Text(StringBuilder heard)
    {
        lock (heard)
        {
            return heard.ToString();
        }
    }

    private void Hear(StringBuilder heard, string? line)
    {
        const string Mark = "Now listening on: ";
        if (line is null)
        {
            return;
        }

        lock (heard)
        {
            heard.AppendLine(line);
        }

        if (line.IndexOf(Mark, StringComparison.Ordinal) is >= 0 and var at)
        {
            _listening.TrySetResult(line[(at + Mark.Length)..].Split(' ')[0]);
        }
    }
}
