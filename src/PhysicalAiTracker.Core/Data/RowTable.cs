using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace PhysicalAiTracker.Core.Data;

/// <summary>How new rows of an entity are written to its table, without the key where the database counts that up.</summary>
internal sealed class RowTable
{
    /// <summary>Of one statement: more would take longer to prepare than they spare.</summary>
    private const int MostParameters = 400;

    private const int MostRows = 100;

    private static readonly ConcurrentDictionary<IEntityType, RowTable> Known = new();

    private readonly string _insert;

    private RowTable(IEntityType type)
    {
        var counted = type.FindPrimaryKey()?.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } key] && (key.ClrType == typeof(long) || key.ClrType == typeof(int)) ? key.GetColumnName() : null;
        IsPlain = !type.GetProperties().Any(property => property.IsShadowProperty());
        Columns = IsPlain ? [.. RowColumn.Of(type).Where(column => column.Name != counted)] : [];
        Parts = RowPart.Of(type);
        Name = type.GetTableName()!;
        var names = string.Join(", ", Columns.Select(column => $"\"{column.Name}\""));
        _insert = $"INSERT INTO \"{Name}\" ({names}) VALUES ";
        Copy = $"COPY \"{Name}\" ({names}) FROM STDIN (FORMAT BINARY)";
    }

    public string Name { get; }

    /// <summary>False where a column is no property of the entity, so that only EF Core knows its value.</summary>
    public bool IsPlain { get; }

    public ImmutableArray<RowColumn> Columns { get; }

    /// <summary>The lists of what hangs on a row.</summary>
    public IReadOnlyList<RowPart> Parts { get; }

    /// <summary>How many rows one statement inserts at most.</summary>
    public int RowsAtOnce => Math.Clamp(MostParameters / Math.Max(1, Columns.Length), 1, MostRows);

    public string Copy { get; }

    /// <summary>For so many rows, with a parameter for each column of each, in their order.</summary>
    public string InsertOf(int rows) => _insert + string.Join(", ", Enumerable.Repeat($"({string.Join(", ", Columns.Select(_ => "?"))})", rows));

    public static RowTable Of(IEntityType type) => Known.GetOrAdd(type, of => new RowTable(of));
}
