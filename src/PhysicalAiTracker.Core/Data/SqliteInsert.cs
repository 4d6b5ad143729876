using System.Buffers;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Inserts rows into a table of SQLite by the library's own calls. A command looks up each of its parameters by name for each row and makes a reader
/// that reads nothing, which takes longer than to write the row.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
    private const int ShortText = 256;

    private readonly SqliteConnection _connection;
    private readonly RowTable _table;
    private readonly sqlite3_stmt _insert;

    /// <param name="connection">Open.</param>
    /// <exception cref="SqliteException">There is no such table.</exception>
    public SqliteInsert(SqliteConnection connection, RowTable table)
    {
        (_connection, _table) = (connection, table);
        Check(raw.sqlite3_prepare_v2(connection.Handle, table.Insert, out _insert));
    }

    /// <param name="rows">Of the table's entity.</param>
    /// <exception cref="SqliteException">The database refuses a row.</exception>
    public void Write(IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var column = 0; column < _table.Columns.Count; column++)
            {
                Check(Bind(column + 1, _table.Columns[column].ValueOf(row)));
            }

            var result = raw.sqlite3_step(_insert);
            if (result != raw.SQLITE_DONE)
            {
                Check(result);
            }

            Check(raw.sqlite3_reset(_insert));
        }
    }

    public void Dispose() => _insert.Dispose();

    /// <summary>As a command of Microsoft.Data.Sqlite stores the value.</summary>
    private int Bind(int index, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_insert, index),
        string text => BindText(index, text),
        Guid id => BindId(index, id),
        bool yes => raw.sqlite3_bind_int(_insert, index, yes ? 1 : 0),
        int number => raw.sqlite3_bind_int(_insert, index, number),
        long number => raw.sqlite3_bind_int64(_insert, index, number),
        DateTime time => BindText(index, time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        DateOnly day => BindText(index, day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture)),
        decimal number => BindText(index, number.ToString("0.0###########################", CultureInfo.InvariantCulture)),
        double number when !double.IsNaN(number) => raw.sqlite3_bind_double(_insert, index, number),
        byte[] bytes => raw.sqlite3_bind_blob(_insert, index, bytes),
        _ => throw new NotSupportedException($"{_table.Columns[index - 1].Name}: {value.GetType().Name}"),
    };

    private int BindText(int index, string text)
    {
        if (text.Length == 0)
        {
            // An empty span would be NULL.
            return raw.sqlite3_bind_text(_insert, index, "");
        }

        var longest = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (longest <= ShortText)
        {
            Span<byte> few = stackalloc byte[ShortText];
            return raw.sqlite3_bind_text(_insert, index, few[..Encoding.UTF8.GetBytes(text, few)]);
        }

        var bytes = ArrayPool<byte>.Shared.Rent(longest);
        try
        {
            return raw.sqlite3_bind_text(_insert, index, bytes.AsSpan(0, Encoding.UTF8.GetBytes(text, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private int BindId(int index, Guid id)
    {
        Span<byte> text = stackalloc byte[36];
        id.TryFormat(text, out var length);
        Ascii.ToUpperInPlace(text, out _);
        return raw.sqlite3_bind_text(_insert, index, text[..length]);
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
