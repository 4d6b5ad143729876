using System.Globalization;
using System.Text;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>Days and times as the database has them: "2025-11-03", "2025-11-03 10:15:00.1234567" (docs/data-model.md).</summary>
internal static class SqliteText
{
    private const int DateLength = 10;
    private const int TimeLength = 19;

    public static DateOnly ToDate(ReadOnlySpan<byte> text) => text.Length == DateLength && IsDate(text)
        ? new DateOnly(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2))
        : DateOnly.Parse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture);

    /// <summary>Of no kind, as the database says none.</summary>
    public static DateTime ToDateTime(ReadOnlySpan<byte> text)
    {
        if (text.Length is < TimeLength or > TimeLength + 8 || !IsDate(text) || text[10] != ' ' || text[13] != ':' || text[16] != ':'
            || (text.Length > TimeLength && text[TimeLength] != '.') || !IsNumber(text, 11, 2) || !IsNumber(text, 14, 2) || !IsNumber(text, 17, 2) || (text.Length > TimeLength && !IsNumber(text, 20, text.Length - 20)))
        {
            return DateTime.Parse(Encoding.UTF8.GetString(text), CultureInfo.InvariantCulture);
        }

        var time = new DateTime(Number(text, 0, 4), Number(text, 5, 2), Number(text, 8, 2), Number(text, 11, 2), Number(text, 14, 2), Number(text, 17, 2));
        var ticks = 0;
        for (var (at, worth) = (TimeLength + 1, 1_000_000); at < text.Length; at++, worth /= 10)
        {
            ticks += (text[at] - '0') * worth;
        }

        return time.AddTicks(ticks);
    }

    private static bool IsDate(ReadOnlySpan<byte> text) => text[4] == '-' && text[7] == '-' && IsNumber(text, 0, 4) && IsNumber(text, 5, 2) && IsNumber(text, 8, 2);

    private static bool IsNumber(ReadOnlySpan<byte> text, int start, int length) => !text.Slice(start, length).ContainsAnyExceptInRange((byte)'0', (byte)'9');

    private static int Number(ReadOnlySpan<byte> text, int start, int length)
    {
        var number = 0;
        foreach (var digit in text.Slice(start, length))
        {
            number = (10 * number) + (digit - '0');
        }

        return number;
    }
}
