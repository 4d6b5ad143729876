using System.Runtime.InteropServices;
using SQLitePCL;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// The first bytes of a database's WAL index, which all that have the database open share in memory (sqlite.org/walformat.html#the_wal_index_header). A commit
/// writes them before it is over, with a counter that grows: as long as they are the same nobody committed. To look takes neither a lock nor a call of the system.
/// </summary>
internal sealed unsafe partial class SqliteWalIndex
{
    /// <summary>Bytes of the header, and of the region it begins.</summary>
    private const int Length = 48;
    private const int Region = 32_768;

    private const int FilePointer = 7;

    /// <summary>What SQLite calls a file by (sqlite.org/c3ref/io_methods.html): a version, then one function after the other.</summary>
    private const int FirstVersionWithMaps = 2;
    private const int MapFunction = 13;

    private readonly byte* _header;

    private SqliteWalIndex(byte* header) => _header = header;

    /// <summary>Null where the database has none: another journal, or a file system that cannot share memory.</summary>
    /// <param name="connection">That has read from the database, and stays open for as long as the index is looked at.</param>
    public static SqliteWalIndex? Of(sqlite3 connection)
    {
        if (!IsWal(connection))
        {
            return null;
        }

        nint* file = null;
        if (sqlite3_file_control(connection.DangerousGetHandle(), "main", FilePointer, &file) != raw.SQLITE_OK || file is null || *file == 0 || *(int*)*file < FirstVersionWithMaps)
        {
            return null;
        }

        var map = (delegate* unmanaged[Cdecl]<nint*, int, int, int, void**, int>)((nint*)*file)[MapFunction];
        void* header = null;
        return map is not null && map(file, 0, Region, 0, &header) == raw.SQLITE_OK && header is not null ? new SqliteWalIndex((byte*)header) : null;
    }

    /// <summary>Whether the header is what it was.</summary>
    public bool Is(ReadOnlySpan<byte> earlier) => new ReadOnlySpan<byte>(_header, Length).SequenceEqual(earlier);

    /// <summary>A copy; one that was being written is like no later one.</summary>
    public byte[] Read() => new ReadOnlySpan<byte>(_header, Length).ToArray();

    private static bool IsWal(sqlite3 connection)
    {
        if (raw.sqlite3_prepare_v2(connection, "PRAGMA journal_mode", out var statement) != raw.SQLITE_OK)
        {
            return false;
        }

        using (statement)
        {
            return raw.sqlite3_step(statement) == raw.SQLITE_ROW && raw.sqlite3_column_text(statement, 0).utf8_to_string() == "wal";
        }
    }

    [LibraryImport("e_sqlite3", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int sqlite3_file_control(nint connection, string database, int operation, void* argument);
}
