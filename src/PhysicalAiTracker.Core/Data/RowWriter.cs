using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Writes entities as EF Core would store them, with one prepared statement a table: a database of a hundred thousand records is
/// a million rows, for which tracking is too slow.
/// </summary>
/// <param name="connection">Open.</param>
/// <param name="transaction">The one that the rows belong to; null where the connection has none that is known here.</param>
internal sealed class RowWriter(TrackerDbContext db, DbConnection connection, DbTransaction? transaction = null) : IDisposable
{
    private readonly Dictionary<Type, Table> _tables = [];

    /// <summary>Writes a row and the parts that hang on it, such as a round's participations.</summary>
    public void Write(object row)
    {
        var table = TableOf(row.GetType());
        table.Insert(row);
        foreach (var part in table.Parts.SelectMany(list => list.PartsOf(row)))
        {
            Write(part);
        }
    }

    public void Dispose()
    {
        foreach (var table in _tables.Values)
        {
            table.Dispose();
        }
    }

    private Table TableOf(Type type)
    {
        if (!_tables.TryGetValue(type, out var table))
        {
            _tables[type] = table = new Table(db.Model.FindEntityType(type)!, connection, transaction);
        }

        return table;
    }

    private sealed class Table : IDisposable
    {
        private readonly DbCommand _insert;
        private readonly List<(RowColumn Column, DbParameter Parameter)> _columns = [];

        public Table(IEntityType type, DbConnection connection, DbTransaction? transaction)
        {
            _insert = connection.CreateCommand();
            _insert.Transaction = transaction;
            foreach (var column in RowColumn.Of(type))
            {
                var parameter = _insert.CreateParameter();
                parameter.ParameterName = $"@p{_columns.Count}";
                _insert.Parameters.Add(parameter);
                _columns.Add((column, parameter));
            }

            _insert.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", _columns.Select(c => $"\"{c.Column.Name}\""))}) VALUES ({string.Join(", ", _columns.Select(c => c.Parameter.ParameterName))})";
            Parts = RowPart.Of(type);
        }

        public IReadOnlyList<RowPart> Parts { get; }

        public void Insert(object row)
        {
            foreach (var (column, parameter) in _columns)
            {
                parameter.Value = column.ValueOf(row) ?? DBNull.Value;
            }

            _insert.ExecuteNonQuery();
        }

        public void Dispose() => _insert.Dispose();
    }
}
