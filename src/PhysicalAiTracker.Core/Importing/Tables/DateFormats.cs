using System.Globalization;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Importing.Tables;

/// <summary>
/// How a mapping says that dates are written: <c>d</c>, <c>dd</c>, <c>M</c>, <c>MM</c>, <c>MMM</c>, <c>MMMM</c> and <c>yyyy</c> with separators between. .NET knows more letters, of which some read a date as
/// another (<c>mm</c> is minutes) and others make up what is not there, such as the year.
/// </summary>
internal static class DateFormats
{
    private const string Parts = "known are d, dd, M, MM, MMM, MMMM and yyyy, with blanks, full stops, commas, hyphens or slashes between";

    private const string Separators = " .,-/年月日";

    private static readonly string[] Known = ["d", "dd", "M", "MM", "MMM", "MMMM", "yyyy"];

    /// <summary>What is read whatever a mapping says.</summary>
    private static readonly string[] Edtf = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <summary>Null of a format that can be read by.</summary>
    public static string? ProblemOf(string format)
    {
        var parts = PartsOf(format);
        if (parts.Find(part => !IsSeparator(part) && !Known.Contains(part)) is { } strange)
        {
            return $"“{strange}” {Advice(strange)}";
        }

        var letters = parts.Where(part => !IsSeparator(part)).Select(part => part[0]).ToList();
        if (letters.Distinct().Count() < letters.Count)
        {
            return "names the same part of a date twice";
        }

        // 2026111 is two days.
        if (parts.Zip(parts.Skip(1)).Any(pair => IsNumber(pair.First) && IsNumber(pair.Second) && (pair.First.Length == 1 || pair.Second.Length == 1)))
        {
            return "has nothing between two numbers of which one may have one digit or two: write dd and MM, or what stands between them";
        }

        return !letters.Contains('y') ? "has no year (yyyy), and nobody can tell which one is meant"
            : letters.Contains('d') && !letters.Contains('M') ? "has a day and no month (M, MM, MMM or MMMM)"
            : null;
    }

    /// <summary>The first format by which a text means another date than by one before it, or than by EDTF, and what is wrong with that; null where there is none.</summary>
    /// <param name="formats">Each of which can be read by.</param>
    public static (string Format, string Problem)? ClashIn(IReadOnlyList<string> formats)
    {
        foreach (var (index, format) in formats.Index())
        {
            foreach (var other in Edtf.Concat(formats.Take(index)))
            {
                if (TextOfTwo(format, other) is { } text)
                {
                    return (format, Edtf.Contains(other)
                        ? $"reads “{text}” as another date than {other}, which is always read"
                        : $"reads “{text}” as another date than {other} does, and nobody can tell which is meant: keep one of them; a column may have its own (dates)");
                }
            }
        }

        return null;
    }

    /// <summary>A date in EDTF as precise as its format, or what is wrong with it.</summary>
    public static (string? Edtf, string? Problem) Read(string text, IReadOnlyList<string> formats)
    {
        if (PartialDate.TryParse(text, out var edtf, out var problem))
        {
            return (edtf.Text, null);
        }

        foreach (var format in formats)
        {
            if (Parse(text, format) is { } written)
            {
                return PartialDate.TryParse(written, out var date, out problem) ? (date.Text, null) : (null, problem);
            }
        }

        return (null, formats.Count > 0
            ? $"is no date: neither as the mapping says ({string.Join(", ", formats)}), nor like 2025, 2025-11 or 2025-11-03"
            : $"{problem}; or say in the mapping how dates are written (dates: [\"dd.MM.yyyy\"])");
    }

    private static string? Parse(string text, string format) => DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
        ? day.ToString(format.Contains('d', StringComparison.Ordinal) ? Edtf[0] : format.Contains('M', StringComparison.Ordinal) ? Edtf[1] : Edtf[2], CultureInfo.InvariantCulture)
        : null;

    /// <summary>A text that two formats read as two dates; of all days of a year one shows it where there is any.</summary>
    private static string? TextOfTwo(string one, string other)
    {
        for (var day = new DateOnly(2012, 1, 1); day.Year == 2012; day = day.AddDays(1))
        {
            foreach (var format in new[] { one, other })
            {
                var text = day.ToString(format, CultureInfo.InvariantCulture);
                if (Parse(text, one) is { } first && Parse(text, other) is { } second && first != second)
                {
                    return text;
                }
            }
        }

        return null;
    }

    /// <summary>Runs of one letter, and of separators.</summary>
    private static List<string> PartsOf(string format)
    {
        var parts = new List<string>();
        foreach (var c in format)
        {
            if (parts.Count > 0 && (parts[^1][^1] == c || (IsSeparator(parts[^1]) && Separators.Contains(c))))
            {
                parts[^1] += c;
            }
            else
            {
                parts.Add(c.ToString());
            }
        }

        return parts;
    }

    private static bool IsSeparator(string part) => Separators.Contains(part[0]);

    private static bool IsNumber(string part) => part is "d" or "dd" or "M" or "MM" or "yyyy";

    private static string Advice(string strange) => strange[0] switch
    {
        'm' => $"is minutes: write {strange.ToUpperInvariant()} for the month",
        'Y' => "is nothing of a date: write yyyy for the year",
        'D' => $"is nothing of a date: write {(strange.Length == 1 ? "d" : "dd")} for the day",
        'y' => "is no year of four digits, and nobody can tell the century: write yyyy, in the file too",
        'd' => "is the day of a week: write d or dd for the day",
        _ => $"is nothing that a date is written with: {Parts}",
    };
}
