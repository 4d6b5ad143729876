using System.Collections.Concurrent;
using System.Globalization;
using System.Threading.RateLimiting;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>Whose requests are counted together, and how many a window takes.</summary>
/// <param name="Kind">Tells names of different kinds apart.</param>
internal readonly record struct CountedCaller(string Kind, string Name, int Limit);

/// <summary>What is left of a window.</summary>
/// <param name="Limit">So many requests.</param>
/// <param name="Policy">The same with the length of the window, as the header has it.</param>
/// <param name="ResetSeconds">Until everything is counted anew.</param>
internal readonly record struct WindowState(string Limit, string Policy, int Remaining, int ResetSeconds);

/// <summary>
/// So many requests of a caller in a window of time, which begins with the first of them. Unlike the framework's it tells what is left and for how long, and
/// takes no lock, since each answer from memory asks it.
/// </summary>
/// <param name="of">Whose request it is; null where it is not counted.</param>
internal sealed class WindowLimiter(Func<HttpContext, CountedCaller?> of, TimeSpan window) : PartitionedRateLimiter<HttpContext>
{
    private static readonly Lease Granted = new(TimeSpan.Zero);

    private readonly ConcurrentDictionary<CountedCaller, Window> _windows = [];
    private long _swept = Environment.TickCount64;

    /// <summary>What is left to the caller; null where their requests are not counted.</summary>
    public WindowState? StateOf(HttpContext context) => CallerOf(context) is { } caller ? StateOf(caller) : null;

    /// <summary>Whose request it is; null where it is not counted.</summary>
    public CountedCaller? CallerOf(HttpContext context) => of(context);

    /// <summary>What is left to a caller.</summary>
    public WindowState StateOf(CountedCaller caller) => StateOf(caller, WindowOf(caller));

    /// <summary>Counts a request of a caller who is known.</summary>
    /// <param name="state">What is left after it.</param>
    /// <returns>False where it is one too many.</returns>
    public bool TryCount(CountedCaller caller, out WindowState state)
    {
        var counted = WindowOf(caller);
        var isGranted = counted.Add(1) <= caller.Limit;
        state = StateOf(caller, counted);
        return isGranted;
    }

    public override RateLimiterStatistics? GetStatistics(HttpContext resource) => StateOf(resource) is { } state ? new() { CurrentAvailablePermits = state.Remaining } : null;

    protected override RateLimitLease AttemptAcquireCore(HttpContext resource, int permitCount)
    {
        if (of(resource) is not { } caller)
        {
            return Granted;
        }

        var counted = WindowOf(caller);
        return counted.Add(permitCount) <= caller.Limit ? Granted : new Lease(TimeSpan.FromSeconds(Seconds(counted)));
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(HttpContext resource, int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(resource, permitCount));

    private Window WindowOf(CountedCaller caller)
    {
        var now = Environment.TickCount64;
        Sweep(now);
        var counted = _windows.TryGetValue(caller, out var known) ? known : _windows.GetOrAdd(caller, new Window(now, caller.Limit, window));
        counted.Renew(now, (long)window.TotalMilliseconds);
        return counted;
    }

    /// <summary>Forgets, once a window, callers of whom nothing was heard for one.</summary>
    private void Sweep(long now)
    {
        var swept = Volatile.Read(ref _swept);
        if (now - swept < window.TotalMilliseconds || Interlocked.CompareExchange(ref _swept, now, swept) != swept)
        {
            return;
        }

        foreach (var (caller, counted) in _windows)
        {
            if (now - counted.Started >= window.TotalMilliseconds)
            {
                _windows.TryRemove(caller, out _);
            }
        }
    }

    private WindowState StateOf(CountedCaller caller, Window counted) => new(counted.Limit, counted.Policy, Math.Max(0, caller.Limit - counted.Used), Seconds(counted));

    private int Seconds(Window counted) => Math.Max(1, (int)Math.Ceiling((window.TotalMilliseconds - (Environment.TickCount64 - counted.Started)) / 1000));

    private sealed class Window(long started, int limit, TimeSpan length)
    {
        private long _started = started;
        private int _used;

        public string Limit { get; } = limit.ToString(CultureInfo.InvariantCulture);

        public string Policy { get; } = string.Create(CultureInfo.InvariantCulture, $"{limit};w={(int)length.TotalSeconds}");

        public long Started => Volatile.Read(ref _started);

        public int Used => Volatile.Read(ref _used);

        public int Add(int requests) => Interlocked.Add(ref _used, requests);

        public void Renew(long now, long length)
        {
            var begun = Started;
            if (now - begun >= length && Interlocked.CompareExchange(ref _started, now, begun) == begun)
            {
                Volatile.Write(ref _used, 0);
            }
        }
    }

    /// <param name="wait">Zero where it is granted.</param>
    private sealed class Lease(TimeSpan wait) : RateLimitLease
    {
        public override bool IsAcquired => wait == TimeSpan.Zero;

        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = !IsAcquired && metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
