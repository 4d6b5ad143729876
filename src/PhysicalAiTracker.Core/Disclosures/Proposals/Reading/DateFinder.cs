using System.Globalization;
using PhysicalAiTracker.Core.Shared;

namespace PhysicalAiTracker.Core.Disclosures.Proposals.Reading;

/// <summary>
/// Finds dates: written out, or told from the day on which the source was published ("today", "on Tuesday", "3 March" without a year).
/// Figures alone, as in 05/03/2026, are read in two ways and therefore not at all.
/// </summary>
internal sealed class DateFinder(PartialDate? published)
{
    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private readonly DateOnly? _day = published is { Precision: DatePrecision.Day, IsApproximate: false, IsUncertain: false } ? published.Earliest : null;

    /// <summary>The date that begins at a token, and the token behind it.</summary>
    public (PartialDate Date, int To)? At(IReadOnlyList<Token> tokens, int at, int limit)
    {
        var first = tokens[at];
        string? Next(int more) => at + more < limit ? tokens[at + more].Lower : null;
        if (first.StartsWithDigit)
        {
            return first.Text.Length == 10 && PartialDate.TryParse(first.Text, out var iso, out _) ? (iso, at + 1)
                : DayOf(first.Lower) is { } day && MonthOf(Next(1)) is { } month ? Dated(day, month, YearOf(Next(2)) is { } year ? (year, 3) : (null, 2), at)
                : at > 0 && tokens[at - 1].Lower is "in" or "since" && YearOf(first.Lower) is not null ? (PartialDate.Parse(first.Text), at + 1)
                : null;
        }

        if (first.StartsUpper && MonthOf(first.Lower) is { } named)
        {
            return MonthFirst(named, Next, at);
        }

        return _day is { } today && Relative(first, at > 0 ? tokens[at - 1].Lower : "", today) is { } found ? (PartialDate.Of(found), at + 1) : null;
    }

    private (PartialDate Date, int To)? MonthFirst(int month, Func<int, string?> next, int at)
    {
        var dot = next(1) == "." ? 1 : 0;
        if (DayOf(next(1 + dot)) is { } day)
        {
            var comma = next(2 + dot) == "," ? 1 : 0;
            return YearOf(next(2 + dot + comma)) is { } year ? Dated(day, month, (year, 3 + dot + comma), at) : Dated(day, month, (null, 2 + dot), at);
        }

        return YearOf(next(1 + dot)) is { } alone && PartialDate.TryParse(FormattableString.Invariant($"{alone}-{month:00}"), out var date, out _) ? (date, at + 2 + dot) : null;
    }

    /// <summary>A day whose year is not written is the last such day before the source was published.</summary>
    private (PartialDate Date, int To)? Dated(int day, int month, (int? Year, int Length) rest, int at)
    {
        var year = rest.Year ?? (_day is not { } today ? null : (month, day).CompareTo((today.Month, today.Day)) <= 0 ? today.Year : today.Year - 1);
        return year is not null && PartialDate.TryParse(FormattableString.Invariant($"{year}-{month:00}-{day:00}"), out var date, out _) ? (date, at + rest.Length) : null;
    }

    private static DateOnly? Relative(Token word, string before, DateOnly today)
    {
        var weekday = Array.IndexOf(Weekdays, word.Lower);
        if (weekday >= 0 && word.StartsUpper)
        {
            return before is "last" or "next" or "this" ? null : today.AddDays(-(((int)today.DayOfWeek - weekday + 7) % 7));
        }

        return word.Lower switch { "today" => today, "yesterday" => today.AddDays(-1), _ => null };
    }

    private static int? MonthOf(string? word)
    {
        var at = word is null ? -1 : Array.FindIndex(Months, month => month == word || (word.Length is 3 or 4 && month.Length > 4 && month.StartsWith(word, StringComparison.Ordinal)));
        return at < 0 ? null : at + 1;
    }

    private static int? DayOf(string? word)
    {
        var digits = word is { Length: > 2 } && word[^2..] is "st" or "nd" or "rd" or "th" ? word[..^2] : word;
        return digits is { Length: 1 or 2 } && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private static int? YearOf(string? word) =>
        word is { Length: 4 } && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1980 and <= 2100 ? year : null;
}
