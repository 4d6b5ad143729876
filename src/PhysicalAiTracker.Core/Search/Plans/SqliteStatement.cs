using Microsoft.Data.Sqlite;
using PhysicalAiTracker.Core.Data;
using SQLitePCL;
using static SQLitePCL.raw;

namespace PhysicalAiTracker.Core.Search.Plans;

/// <summary>A plan's statement, prepared for a connection.</summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly SqliteRows _rows;

    /// <summary>Of each slot, the numbers of the parameters that take its value.</summary>
    private readonly List<(int Parameter, int Slot)> _slots = [];

    public SqliteStatement(sqlite3 connection, IPlan plan)
    {
        _connection = connection;
        SqliteException.ThrowExceptionForRC(sqlite3_prepare_v3(connection, plan.Text, SQLITE_PREPARE_PERSISTENT, out _statement), connection);
        _rows = new SqliteRows(connection, _statement);
        foreach (var parameter in plan.Parameters)
        {
            // One that the statement does not name is of no use to it.
            if (sqlite3_bind_parameter_index(_statement, parameter.Made.ParameterName) is > 0 and var number)
            {
                Bind(number, parameter.Made.Value);
                if (parameter.Slot is { } slot)
                {
                    _slots.Add((number, slot));
                }
            }
        }
    }

    /// <summary>Before the first row. The rows are to be disposed of before the statement is used again.</summary>
    public SqliteRows Open(IReadOnlyList<object?> values)
    {
        foreach (var (parameter, slot) in _slots)
        {
            Bind(parameter, values[slot]);
        }

        _rows.Open();
        return _rows;
    }

    public void Dispose() => _statement.Dispose();

    private void Bind(int parameter, object? value) => SqliteException.ThrowExceptionForRC(SqliteValue.Bind(_statement, parameter, value), _connection);
}
