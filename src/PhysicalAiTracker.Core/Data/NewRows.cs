using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// Writes many rows that are new: a prepared statement a table on SQLite, COPY on PostgreSQL. Saving them one by one through a context
/// takes ten times longer, most of it in finding out what changed.
/// </summary>
internal static class NewRows
{
    /// <summary>Fewer are saved as ever: nothing would be gained.</summary>
    private const int Fewest = 50;

    /// <summary>Saves what the context holds. Where that is many rows and all of them new, they are written at once and the context forgets them and all else.</summary>
    /// <exception cref="DbUpdateException">The database refuses a row.</exception>
    public static async Task SaveAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        if (changed.Count < Fewest || changed.Exists(entry => entry.State != EntityState.Added) || changed.Select(entry => entry.Metadata).Distinct().Any(type => !RowTable.Of(type).IsPlain))
        {
            await db.SaveChangesAsync(cancellation);
            return;
        }

        await WriteAsync(db, Ordered(changed), cancellation);
        db.ChangeTracker.Clear();
    }

    /// <summary>Writes rows, and not what hangs on them, in a transaction: the caller's where it has one. Nothing is tracked.</summary>
    /// <param name="rows">Of one type or several, in an order in which none refers to a later one.</param>
    /// <exception cref="DbUpdateException">The database refuses a row.</exception>
    public static async Task WriteAsync(TrackerDbContext db, IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var transaction = await WorkUnit.BeginAsync(db, cancellation);
        try
        {
            foreach (var (table, same) in Runs(db, rows))
            {
                await (db.Database.GetDbConnection() is NpgsqlConnection connection
                    ? CopyAsync(connection, table, same, cancellation)
                    : Task.Run(() => Insert((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction(), table, same), cancellation));
            }
        }
        catch (DbException exception)
        {
            throw new DbUpdateException($"The database refuses what is new: {exception.Message}", exception);
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Rows that follow one another and are of one type.</summary>
    private static IEnumerable<(RowTable Table, IReadOnlyList<object> Rows)> Runs(TrackerDbContext db, IReadOnlyList<object> rows)
    {
        var from = 0;
        for (var at = 1; at <= rows.Count; at++)
        {
            if (at == rows.Count || rows[at].GetType() != rows[from].GetType())
            {
                yield return (RowTable.Of(db.Model.FindEntityType(rows[from].GetType())!), [.. rows.Skip(from).Take(at - from)]);
                from = at;
            }
        }
    }

    private static void Insert(SqliteConnection connection, SqliteTransaction? transaction, RowTable table, IReadOnlyList<object> rows)
    {
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = table.Insert;
        var parameters = table.Columns.Select((_, index) => insert.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" })).ToArray();
        foreach (var row in rows)
        {
            for (var column = 0; column < parameters.Length; column++)
            {
                parameters[column].Value = table.Columns[column].ValueOf(row) ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, RowTable table, IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        await using var copy = await connection.BeginBinaryImportAsync(table.Copy, cancellation);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancellation);
            foreach (var column in table.Columns)
            {
                await (column.ValueOf(row) is { } value ? copy.WriteAsync(value, column.Type, cancellation) : copy.WriteNullAsync(cancellation));
            }
        }

        await copy.CompleteAsync(cancellation);
    }

    /// <summary>Table by table, each behind those that it refers to; a row that refers to another of its table behind that one.</summary>
    private static List<object> Ordered(List<EntityEntry> entries)
    {
        var byType = entries.GroupBy(entry => entry.Metadata).ToDictionary(group => group.Key, group => group.ToList());
        var ordered = new List<object>(entries.Count);
        var done = new HashSet<IEntityType>();
        foreach (var type in byType.Keys)
        {
            Add(type);
        }

        return ordered;

        void Add(IEntityType type)
        {
            if (!done.Add(type))
            {
                return;
            }

            foreach (var principal in type.GetForeignKeys().Select(key => key.PrincipalEntityType))
            {
                Add(principal);
            }

            if (byType.TryGetValue(type, out var mine))
            {
                ordered.AddRange(OwnLast(type, mine));
            }
        }
    }

    private static IEnumerable<object> OwnLast(IEntityType type, List<EntityEntry> entries)
    {
        if (type.GetForeignKeys().FirstOrDefault(key => key.PrincipalEntityType == type) is not { } own)
        {
            return entries.Select(entry => entry.Entity);
        }

        var waiting = entries.ToDictionary(entry => entry.Property(own.PrincipalKey.Properties[0]).CurrentValue!);
        var ordered = new List<object>(entries.Count);
        while (waiting.Where(pair => entries.Count > 0 && (pair.Value.Property(own.Properties[0]).CurrentValue is not { } other || !waiting.ContainsKey(other))).ToList() is { Count: > 0 } free)
        {
            foreach (var (key, entry) in free)
            {
                ordered.Add(entry.Entity);
                waiting.Remove(key);
            }
        }

        // What refers to itself in a circle is left for the database to refuse.
        return ordered.Concat(waiting.Values.Select(entry => entry.Entity));
    }
}
