using System.Diagnostics;

namespace PhysicalAiTracker.Benchmarks.Report;

/// <summary>The program in a process of its own, so that what it takes is nobody else's.</summary>
/// <param name="Elapsed">From its start to its end.</param>
/// <param name="Peak">The most memory it had resident, in bytes.</param>
internal sealed record ProgramRun(TimeSpan Elapsed, long Peak)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static string Megabytes(long bytes) => FormattableString.Invariant($"{bytes / 1e6:#,##0} MB");

    /// <summary>Starts the program that this one was built with, or another.</summary>
    /// <param name="folder">Where the other one lies.</param>
    public static Process Start(string? folder, params IEnumerable<string> arguments) =>
        StartFile("dotnet", [Path.Combine(folder ?? AppContext.BaseDirectory, "PhysicalAiTracker.Web.dll"), .. arguments]);

    /// <summary>Runs a verb to its end.</summary>
    /// <inheritdoc cref="Start"/>
    /// <exception cref="InvalidOperationException">It failed; the message is what it said.</exception>
    public static async Task<ProgramRun> OfVerbAsync(string? folder, params IReadOnlyList<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Start(folder, arguments);
        var said = process.StandardOutput.ReadToEndAsync();
        var failed = process.StandardError.ReadToEndAsync();
        long peak = 0;
        while (!process.WaitForExit(Look))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.WorkingSet64);
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                // It ended while it was looked at.
            }
        }

        return process.ExitCode == 0 ? new ProgramRun(watch.Elapsed, peak) : throw new InvalidOperationException($"{string.Join(' ', arguments)}: {await said}{await failed}");
    }

    /// <summary>Starts any program, with its streams at hand.</summary>
    public static Process StartFile(string file, IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true }) ?? throw new InvalidOperationException($"{file} does not start");
}
