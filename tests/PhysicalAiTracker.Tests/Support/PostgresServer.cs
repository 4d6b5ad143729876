using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>The PostgreSQL server that <c>tests/run</c> starts, or another that the environment names.</summary>
public static class PostgresServer
{
    private const string Variable = "TRACKER_TEST_POSTGRES";

    private static readonly Lazy<string> Template = new(CreateTemplate);

    /// <summary>Creates an empty, migrated database and answers its connection string.</summary>
    /// <exception cref="InvalidOperationException">No server is named: a test fails then, it is not skipped.</exception>
    public static string CreateDatabase()
    {
        var name = $"tracker_test_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name} TEMPLATE {Template.Value}");
        return ConnectionString(name);
    }

    /// <summary>Drops what <see cref="CreateDatabase"/> created, whoever is connected to it.</summary>
    public static void DropDatabase(string connectionString)
    {
        using (var connection = new NpgsqlConnection(connectionString))
        {
            NpgsqlConnection.ClearPool(connection);
        }

        Execute($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} WITH (FORCE)");
    }

    private static string CreateTemplate()
    {
        // One per build output and replaced by the next run, so that a server that stays does not fill up.
        var place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AppContext.BaseDirectory)));
        var name = $"tracker_template_{place[..12]}";
        Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Execute($"CREATE DATABASE {name}");

        // Nobody may be connected to a database while it is copied.
        var unpooled = new NpgsqlConnectionStringBuilder(ConnectionString(name)) { Pooling = false }.ToString();
        using var context = Connect(unpooled);
        context.Database.Migrate();
        return name;
    }

    internal static TrackerDbContext Connect(string connectionString)
    {
        var options = new DbContextOptionsBuilder<PostgresTrackerDbContext>();
        options.UseTrackerPostgres(connectionString);
        return new PostgresTrackerDbContext(options.Options);
    }

    private static string ConnectionString(string? database = null)
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(server))
        {
            throw new InvalidOperationException($"{Variable} names no PostgreSQL server: run tests/run, or see docs/testing.md.");
        }

        var builder = new NpgsqlConnectionStringBuilder(server) { MaxPoolSize = 10 };
        builder.Database = database ?? builder.Database;
        return builder.ToString();
    }

    private static void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(ConnectionString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
