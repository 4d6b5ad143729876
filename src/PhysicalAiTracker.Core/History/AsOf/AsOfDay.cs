using System.Globalization;

namespace PhysicalAiTracker.Core.History.AsOf;

/// <summary>A day (UTC) at whose end somebody asks what the tracker believed.</summary>
public readonly record struct AsOfDay(DateOnly Date)
{
    /// <summary>The first moment that no longer belongs to it (UTC).</summary>
    public DateTime End => Date == DateOnly.MaxValue ? DateTime.MaxValue : Date.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    /// <summary>The last moment that is stored (UTC), what "now" is for whoever reads that day.</summary>
    public DateTimeOffset LastMoment => new(End.AddMilliseconds(-1), TimeSpan.Zero);

    /// <summary>As in addresses, <c>2026-05-01</c>.</summary>
    public string Text => Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Reads <c>YYYY-MM-DD</c>; refuses days to come, about which nothing was believed.</summary>
    /// <param name="problem">What is wrong, to stand after the parameter's name; null where all is well.</param>
    public static bool TryRead(string text, DateOnly today, out AsOfDay day, out string? problem)
    {
        day = default;
        if (!DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problem = $"“{(text.Length <= 60 ? text : text[..60] + "…")}” is no day: write it as 2026-11-22";
            return false;
        }

        day = new AsOfDay(date);
        problem = date > today ? $"{day.Text} is to come; today is {new AsOfDay(today).Text} (UTC)" : null;
        return problem is null;
    }
}
