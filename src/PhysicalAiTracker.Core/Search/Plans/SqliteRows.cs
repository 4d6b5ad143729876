using System.Buffers.Text;
using System.Collections;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using static PhysicalAiTracker.Core.Search.Plans.SqliteNative;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>
/// The rows of a prepared statement, read as <see cref="SqliteDataReader"/> reads them (Guids and dates as text), but column by column straight from SQLite:
/// that one looks at each column's type again with each call.
/// </summary>
/// <param name="prepared">To be disposed of by whoever prepared it, when nobody reads its rows any more.</param>
internal sealed class SqliteRows(sqlite3 connection, sqlite3_stmt prepared) : DbDataReader
{
    private const int ShortText = 24;
    private const int MostKnown = 64;

    /// <summary>Taken out once, since a handle is counted with each call that takes it.</summary>
    private readonly nint _statement = prepared.DangerousGetHandle();

    /// <summary>Short texts read before, each at the place that its bytes choose: words, names of fields and currencies come again and again.</summary>
    private readonly string?[] _known = new string?[MostKnown];

    private bool _isOpen;

    public override int Depth => 0;

    public override int FieldCount { get; } = raw.sqlite3_column_count(prepared);

    public override bool HasRows => throw new NotSupportedException();

    public override bool IsClosed => !_isOpen;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    /// <summary>Before the first row.</summary>
    public void Open() => _isOpen = true;

    public override bool Read()
    {
        var status = sqlite3_step(_statement);
        if (status is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
        {
            SqliteException.ThrowExceptionForRC(status, connection);
        }

        return status == raw.SQLITE_ROW;
    }

    /// <summary>SQLite knows no waiting.</summary>
    public override Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read());
    }

    public override bool NextResult() => false;

    public override void Close()
    {
        if (_isOpen)
        {
            _isOpen = false;
            _ = raw.sqlite3_reset(prepared);
        }
    }

    public override bool IsDBNull(int ordinal) => sqlite3_column_type(_statement, ordinal) == raw.SQLITE_NULL;

    public override bool GetBoolean(int ordinal) => GetInt64(ordinal) != 0;

    public override byte GetByte(int ordinal) => (byte)GetInt64(ordinal);

    public override short GetInt16(int ordinal) => (short)GetInt64(ordinal);

    public override int GetInt32(int ordinal) => (int)GetInt64(ordinal);

    public override long GetInt64(int ordinal) => sqlite3_column_int64(_statement, ordinal);

    public override float GetFloat(int ordinal) => (float)GetDouble(ordinal);

    public override double GetDouble(int ordinal) => sqlite3_column_double(_statement, ordinal);

    public override decimal GetDecimal(int ordinal) => decimal.Parse(GetString(ordinal), NumberStyles.Number | NumberStyles.AllowExponent, CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => GetString(ordinal)[0];

    public override string GetString(int ordinal)
    {
        var bytes = Bytes(ordinal);
        if (bytes.Length is 0 or > ShortText)
        {
            return Encoding.UTF8.GetString(bytes);
        }

        ref var known = ref _known[((bytes.Length * 3) + (bytes[0] * 5) + (bytes[bytes.Length / 2] * 7) + (bytes[^1] * 11)) % MostKnown];
        return known is not null && Ascii.Equals(bytes, known) ? known : known = Encoding.UTF8.GetString(bytes);
    }

    public override Guid GetGuid(int ordinal)
    {
        var bytes = Bytes(ordinal);
        return bytes.Length == 16 && sqlite3_column_type(_statement, ordinal) == raw.SQLITE_BLOB ? new Guid(bytes)
            : Utf8Parser.TryParse(bytes, out Guid id, out var read) && read == bytes.Length ? id
            : throw new FormatException($"Column {ordinal} holds no id.");
    }

    public override DateTime GetDateTime(int ordinal) => SqliteText.ToDateTime(Bytes(ordinal));

    public override T GetFieldValue<T>(int ordinal) =>
        typeof(T) == typeof(DateOnly) ? (T)(object)SqliteText.ToDate(Bytes(ordinal))
        : typeof(T) == typeof(byte[]) ? (T)(object)Bytes(ordinal).ToArray()
        : typeof(T) == typeof(string) ? (T)(object)GetString(ordinal)
        : typeof(T) == typeof(Guid) ? (T)(object)GetGuid(ordinal)
        : typeof(T) == typeof(DateTime) ? (T)(object)GetDateTime(ordinal)
        : throw new NotSupportedException($"{typeof(T)} is not read by plans.");

    public override object GetValue(int ordinal) => sqlite3_column_type(_statement, ordinal) switch
    {
        raw.SQLITE_NULL => DBNull.Value,
        raw.SQLITE_INTEGER => GetInt64(ordinal),
        raw.SQLITE_FLOAT => GetDouble(ordinal),
        raw.SQLITE_BLOB => Bytes(ordinal).ToArray(),
        _ => GetString(ordinal),
    };

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var ordinal = 0; ordinal < count; ordinal++)
        {
            values[ordinal] = GetValue(ordinal);
        }

        return count;
    }

    public override string GetName(int ordinal) => raw.sqlite3_column_name(prepared, ordinal).utf8_to_string();

    public override int GetOrdinal(string name) => Enumerable.Range(0, FieldCount).First(ordinal => GetName(ordinal) == name);

    public override Type GetFieldType(int ordinal) => throw new NotSupportedException();

    public override string GetDataTypeName(int ordinal) => throw new NotSupportedException();

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    private ReadOnlySpan<byte> Bytes(int ordinal) => Text(_statement, ordinal);
}
