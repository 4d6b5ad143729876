using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PhysicalAiTracker.Core.Data;

/// <summary>How new rows of an entity are written to its table, without the key where the database counts that up.</summary>
internal sealed class RowTable
{
    private static readonly ConcurrentDictionary<IEntityType, RowTable> Known = new();

    private RowTable(IEntityType type)
    {
        var counted = type.FindPrimaryKey()?.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key] && (key.ClrType == typeof(long) || key.ClrType == typeof(int)) ? key.GetColumnName() : null;
        IsPlain = !type.GetProperties().Any(property => property.IsShadowProperty());
        Columns = IsPlain ? [.. RowColumn.Of(type).Where(column => column.Name != counted)] : [];
        Parts = RowPart.Of(type);
        var names = string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));
        Insert = $"INSERT INTO \"{type.GetTableName()}\" ({names}) VALUES ({string.Join(", ", Columns.Select(_ => "?"))})";
        Copy = $"COPY \"{type.GetTableName()}\" ({names}) FROM STDIN (FORMAT BINARY)";
    }

    /// <summary>False where a column is no property of the entity, so that only EF Core knows its value.</summary>
    public bool IsPlain { get; }

    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>The lists of what hangs on a row.</summary>
    public IReadOnlyList<RowPart> Parts { get; }

    /// <summary>With a parameter for each column, in their order.</summary>
    public string Insert { get; }

    public string Copy { get; }

    public static RowTable Of(IEntityType type) => Known.GetOrAdd(type, of => new RowTable(of));
}
