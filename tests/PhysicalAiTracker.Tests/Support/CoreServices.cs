using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>Core without the web.</summary>
public static class CoreServices
{
    /// <summary>Core's queries and commands on a database; the caller disposes it and takes a scope per request.</summary>
    /// <param name="dataDirectory">Where the SQLite file is; not used with a connection string.</param>
    /// <param name="connectionString">Of a PostgreSQL database; null for SQLite.</param>
    /// <param name="clock">The clock that Core sees; the system's when null.</param>
    public static ServiceProvider Build(string dataDirectory, string? connectionString, TimeProvider? clock = null)
    {
        var database = new DatabaseOptions
        {
            Provider = connectionString is null ? DatabaseProvider.Sqlite : DatabaseProvider.Postgres,
            ConnectionString = connectionString,
        };
        return new ServiceCollection().AddLogging().AddSingleton(clock ?? TimeProvider.System)
            .AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider())
            .AddTrackerDatabase(database, dataDirectory).AddTrackerCore().BuildServiceProvider(validateScopes: true);
    }

    /// <summary>Imports seeds, which are expected to be sound.</summary>
    public static async Task ImportSeedsAsync(this ServiceProvider core, string path)
    {
        await using var scope = core.CreateAsyncScope();
        var report = await scope.ServiceProvider.GetRequiredService<SeedImporter>().ImportAsync(path, CancellationToken.None);
        report.Problems.Should().BeEmpty();
    }
}
