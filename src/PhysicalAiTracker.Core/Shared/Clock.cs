namespace PhysicalAiTracker.Core.Shared;

/// <summary>The time as it is stored.</summary>
internal static class Clock
{
    /// <summary>UTC in whole milliseconds: SQLite and PostgreSQL keep different fractions of a second, and both keep these.</summary>
    public static DateTime Now(TimeProvider time)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return new DateTime(now.Ticks - (now.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
    }
}
