using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Inserts rows into a table of SQLite by the library's own calls. A command looks up each of its parameters by name for each row and makes a reader
/// that reads nothing, which takes longer than to write the row. Many rows are one statement: SQLite opens the table and its indexes once for it, and the
/// index of words, which is written anew with every statement that has a trigger, is so for all of them.
/// </summary>
/// <param name="connection">Open.</param>
internal sealed class SqliteInsert(SqliteConnection connection, RowTable table) : IDisposable
{
    private sqlite3_stmt? _many;
    private sqlite3_stmt? _one;

    /// <param name="rows">Of the table's entity.</param>
    /// <exception cref="SqliteException">There is no such table, or the database refuses a row.</exception>
    public void Write(IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        var at = 0;
        for (; rows.Count - at >= table.RowsAtOnce; at += table.RowsAtOnce)
        {
            cancellation.ThrowIfCancellationRequested();
            Run(_many ??= Prepare(table.RowsAtOnce), rows, at, table.RowsAtOnce);
        }

        for (; at < rows.Count; at++)
        {
            cancellation.ThrowIfCancellationRequested();
            Run(_one ??= Prepare(1), rows, at, 1);
        }
    }

    public void Dispose()
    {
        _many?.Dispose();
        _one?.Dispose();
    }

    private sqlite3_stmt Prepare(int rows)
    {
        Check(raw.sqlite3_prepare_v2(connection.Handle, table.InsertOf(rows), out var insert));
        return insert;
    }

    private void Run(sqlite3_stmt insert, IReadOnlyList<object> rows, int from, int count)
    {
        var parameter = 0;
        for (var row = from; row < from + count; row++)
        {
            foreach (var column in table.Columns)
            {
                Check(SqliteValue.Bind(insert, ++parameter, column.ValueOf(rows[row])));
            }
        }

        var result = raw.sqlite3_step(insert);
        if (result != raw.SQLITE_DONE)
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(insert));
    }

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, connection.Handle);
}
