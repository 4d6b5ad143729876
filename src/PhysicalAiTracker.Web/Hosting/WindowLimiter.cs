using System.Threading.RateLimiting;

namespace PhysicalAiTracker.Web.Hosting;

/// <summary>What is left of a window.</summary>
internal sealed class WindowStatistics : RateLimiterStatistics
{
    public required int Limit { get; init; }

    /// <summary>Until everything is counted anew.</summary>
    public required int ResetSeconds { get; init; }
}

/// <summary>So many requests in a window of time, which begins with the first of them. Unlike the framework's it tells what is left, and for how long.</summary>
internal sealed class WindowLimiter(int limit, TimeSpan window) : RateLimiter
{
    private readonly Lock _lock = new();
    private long _started = Environment.TickCount64;
    private int _used;

    public override TimeSpan? IdleDuration
    {
        get
        {
            lock (_lock)
            {
                var passed = Passed;
                return passed > window ? passed - window : null;
            }
        }
    }

    private TimeSpan Passed => TimeSpan.FromMilliseconds(Environment.TickCount64 - _started);

    private int Seconds => Math.Max(1, (int)Math.Ceiling((window - Passed).TotalSeconds));

    public override RateLimiterStatistics GetStatistics()
    {
        lock (_lock)
        {
            Renew();
            return new WindowStatistics { Limit = limit, CurrentAvailablePermits = limit - _used, ResetSeconds = Seconds };
        }
    }

    protected override RateLimitLease AttemptAcquireCore(int permitCount)
    {
        lock (_lock)
        {
            Renew();
            if (_used + permitCount > limit)
            {
                return new Lease(false, TimeSpan.FromSeconds(Seconds));
            }

            _used += permitCount;
            return new Lease(true, TimeSpan.Zero);
        }
    }

    protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) => new(AttemptAcquireCore(permitCount));

    private void Renew()
    {
        if (Passed >= window)
        {
            _started = Environment.TickCount64;
            _used = 0;
        }
    }

    private sealed class Lease(bool acquired, TimeSpan wait) : RateLimitLease
    {
        public override bool IsAcquired => acquired;

        public override IEnumerable<string> MetadataNames => [MetadataName.RetryAfter.Name];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = !acquired && metadataName == MetadataName.RetryAfter.Name ? wait : null;
            return metadata is not null;
        }
    }
}
