using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Inserts rows into a table of SQLite by the library's own calls. A command looks up each of its parameters by name for each row and makes a reader
/// that reads nothing, which takes longer than to write the row. Each row is a statement: of one with many rows SQLite copies every page to a file before it
/// is written, to be able to take that statement alone back. Only the index of words, which is written anew with every statement that has a trigger, is so for many rows at once.
/// </summary>
/// <param name="connection">Open.</param>
internal sealed class SqliteInsert(SqliteConnection connection, RowTable table) : IDisposable
{
    private static readonly ConcurrentDictionary<RowTable, bool> Triggered = new();

    private sqlite3_stmt? _many;
    private sqlite3_stmt? _one;

    /// <param name="rows">Of the table's entity.</param>
    /// <exception cref="SqliteException">There is no such table, or the database refuses a row.</exception>
    public void Write(IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        var at = 0;
        for (; rows.Count - at >= table.RowsAtOnce && Triggered.GetOrAdd(table, HasTrigger); at += table.RowsAtOnce)
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

    /// <summary>Found once: the tables of every database of this version have the same.</summary>
    private bool HasTrigger(RowTable of)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = @table)";
        command.Parameters.AddWithValue("@table", of.Name);
        return (long)command.ExecuteScalar()! > 0;
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
