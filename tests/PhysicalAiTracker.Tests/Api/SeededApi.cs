using System.Collections.Concurrent;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Api;

/// <summary>One application a database, with the seeds, shared by the tests that only read.</summary>
[CollectionDefinition(Name)]
public sealed class SeededApi : ICollectionFixture<SeededApi>, IAsyncDisposable
{
    public const string Name = "seeded API";

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
    }

    private static (TrackerApp, HttpClient) Start(DatabaseProvider provider)
    {
        var app = new TrackerApp { Provider = provider, Seeded = true, Settings = Unlimited };
        return (app, app.CreateClient(new() { AllowAutoRedirect = false }));
    }
}
