using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>A migrated database, as real as in use, that is gone when disposed; copied from a template, since that is quick.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly ConcurrentDictionary<Template, Lazy<byte[]>> SqliteTemplates = new();
    private static readonly ConcurrentDictionary<Template, Lazy<string>> PostgresTemplates = new();

    private readonly TemporaryDirectory _data = new();
    private readonly string _sqliteFile;

    /// <param name="seeded">Whether the article of the seeds is in it (<see cref="Seeds.Article"/>); without a row otherwise.</param>
    public TestDatabase(DatabaseProvider provider, bool seeded = false)
        : this(provider, seeded ? Seeds.Article : null)
    {
    }

    /// <param name="seeds"><see cref="Seeds.Article"/>, <see cref="Seeds.All"/>, or null for a database without a row.</param>
    /// <param name="importedAt">When the tracker took the seeds in; now where null.</param>
    public TestDatabase(DatabaseProvider provider, string? seeds, DateTimeOffset? importedAt = null)
    {
        var template = new Template(seeds, importedAt);
        Provider = provider;
        _sqliteFile = _data.File(DatabaseRegistration.SqliteFile);
        if (provider == DatabaseProvider.Postgres)
        {
            ConnectionString = PostgresServer.CreateDatabase(Postgres(template));
        }
        else
        {
            File.WriteAllBytes(_sqliteFile, Sqlite(template));
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

    private static byte[] Sqlite(Template template) => SqliteTemplates.GetOrAdd(template, wanted => new(() => wanted == Template.Empty
        ? SqliteFile.CreateTemplate(null, directory => Migrate(directory, null))
        : SqliteFile.CreateTemplate(Sqlite(Template.Empty), directory => Import(wanted, directory, null)))).Value;

    private static string Postgres(Template template) => PostgresTemplates.GetOrAdd(template, wanted => new(() => wanted == Template.Empty
        ? PostgresServer.CreateTemplate(wanted.Name, null, connection => Migrate("", connection))
        : PostgresServer.CreateTemplate(wanted.Name, Postgres(Template.Empty), connection => Import(wanted, "", connection)))).Value;

    private static void Migrate(string directory, string? connectionString)
    {
        using var core = CoreServices.Build(directory, connectionString);
        using var scope = core.CreateScope();
        scope.ServiceProvider.GetRequiredService<TrackerDbContext>().Database.Migrate();
    }

    private static void Import(Template template, string directory, string? connectionString)
    {
        using var core = CoreServices.Build(directory, connectionString, template.ImportedAt is { } at ? new TestClock(at) : null);
        // Away from the threads that xunit limits, of which waiting here might take the last one.
        Task.Run(() => core.ImportSeedsAsync(template.Seeds!)).GetAwaiter().GetResult();
    }

    /// <summary>What is made once and copied for each test.</summary>
    private sealed record Template(string? Seeds, DateTimeOffset? ImportedAt)
    {
        public static Template Empty { get; } = new(null, null);

        /// <summary>Letters, digits and <c>_</c>, for the name of a database.</summary>
        public string Name => Seeds is null ? "empty" : string.Create(CultureInfo.InvariantCulture, $"{(Seeds == Support.Seeds.All ? "all" : "article")}{ImportedAt:_yyyyMMdd_HHmm}");
    }
}
