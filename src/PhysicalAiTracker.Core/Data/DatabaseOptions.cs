using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.History.AsOf;
using PhysicalAiTracker.Core.Search;
using PhysicalAiTracker.Core.Search.Plans;

namespace PhysicalAiTracker.Core.Data;

/// <summary>The databases the tracker runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Section <c>Database</c>.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary><c>Sqlite</c> (default, a file in the data directory) or <c>Postgres</c>.</summary>
    public DatabaseProvider Provider { get; set; }

    /// <summary>Npgsql connection string; required with <c>Postgres</c>, not used with <c>Sqlite</c>.</summary>
    public string? ConnectionString { get; set; }
}

/// <summary>Registers the context of the chosen database under the one name that the rest of Core asks for.</summary>
public static class DatabaseRegistration
{
    public const string SqliteFile = "tracker.db";

    /// <summary>For each connection: all that the pages ask for.</summary>
    private const int MostPrepared = 200;

    /// <summary>Adds <see cref="TrackerDbContext"/>.</summary>
    /// <param name="dataDirectory">Where the SQLite file lies; it exists already.</param>
    public static IServiceCollection AddTrackerDatabase(this IServiceCollection services, DatabaseOptions options, string dataDirectory)
    {
        if (options.Provider == DatabaseProvider.Postgres)
        {
            services.AddContext<PostgresTrackerDbContext>(
                builder => builder.UseTrackerPostgres(options.ConnectionString!), (made, s) => new(made, s.GetService<TimeProvider>(), s.GetService<KeptCounts>(), s.GetService<ListPlans>()));
        }
        else
        {
            services.AddContext<SqliteTrackerDbContext>(
                builder => builder.UseTrackerSqlite(Path.Combine(dataDirectory, SqliteFile)), (made, s) => new(made, s.GetService<TimeProvider>(), s.GetService<KeptCounts>(), s.GetService<ListPlans>()));
        }

        services.AddSingleton(_ => CommitWatch.Of(options, dataDirectory));
        services.AddSingleton<KeptCounts>();
        services.AddSingleton(_ => ReadyCommands.Of(options, dataDirectory));
        services.AddSingleton<ListPlans>();
        services.AddScoped<AsOfScope>();
        services.AddSingleton(s => new AsOfFiles(Path.Combine(dataDirectory, AsOfFiles.FolderName), (s.GetService<IOptions<AsOfOptions>>()?.Value ?? new()).Files, s.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>
    /// The live database, or the file of the day that the scope reads. Its options know the log and not the application's services: Entity Framework would copy them for
    /// each context, to compare them without.
    /// </summary>
    private static void AddContext<TContext>(this IServiceCollection services, Action<DbContextOptionsBuilder> use, Func<DbContextOptions<TContext>, IServiceProvider, TContext> make)
        where TContext : TrackerDbContext
    {
        services.AddSingleton(s =>
        {
            var builder = new DbContextOptionsBuilder<TContext>();
            builder.UseLoggerFactory(s.GetRequiredService<ILoggerFactory>());
            use(builder);
            return builder.Options;
        });
        services.AddScoped<TrackerDbContext>(s => s.GetRequiredService<AsOfScope>().Open() ?? make(s.GetRequiredService<DbContextOptions<TContext>>(), s));
    }

    public static DbContextOptionsBuilder UseTrackerPostgres(this DbContextOptionsBuilder builder, string connectionString) =>
        builder.UseNpgsql(Prepared(connectionString), npgsql => npgsql.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)).UseCompiledModel(ModelOf<PostgresTrackerDbContext>.Compiled);

    /// <summary>
    /// Statements that come again and again are prepared, unless the connection string says otherwise: PostgreSQL parses and plans each anew, which takes longer than to find
    /// a few rows. Nor is a connection made as new each time it is taken from the pool: nothing of ours outlives its transaction.
    /// </summary>
    private static string Prepared(string connectionString) => string.Create(CultureInfo.InvariantCulture, $"Max Auto Prepare={MostPrepared};No Reset On Close=true;{connectionString}");

    public static DbContextOptionsBuilder UseTrackerSqlite(this DbContextOptionsBuilder builder, string file) =>
        builder.UseSqlite(SqliteConnections.StringFor(file), Ask).AddInterceptors(SqliteConnections.Pragmas).UseCompiledModel(ModelOf<SqliteTrackerDbContext>.Compiled)
            // A table is made anew with foreign keys off, which SQLite takes outside of a transaction only; the marker of a migration under way is for one that breaks off there.
            .ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.NonTransactionalMigrationOperationWarning));

    internal static DbContextOptionsBuilder UseTrackerSqliteReadOnly(this DbContextOptionsBuilder builder, string file) =>
        builder.UseSqlite(SqliteConnections.ReadOnlyStringFor(file), Ask).UseCompiledModel(ModelOf<SqliteTrackerDbContext>.Compiled);

    private static DbContextOptionsBuilder UseCompiledModel(this DbContextOptionsBuilder builder, IModel? model) => model is null ? builder : builder.UseModel(model);

    /// <summary>A list of ids is one parameter, as on PostgreSQL: with one for each, every length of list is another statement to write, keep and prepare.</summary>
    private static void Ask(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery).UseParameterizedCollectionMode(ParameterTranslationMode.Parameter);

    /// <summary>The model that was compiled ahead of time, found once: Entity Framework by itself looks through the attributes of the assembly for each context.</summary>
    private static class ModelOf<TContext>
    {
        /// <summary>Null where the program was built without it.</summary>
        public static IModel? Compiled { get; } = (IModel?)typeof(TContext).Assembly.GetCustomAttributes<DbContextModelAttribute>().FirstOrDefault(model => model.ContextType == typeof(TContext))
            ?.ModelType.GetProperty("Instance", BindingFlags.Public | BindingFlags.Static)?.GetValue(null);
    }
}
