using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
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

    /// <summary>
    /// Writes all that the context holds and these rows with their parts, where that is many and all of it new; the context forgets everything then.
    /// Otherwise nothing is done, and false answered.
    /// </summary>
    /// <param name="rows">Not tracked.</param>
    /// <exception cref="DbUpdateException">The database refuses a row.</exception>
    public static async Task<bool> TryWriteAllAsync(TrackerDbContext db, IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        var changed = db.ChangeTracker.Entries().Where(entry => entry.State != EntityState.Unchanged).ToList();
        if (changed.Count + rows.Count < Fewest || changed.Exists(entry => entry.State != EntityState.Added))
        {
            return false;
        }

        var byType = new Dictionary<IEntityType, List<object>>();
        foreach (var entry in changed)
        {
            ListOf(entry.Metadata).Add(entry.Entity);
        }

        foreach (var row in rows)
        {
            AddWithParts(row);
        }

        if (byType.Keys.Any(type => !RowTable.Of(type).IsPlain))
        {
            return false;
        }

        await WriteAsync(db, Ordered(byType), cancellation);
        db.ChangeTracker.Clear();
        return true;

        List<object> ListOf(IEntityType type) => byType.TryGetValue(type, out var list) ? list : byType[type] = [];

        void AddWithParts(object row)
        {
            var type = db.Model.FindEntityType(row.GetType())!;
            ListOf(type).Add(row);
            foreach (var list in RowTable.Of(type).Parts)
            {
                foreach (var part in list.PartsOf(row))
                {
                    AddWithParts(part);
                }
            }
        }
    }

    /// <summary>Writes rows, and not what hangs on them, in the caller's transaction or one of their own. Nothing is tracked.</summary>
    /// <param name="rows">Of one type or several, in an order in which none refers to a later one.</param>
    /// <exception cref="DbUpdateException">The database refuses a row; what the caller's transaction has of the others, the caller takes back.</exception>
    public static async Task WriteAsync(TrackerDbContext db, IReadOnlyList<object> rows, CancellationToken cancellation)
    {
        if (rows.Count == 0)
        {
            return;
        }

        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancellation) : null;
        try
        {
            foreach (var (table, same) in Runs(db, rows))
            {
                switch (db.Database.GetDbConnection())
                {
                    case NpgsqlConnection connection:
                        await CopyAsync(connection, table, same, cancellation);
                        break;
                    case SqliteConnection connection:
                        using (var insert = new SqliteInsert(connection, table))
                        {
                            insert.Write(same, cancellation);
                        }

                        break;
                }
            }
        }
        catch (DbException exception)
        {
            throw new DbUpdateException($"The database refuses what is new: {exception.Message}", exception);
        }

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancellation);
        }
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
    private static List<object> Ordered(Dictionary<IEntityType, List<object>> byType)
    {
        var ordered = new List<object>(byType.Values.Sum(rows => rows.Count));
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

    private static IEnumerable<object> OwnLast(IEntityType type, List<object> rows)
    {
        if (type.GetForeignKeys().FirstOrDefault(key => key.PrincipalEntityType == type) is not { } own)
        {
            return rows;
        }

        var (idOf, otherOf) = (own.PrincipalKey.Properties[0].PropertyInfo!, own.Properties[0].PropertyInfo!);
        var waiting = rows.ToDictionary(row => idOf.GetValue(row)!);
        var ordered = new List<object>(rows.Count);
        while (waiting.Where(pair => otherOf.GetValue(pair.Value) is not { } other || !waiting.ContainsKey(other)).ToList() is { Count: > 0 } free)
        {
            foreach (var (id, row) in free)
            {
                ordered.Add(row);
                waiting.Remove(id);
            }
        }

        // What refers to itself in a circle is left for the database to refuse.
        return ordered.Concat(waiting.Values);
    }
}
