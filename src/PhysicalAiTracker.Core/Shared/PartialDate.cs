using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace PhysicalAiTracker.Core.Shared;

/// <summary>How much of a date is known.</summary>
public enum DatePrecision
{
    Year,
    Month,
    Day,
}

/// <summary>
/// A date as precise as its source: <c>2025</c>, <c>2025-11</c> or <c>2025-11-03</c>, each with <c>?</c> (uncertain),
/// <c>~</c> (approximate) or <c>%</c> (both) after it where the source says so. Years 1900–2199.
/// </summary>
/// <remarks>A subset of EDTF levels 0 and 1 (ISO 8601-2:2019, Library of Congress).</remarks>
public sealed record PartialDate : IComparable<PartialDate>
{
    /// <summary>Characters of the longest date, for columns and forms.</summary>
    public const int MaxLength = 11;

    private const string Expected = "write a date as 2025, 2025-11 or 2025-11-03, then ? if uncertain, ~ if approximate, % if both";

    private PartialDate(string text, DateOnly earliest, DatePrecision precision)
    {
        Text = text;
        Earliest = earliest;
        Precision = precision;
        IsUncertain = text[^1] is '?' or '%';
        IsApproximate = text[^1] is '~' or '%';
    }

    /// <summary>The EDTF text: what is stored and exchanged.</summary>
    public string Text { get; }

    /// <summary>First day the date may mean; marks do not widen it.</summary>
    public DateOnly Earliest { get; }

    /// <summary>Last day the date may mean; marks do not widen it.</summary>
    public DateOnly Latest => Precision switch
    {
        DatePrecision.Year => new DateOnly(Earliest.Year, 12, 31),
        DatePrecision.Month => Earliest.AddMonths(1).AddDays(-1),
        _ => Earliest,
    };

    public DatePrecision Precision { get; }

    public bool IsApproximate { get; }

    public bool IsUncertain { get; }

    /// <summary>A day known for certain.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1900–2199.</exception>
    public static PartialDate Of(DateOnly day) =>
        TryParse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var date, out var problem)
            ? date
            : throw new ArgumentOutOfRangeException(nameof(day), day, problem);

    /// <summary>For text that was checked before, such as a stored value.</summary>
    /// <exception cref="FormatException">The text is no such date.</exception>
    public static PartialDate Parse(string text) =>
        TryParse(text, out var date, out var problem) ? date : throw new FormatException(problem);

    /// <summary>Reads a date; otherwise says, for the person who typed it, what is wrong.</summary>
    public static bool TryParse(
        string? text, [NotNullWhen(true)] out PartialDate? date, [NotNullWhen(false)] out string? problem)
    {
        date = null;
        var trimmed = text?.Trim() ?? "";
        var digits = trimmed.TrimEnd('?', '~', '%');
        var shaped = trimmed.Length - digits.Length <= 1
            && digits.Length is 4 or 7 or 10
            && IsShaped(digits);
        if (!shaped)
        {
            problem = trimmed.Length == 0 ? $"No date: {Expected}." : $"\"{Shorten(trimmed)}\" is not a date: {Expected}.";
            return false;
        }

        var year = int.Parse(digits.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var month = digits.Length >= 7 ? int.Parse(digits.AsSpan(5, 2), CultureInfo.InvariantCulture) : 1;
        var day = digits.Length == 10 ? int.Parse(digits.AsSpan(8, 2), CultureInfo.InvariantCulture) : 1;
        problem = ProblemOf(digits, year, month, day);
        if (problem is not null)
        {
            return false;
        }

        var precision = digits.Length switch { 4 => DatePrecision.Year, 7 => DatePrecision.Month, _ => DatePrecision.Day };
        date = new PartialDate(trimmed, new DateOnly(year, month, day), precision);
        return true;
    }

    /// <summary>As a person reads it: "2025", "Nov 2025", "3 Nov 2025", "about Apr 2026", "2026 (uncertain)".</summary>
    public string ToDisplay()
    {
        var format = Precision switch { DatePrecision.Year => "yyyy", DatePrecision.Month => "MMM yyyy", _ => "d MMM yyyy" };
        var shown = Earliest.ToString(format, CultureInfo.InvariantCulture);
        return $"{(IsApproximate ? "about " : "")}{shown}{(IsUncertain ? " (uncertain)" : "")}";
    }

    /// <summary>By the earliest day, then the less precise first, then by text so that only equal dates compare equal.</summary>
    public int CompareTo(PartialDate? other) =>
        other is null
            ? 1
            : (Earliest, Precision).CompareTo((other.Earliest, other.Precision)) is var order && order != 0
                ? order
                : string.CompareOrdinal(Text, other.Text);

    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    public static bool operator <=(PartialDate left, PartialDate right) => left.CompareTo(right) <= 0;

    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    public static bool operator >=(PartialDate left, PartialDate right) => left.CompareTo(right) >= 0;

    public override string ToString() => Text;

    private static bool IsShaped(string digits)
    {
        for (var index = 0; index < digits.Length; index++)
        {
            if (index is 4 or 7 ? digits[index] != '-' : !char.IsAsciiDigit(digits[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static string? ProblemOf(string digits, int year, int month, int day)
    {
        if (year is < 1900 or > 2199)
        {
            return $"{digits[..4]} is outside the years 1900–2199.";
        }

        if (month is < 1 or > 12)
        {
            return $"{digits[..7]} is not a month.";
        }

        var days = DateTime.DaysInMonth(year, month);
        return day < 1 || day > days
            ? string.Create(CultureInfo.InvariantCulture, $"{digits} is not a day: {new DateOnly(year, month, 1):MMMM yyyy} has {days}.")
            : null;
    }

    private static string Shorten(string text) => text.Length <= 40 ? text : text[..40] + "…";
}
