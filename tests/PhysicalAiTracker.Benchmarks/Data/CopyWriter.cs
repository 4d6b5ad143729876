using Microsoft.EntityFrameworkCore;
using Npgsql;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Benchmarks.Data;

/// <summary>
/// Writes entities to PostgreSQL with COPY. A connection copies into one table at a time, so rows are kept until there are many, and then go out table by
/// table, in the order in which the first of each came.
/// </summary>
internal sealed class CopyWriter(TrackerDbContext db, NpgsqlConnection connection)
{
    private const int Kept = 100_000;

    private readonly List<Table> _tables = [];
    private readonly Dictionary<Type, Table> _byType = [];

    private int _count;

    public void Write(object row)
    {
        Keep(row);
        if (_count >= Kept)
        {
            Flush();
        }
    }

    public void Flush()
    {
        foreach (var table in _tables.Where(table => table.Rows.Count > 0))
        {
            using var import = connection.BeginBinaryImport(table.Command);
            foreach (var row in table.Rows)
            {
                import.StartRow();
                foreach (var column in table.Columns)
                {
                    if (column.ValueOf(row) is { } value)
                    {
                        import.Write(value, column.Type);
                    }
                    else
                    {
                        import.WriteNull();
                    }
                }
            }

            import.Complete();
            table.Rows.Clear();
        }

        _count = 0;
    }

    private void Keep(object row)
    {
        if (!_byType.TryGetValue(row.GetType(), out var table))
        {
            var type = db.Model.FindEntityType(row.GetType())!;
            var columns = RowColumn.Of(type);
            var command = $"COPY \"{type.GetTableName()}\" ({string.Join(", ", columns.Select(column => $"\"{column.Name}\""))}) FROM STDIN (FORMAT BINARY)";
            _tables.Add(_byType[row.GetType()] = table = new Table(command, columns, RowPart.Of(type), []));
        }

        table.Rows.Add(row);
        _count++;
        foreach (var part in table.Parts.SelectMany(list => list.PartsOf(row)))
        {
            Keep(part);
        }
    }

    private sealed record Table(string Command, IReadOnlyList<RowColumn> Columns, IReadOnlyList<RowPart> Parts, List<object> Rows);
}
