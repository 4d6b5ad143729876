using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>A migrated database, as real as in use, that is gone when disposed; copied from a template, since that is quick.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<byte[]> SqliteEmpty = new(() => SqliteFile.CreateTemplate(null, directory => Migrate(directory, null)));
    private static readonly Lazy<byte[]> SqliteArticle = new(() => SqliteFile.CreateTemplate(SqliteEmpty.Value, directory => Import(Seeds.Article, directory, null)));
    private static readonly Lazy<byte[]> SqliteAll = new(() => SqliteFile.CreateTemplate(SqliteEmpty.Value, directory => Import(Seeds.All, directory, null)));
    private static readonly Lazy<string> PostgresEmpty = new(() => PostgresServer.CreateTemplate("empty", null, connection => Migrate("", connection)));
    private static readonly Lazy<string> PostgresArticle =
        new(() => PostgresServer.CreateTemplate("article", PostgresEmpty.Value, connection => Import(Seeds.Article, "", connection)));
    private static readonly Lazy<string> PostgresAll =
        new(() => PostgresServer.CreateTemplate("all", PostgresEmpty.Value, connection => Import(Seeds.All, "", connection)));

    private readonly TemporaryDirectory _data = new();
    private readonly string _sqliteFile;

    /// <param name="seeded">Whether the article of the seeds is in it (<see cref="Seeds.Article"/>); without a row otherwise.</param>
    public TestDatabase(DatabaseProvider provider, bool seeded = false)
        : this(provider, seeded ? Seeds.Article : null)
    {
    }

    /// <param name="seeds"><see cref="Seeds.Article"/>, <see cref="Seeds.All"/>, or null for a database without a row.</param>
    public TestDatabase(DatabaseProvider provider, string? seeds)
    {
        Provider = provider;
        _sqliteFile = _data.File(DatabaseRegistration.SqliteFile);
        if (provider == DatabaseProvider.Postgres)
        {
            ConnectionString = PostgresServer.CreateDatabase((seeds is null ? PostgresEmpty : seeds == Seeds.All ? PostgresAll : PostgresArticle).Value);
        }
        else
        {
            File.WriteAllBytes(_sqliteFile, (seeds is null ? SqliteEmpty : seeds == Seeds.All ? SqliteAll : SqliteArticle).Value);
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

    private static void Import(string seeds, string directory, string? connectionString)
    {
        using var core = CoreServices.Build(directory, connectionString);
        // Away from the threads that xunit limits, of which waiting here might take the last one.
        Task.Run(() => core.ImportSeedsAsync(seeds)).GetAwaiter().GetResult();
    }
}
