using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>The PostgreSQL server that <c>tests/run</c> starts, or another that the environment names.</summary>
/// <exception cref="InvalidOperationException">From every method when no server is named: a test fails then, it is not skipped.</exception>
public static class PostgresServer
{
    private const string Variable = "TRACKER_TEST_POSTGRES";

    /// <summary>Creates a database to copy, and lets <paramref name="fill"/> write to it by its connection string.</summary>
    /// <param name="purpose">Such as <c>empty</c>; part of the name that is answered.</param>
    /// <param name="from">Another template to start from; null starts without a table.</param>
    public static string CreateTemplate(string purpose, string? from, Action<string> fill)
    {
        // One per build output, replaced by the next run, so that a server that stays does not fill up.
        var place = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AppContext.BaseDirectory)));
        var name = $"tracker_template_{place[..12]}_{purpose}";
        Execute($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Execute($"CREATE DATABASE {name} TEMPLATE {from ?? "template0"}");

        // Nobody may be connected to a database while it is copied.
        fill(new NpgsqlConnectionStringBuilder(ConnectionString(name)) { Pooling = false }.ToString());
        return name;
    }

    /// <summary>Creates a copy of a template and answers its connection string.</summary>
    public static string CreateDatabase(string template)
    {
        var name = $"tracker_test_{Guid.NewGuid():N}";
        Execute($"CREATE DATABASE {name} TEMPLATE {template}", " STRATEGY FILE_COPY");
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

    /// <param name="since15">What follows where the server is PostgreSQL 15 or later: it would log each page that it copies, which takes twice as long.</param>
    private static void Execute(string sql, string since15 = "")
    {
        using var connection = new NpgsqlConnection(ConnectionString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = connection.PostgreSqlVersion.Major >= 15 ? sql + since15 : sql;
        command.ExecuteNonQuery();
    }
}
