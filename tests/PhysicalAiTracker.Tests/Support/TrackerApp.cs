using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History.AsOf;
using PhysicalAiTracker.Web;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>The real application with a data directory and a database of its own, configured as when it is shipped.</summary>
public sealed class TrackerApp : WebApplicationFactory<Program>
{
    private const int FewIterations = 1_000;

    private readonly Lazy<TestDatabase> _database;

    public TrackerApp() => _database = new(() => new TestDatabase(Provider, AllSeeds ? Seeds.All : Seeded ? Seeds.Article : null, SeededAt));

    /// <summary>SQLite unless given.</summary>
    public DatabaseProvider Provider { get; init; }

    /// <summary>Whether the article of the seeds is in the database (<see cref="Seeds.Article"/>); a test that arranges its own data starts empty.</summary>
    public bool Seeded { get; init; }

    /// <summary>Whether every pack of the seeds is in the database (<see cref="Seeds.All"/>): many records, and contradictions.</summary>
    public bool AllSeeds { get; init; }

    /// <summary>When the seeds were imported; when the first such database was made where null.</summary>
    public DateTimeOffset? SeededAt { get; init; }

    /// <summary>Whether the first start imports all seeds itself, which takes longer than <see cref="AllSeeds"/>.</summary>
    public bool ImportSeeds { get; init; }

    /// <summary>The clock that the application sees; the system's unless given.</summary>
    public TimeProvider? Clock { get; init; }

    /// <summary>Whether passwords are hashed as often as when it is shipped, which costs a third of a second a sign-in; otherwise a few times.</summary>
    public bool HashesAsShipped { get; init; }

    /// <summary>A background service that is left out, for a test that does its work step by step.</summary>
    public Type? WithoutHosted { get; init; }

    /// <summary>More settings, by configuration key (<c>Seeds:Import</c>); they win over the ones above.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>What the application writes to, to arrange rows in before it starts and to look into.</summary>
    public TestDatabase Database => _database.Value;

    /// <summary>Adds an account, as the verb <c>users add</c> does.</summary>
    /// <param name="role">One of <see cref="Roles.All"/>.</param>
    public async Task AddUserAsync(string name, string password, string role = Roles.Analyst)
    {
        await using var scope = Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<AccountCommands>().AddAsync(name, role, null, password, CancellationToken.None);
        outcome.Problems.Should().BeEmpty();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        // Production expects published files; a build's are found through its manifest, as in Development.
        builder.UseStaticWebAssets();
        builder.UseSetting("Data:Directory", Database.DataDirectory);
        builder.UseSetting("Database:Provider", Provider.ToString());
        builder.UseSetting("Seeds:Import", ImportSeeds ? "true" : "false");
        // Among the results of the tests, a request is worth a line only when it went wrong.
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning");
        if (Database.ConnectionString is { } connectionString)
        {
            builder.UseSetting("Database:ConnectionString", connectionString);
        }

        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        if (!HashesAsShipped)
        {
            builder.ConfigureTestServices(services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = FewIterations));
        }

        if (WithoutHosted is not null)
        {
            builder.ConfigureTestServices(services =>
            {
                foreach (var hosted in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == WithoutHosted).ToList())
                {
                    services.Remove(hosted);
                }
            });
        }

        if (Clock is not null)
        {
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(new AsOfTime(Clock))));
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database.IsValueCreated)
        {
            _database.Value.Dispose();
        }
    }
}
