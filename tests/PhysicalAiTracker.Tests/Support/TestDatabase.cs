using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>A migrated database without a row, as real as in use, that is gone when disposed.</summary>
public sealed class TestDatabase : IDisposable
{
    private static readonly Lazy<byte[]> SqliteTemplate = new(CreateSqliteTemplate);

    private readonly TemporaryDirectory _data = new();

    public TestDatabase(DatabaseProvider provider)
    {
        Provider = provider;
        if (provider == DatabaseProvider.Postgres)
        {
            ConnectionString = PostgresServer.CreateDatabase();
        }
        else
        {
            File.WriteAllBytes(SqlitePath, SqliteTemplate.Value);
        }
    }

    public DatabaseProvider Provider { get; }

    /// <summary>The value of <c>Database:ConnectionString</c>; null with SQLite, whose file is in the data directory.</summary>
    public string? ConnectionString { get; }

    /// <summary>The value of <c>Data:Directory</c>.</summary>
    public string DataDirectory => _data.Path;

    private string SqlitePath => _data.File(DatabaseRegistration.SqliteFile);

    /// <summary>A context of its own for each call, as each request has one; the caller disposes it.</summary>
    public TrackerDbContext NewContext() =>
        ConnectionString is null ? OpenSqlite(SqlitePath) : PostgresServer.Connect(ConnectionString);

    public void Dispose()
    {
        if (ConnectionString is not null)
        {
            PostgresServer.DropDatabase(ConnectionString);
        }
        else
        {
            CloseSqlite(SqlitePath);
        }

        _data.Dispose();
    }

    private static byte[] CreateSqliteTemplate()
    {
        using var directory = new TemporaryDirectory();
        var file = directory.File(DatabaseRegistration.SqliteFile);
        using (var context = OpenSqlite(file))
        {
            context.Database.Migrate();
        }

        // The last connection to close writes the log back into the file.
        CloseSqlite(file);
        return File.ReadAllBytes(file);
    }

    private static SqliteTrackerDbContext OpenSqlite(string file)
    {
        var options = new DbContextOptionsBuilder<SqliteTrackerDbContext>();
        options.UseTrackerSqlite(file);
        return new SqliteTrackerDbContext(options.Options);
    }

    private static void CloseSqlite(string file)
    {
        using var connection = new SqliteConnection(SqliteConnections.StringFor(file));
        SqliteConnection.ClearPool(connection);
    }
}
