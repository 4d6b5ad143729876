using System.Collections;
using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

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
        foreach (var (list, foreignKey, key) in table.Parts)
        {
            foreach (var part in (IEnumerable)list.GetValue(row)!)
            {
                foreignKey.SetValue(part, key.GetValue(row));
                Write(part);
            }
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
        private readonly List<(PropertyInfo[] Path, ValueConverter? Converter, DbParameter Parameter)> _columns = [];

        public Table(IEntityType type, DbConnection connection, DbTransaction? transaction)
        {
            _insert = connection.CreateCommand();
            _insert.Transaction = transaction;
            var names = new List<string>();
            foreach (var (property, path) in PropertiesOf(type, []))
            {
                var parameter = _insert.CreateParameter();
                parameter.ParameterName = $"@p{names.Count}";
                names.Add($"\"{property.GetColumnName()}\"");
                _insert.Parameters.Add(parameter);
                _columns.Add((path, property.GetTypeMapping().Converter, parameter));
            }

            _insert.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", _columns.Select(c => c.Parameter.ParameterName))})";
            Parts = [.. type.GetNavigations().Where(n => n.IsCollection).Select(n => (n.PropertyInfo!, n.ForeignKey.Properties[0].PropertyInfo!, n.ForeignKey.PrincipalKey.Properties[0].PropertyInfo!))];
        }

        public IReadOnlyList<(PropertyInfo List, PropertyInfo ForeignKey, PropertyInfo Key)> Parts { get; }

        public void Insert(object row)
        {
            foreach (var (path, converter, parameter) in _columns)
            {
                object? value = row;
                foreach (var step in path)
                {
                    value = value is null ? null : step.GetValue(value);
                }

                parameter.Value = value is null ? DBNull.Value : converter?.ConvertToProvider(value) ?? value;
            }

            _insert.ExecuteNonQuery();
        }

        public void Dispose() => _insert.Dispose();

        /// <summary>The columns, those inside amounts of money included, each with the way to its value.</summary>
        private static IEnumerable<(IProperty Property, PropertyInfo[] Path)> PropertiesOf(ITypeBase type, PropertyInfo[] before) =>
            type.GetProperties().Select(p => (p, (PropertyInfo[])[.. before, p.PropertyInfo!]))
                .Concat(type.GetComplexProperties().SelectMany(p => PropertiesOf(p.ComplexType, [.. before, p.PropertyInfo!])));
    }
}
