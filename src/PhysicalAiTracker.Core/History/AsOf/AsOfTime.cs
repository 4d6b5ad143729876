namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>
/// The clock, which stands at the end of the day in question for whatever runs while such a day is read. What depends on the time, such as
/// an age or whether a grade is stale, then needs to know nothing of it.
/// </summary>
public sealed class AsOfTime(TimeProvider clock) : TimeProvider
{
    private static readonly AsyncLocal<DateTimeOffset?> Pinned = new();

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>Lets the clock stand still for the caller and what it calls, until the answer is disposed.</summary>
    public static IDisposable Pin(DateTimeOffset at)
    {
        Pinned.Value = at;
        return new Unpin();
    }

    public override DateTimeOffset GetUtcNow() => Pinned.Value ?? clock.GetUtcNow();

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        clock.CreateTimer(callback, state, dueTime, period);

    private sealed class Unpin : IDisposable
    {
        public void Dispose() => Pinned.Value = null;
    }
}
