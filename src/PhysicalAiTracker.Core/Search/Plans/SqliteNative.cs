using System.Runtime.InteropServices;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>
/// The calls of SQLite's library that are made for each row and each of its values. The library's wrapper counts the statement's handle up and down around each of
/// them and lets the collector know (docs/decisions/0052).
/// </summary>
internal static unsafe partial class SqliteNative
{
    private const string Library = "e_sqlite3";

    [LibraryImport(Library)]
    public static partial int sqlite3_step(nint statement);

    // The collector waits for these: each looks at a value that is there already.
    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial int sqlite3_column_type(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial long sqlite3_column_int64(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    public static partial double sqlite3_column_double(nint statement, int column);

    /// <summary>A text in UTF-8, or a blob, as it lies in the row; gone with the next step.</summary>
    public static ReadOnlySpan<byte> Text(nint statement, int column)
    {
        var first = sqlite3_column_blob(statement, column);
        return new ReadOnlySpan<byte>(first, sqlite3_column_bytes(statement, column));
    }

    [LibraryImport(Library)]
    [SuppressGCTransition]
    private static partial void* sqlite3_column_blob(nint statement, int column);

    [LibraryImport(Library)]
    [SuppressGCTransition]
    private static partial int sqlite3_column_bytes(nint statement, int column);
}
