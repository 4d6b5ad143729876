using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Insights.Duplicates;

namespace PhysicalAiTracker.Core.Data;

/// <summary>
/// The indexes of SQLite that only lists are read by: of records and of likely duplicates, without those that keep something unique or lead to what a row refers to. A table that is filled
/// from empty does without them and gets them at once in the end, which takes a fraction of the time: each new row lies anywhere in each of them.
/// PostgreSQL keeps them: it would shut out readers of the table until the transaction ends.
/// </summary>
internal static class ListIndexes
{
    /// <summary>For sorting: whatever the connection may use for pages, an index is sorted in so much memory (in KiB), and in files beyond.</summary>
    private const int SortMemory = 4096;

    /// <summary>Takes away those of tables that are empty, in the caller's transaction.</summary>
    /// <returns>The statements that make them again, for <see cref="MakeAsync"/>.</returns>
    public static async Task<IReadOnlyList<string>> TakeAsync(TrackerDbContext db, CancellationToken cancellation)
    {
        var statements = new List<string>();
        if (db.Database.IsSqlite())
        {
            foreach (var type in db.Model.GetEntityTypes().Where(type => typeof(Record).IsAssignableFrom(type.ClrType) || type.ClrType == typeof(DuplicatePair)))
            {
                if (await AskAsync(db, $"SELECT \"Id\" AS \"Value\" FROM \"{type.GetTableName()}\" LIMIT 1", cancellation) is [])
                {
                    statements.AddRange(await TakeAsync(db, type, cancellation));
                }
            }
        }

        return statements;
    }

    /// <summary>Makes them again, as they were.</summary>
    public static async Task MakeAsync(TrackerDbContext db, IReadOnlyList<string> statements, CancellationToken cancellation)
    {
        if (statements.Count == 0)
        {
            return;
        }

        var pages = (await AskAsync(db, "SELECT \"cache_size\" AS \"Value\" FROM pragma_cache_size", cancellation)).Single();
        await RunAsync(db, $"PRAGMA cache_size = {-SortMemory}", cancellation);
        foreach (var statement in statements)
        {
            await RunAsync(db, statement, cancellation);
        }

        await RunAsync(db, $"PRAGMA cache_size = {pages}", cancellation);
    }

    private static async Task<IReadOnlyList<string>> TakeAsync(TrackerDbContext db, IEntityType type, CancellationToken cancellation)
    {
        var names = type.GetIndexes().Where(index => !index.IsUnique && !index.Properties[0].IsForeignKey()).Select(index => index.GetDatabaseName()!).ToHashSet();
        var statements = new List<string>();
        foreach (var statement in await AskAsync(db, $"SELECT \"sql\" AS \"Value\" FROM \"sqlite_schema\" WHERE \"type\" = 'index' AND \"sql\" IS NOT NULL AND \"tbl_name\" = '{type.GetTableName()}'", cancellation))
        {
            if (names.FirstOrDefault(name => statement.StartsWith($"CREATE INDEX \"{name}\"", StringComparison.Ordinal)) is { } name)
            {
                await RunAsync(db, $"DROP INDEX \"{name}\"", cancellation);
                statements.Add(statement);
            }
        }

        return statements;
    }

    private static Task<List<string>> AskAsync(TrackerDbContext db, string statement, CancellationToken cancellation) => db.Database.SqlQueryRaw<string>(statement).ToListAsync(cancellation);

    private static Task<int> RunAsync(TrackerDbContext db, string statement, CancellationToken cancellation) => db.Database.ExecuteSqlRawAsync(statement, cancellation);
}
