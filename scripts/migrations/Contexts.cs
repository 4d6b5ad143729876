using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using PhysicalAiTracker.Core.Data;

namespace PhysicalAiTracker.Migrations;

/// <summary>Lets <c>dotnet ef</c> see the SQLite model. Scaffolding opens no connection.</summary>
public sealed class SqliteContextFactory : IDesignTimeDbContextFactory<SqliteTrackerDbContext>
{
    public SqliteTrackerDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteTrackerDbContext>().UseSqlite("Data Source=:memory:").Options);
}

/// <summary>Lets <c>dotnet ef</c> see the PostgreSQL model. Scaffolding opens no connection.</summary>
public sealed class PostgresContextFactory : IDesignTimeDbContextFactory<PostgresTrackerDbContext>
{
    public PostgresTrackerDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresTrackerDbContext>().UseNpgsql("Host=localhost").Options);
}
