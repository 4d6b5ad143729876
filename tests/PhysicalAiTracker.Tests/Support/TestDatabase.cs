using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>A migrated database, as real as in use, that is gone when disposed; copied from a template, since that is quick.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<byte[]> SqliteEmpty = new(() => SqliteFile.CreateTemplate(null, directory => Migrate(directory, null)));
    private static readonly Lazy<byte[]> SqliteSeeded = new(() => SqliteFile.CreateTemplate(SqliteEmpty.Value, directory => ImportArticle(directory, null)));
    private static readonly Lazy<string> PostgresEmpty = new(() => PostgresServer.CreateTemplate("empty", null, connection => Migrate("", connection)));
    private static readonly Lazy<string> PostgresSeeded =
        new(() => PostgresServer.CreateTemplate("seeded", PostgresEmpty.Value, connection => ImportArticle("", connection)));

    private readonly TemporaryDirectory _data = new();
    private readonly string _sqliteFile;

    /// <param name="seeded">Whether the article of the seeds is in it (<see cref="Seeds.Article"/>); without a row otherwise.</param>
    public TestDatabase(DatabaseProvider provider, bool seeded = false)
    {
        Provider = provider;
        _sqliteFile = _data.File(DatabaseRegistration.SqliteFile);
        if (provider == DatabaseProvider.Postgres)
        {
            ConnectionString = PostgresServer.CreateDatabase((seeded ? PostgresSeeded : PostgresEmpty).Value);
        }
        else
        {
            File.WriteAllBytes(_sqliteFile, (seeded ? SqliteSeeded : SqliteEmpty).Value);
        }
    }

    public DatabaseProvider Provider { get; }

    /// <summary>The value of <c>Database:ConnectionString</c>; null with SQLite, whose file is in the data directory.</summary>
    public string? ConnectionString { get; }

    /// <summary>The value of <c>Data:Directory</c>.</summary>
    public string DataDirectory => _data.Path;

    /// <summary>A context of its own for each call, as each request has one; the caller disposes it.</summary>
    public TrackerDbContext NewContext()
    {
        if (ConnectionString is null)
        {
            var sqlite = new DbContextOptionsBuilder<SqliteTrackerDbContext>();
            sqlite.UseTrackerSqlite(_sqliteFile);
            return new SqliteTrackerDbContext(sqlite.Options);
        }

        var postgres = new DbContextOptionsBuilder<PostgresTrackerDbContext>();
        postgres.UseTrackerPostgres(ConnectionString);
        return new PostgresTrackerDbContext(postgres.Options);
    }

    /// <summary>Core's queries and commands on this database; the caller disposes it and takes a scope per request.</summary>
    public ServiceProvider BuildCore(TimeProvider? clock = null) => CoreServices.Build(DataDirectory, ConnectionString, clock);

    public void Dispose()
    {
        if (ConnectionString is null)
        {
            SqliteFile.Close(_sqliteFile);
        }
        else
        {
            PostgresServer.DropDatabase(ConnectionString);
        }

        _data.Dispose();
    }

    private static void Migrate(string directory, string? connectionString)
    {
        using var core = CoreServices.Build(directory, connectionString);
        using var scope = core.CreateScope();
        scope.ServiceProvider.GetRequiredService<TrackerDbContext>().Database.Migrate();
    }

    private static void ImportArticle(string directory, string? connectionString)
    {
        using var core = CoreServices.Build(directory, connectionString);
        // Away from the threads that xunit limits, of which waiting here might take the last one.
        Task.Run(() => core.ImportSeedsAsync(Seeds.Article)).GetAwaiter().GetResult();
    }
}
