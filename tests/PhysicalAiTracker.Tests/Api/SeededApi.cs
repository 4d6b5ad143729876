using System.Collections.Concurrent;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>One application a database, with the article of the seeds, shared by the tests that only read.</summary>
[CollectionDefinition(Name)]
public sealed class SeededApi() : ReadOnlyApi(all: false), ICollectionFixture<SeededApi>
{
    public const string Name = "seeded API";
}

/// <summary>The same with every pack: something in every collection.</summary>
[CollectionDefinition(Name)]
public sealed class FullApi() : ReadOnlyApi(all: true), ICollectionFixture<FullApi>
{
    public const string Name = "API with all packs";
}

/// <summary>An application with a database of each sort, which nobody writes to.</summary>
/// <param name="all">Whether it has all packs; otherwise the article.</param>
public abstract class ReadOnlyApi(bool all) : IAsyncDisposable
{

    /// <summary>More requests than all these tests make.</summary>
    private static readonly Dictionary<string, string> Unlimited = new() { ["Api:RateLimit"] = "1000000" };

    private readonly ConcurrentDictionary<DatabaseProvider, (TrackerApp App, HttpClient Client)> _apps = [];

    public HttpClient Client(DatabaseProvider provider = DatabaseProvider.Sqlite) => _apps.GetOrAdd(provider, Start).Client;

    public TrackerApp App(DatabaseProvider provider = DatabaseProvider.Sqlite) => _apps.GetOrAdd(provider, Start).App;

    /// <summary>Reads below <c>/api/v1/</c>, as a stranger.</summary>
    public async Task<RestAnswer> GetAsync(DatabaseProvider provider, string path) =>
        await RestAnswer.OfAsync(await Client(provider).GetAsync($"/api/v1/{path}"));

    /// <inheritdoc cref="GetAsync(DatabaseProvider, string)"/>
    public Task<RestAnswer> GetAsync(string path) => GetAsync(DatabaseProvider.Sqlite, path);

    public async ValueTask DisposeAsync()
    {
        foreach (var (app, _) in _apps.Values)
        {
            await app.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private (TrackerApp, HttpClient) Start(DatabaseProvider provider)
    {
        var app = new TrackerApp { Provider = provider, Seeded = !all, AllSeeds = all, Settings = Unlimited };
        return (app, app.CreateClient(new() { AllowAutoRedirect = false }));
    }
}
