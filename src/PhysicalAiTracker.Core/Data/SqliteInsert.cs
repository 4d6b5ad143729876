using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Inserts rows into a table of SQLite by the library's own calls. A command looks up each of its parameters by name for each row and makes a reader
/// that reads nothing, which takes longer than to write the row.
/// </summary>
internal sealed class SqliteInsert : IDisposable
{
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
                Check(SqliteValue.Bind(_insert, column + 1, _table.Columns[column].ValueOf(row)));
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

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection.Handle);
}
