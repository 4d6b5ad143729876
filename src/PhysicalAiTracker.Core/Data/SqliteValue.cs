using System.Buffers;
using System.Globalization;
using System.Text;
using SQLitePCL;

namespace PhysicalAiTracker.Core.Data;

/// <summary>Values as the parameters of a prepared statement of SQLite, stored as a command of Microsoft.Data.Sqlite stores them.</summary>
internal static class SqliteValue
{
    private const int ShortText = 256;
    private const int IdLength = 36;

    /// <param name="index">From 1.</param>
    /// <returns>A result of SQLite.</returns>
    /// <exception cref="NotSupportedException">No column has values of this type.</exception>
    public static int Bind(sqlite3_stmt statement, int index, object? value) => value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, index),
        string text => BindText(statement, index, text),
        Guid id => BindId(statement, index, id),
        bool yes => raw.sqlite3_bind_int(statement, index, yes ? 1 : 0),
        int number => raw.sqlite3_bind_int(statement, index, number),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        Enum word => raw.sqlite3_bind_int64(statement, index, Convert.ToInt64(word, CultureInfo.InvariantCulture)),
        DateTime time => BindText(statement, index, time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly day => BindText(statement, index, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        decimal number => BindText(statement, index, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        double number when !double.IsNaN(number) => raw.sqlite3_bind_double(statement, index, number),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => throw new NotSupportedException($"A {value.GetType().Name} is no value of a column."),
    };

    private static int BindText(sqlite3_stmt statement, int index, string text)
    {
        if (text.Length == 0)
        {
            // An empty span would be NULL.
            return raw.sqlite3_bind_text(statement, index, "");
        }

        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (longest <= ShortText)
        {
            Span<byte> few = stackalloc byte[ShortText];
            return raw.sqlite3_bind_text(statement, index, few[..Encoding.UTF8.GetBytes(text, few)]);
        }

        var bytes = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            return raw.sqlite3_bind_text(statement, index, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static int BindId(sqlite3_stmt statement, int index, Guid id)
    {
        Span<byte> text = stackalloc byte[IdLength];
        id.TryFormat(text, out var length);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(statement, index, text[..length]);
    }
}
