using System.Runtime;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>
/// Keeps the process small until it is disposed of (docs/decisions/0063): .NET's collector stops everything and closes holes, and free native memory goes back to the system. Beside
/// requests it would never move anything, so that holes stay; to stop them takes some 30 ms. Nobody waits for an answer of a verb meanwhile.
/// </summary>
internal sealed class SmallMemory : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    private readonly GCLatencyMode _before = GCSettings.LatencyMode;
    private readonly ITimer _timer;

    public SmallMemory(TimeProvider time)
    {
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        _timer = time.CreateTimer(_ => NativeHeap.Trim(), null, Interval, Interval);
    }

    /// <summary>The process may have other work afterwards: the benchmarks ask from within that of the server.</summary>
    public ValueTask DisposeAsync()
    {
        GCSettings.LatencyMode = _before;
        return _timer.DisposeAsync();
    }
}
