namespace PhysicalAiTracker.Tests.Support;

/// <summary>One application with the seeds, for tests that only read: <c>IClassFixture&lt;SeededSite&gt;</c>.</summary>
public sealed class SeededSite : IAsyncLifetime
{
    public TrackerApp App { get; } = new() { Seeded = true };

    public Task<Page> GetAsync(string path) => Page.GetAsync(App, path);

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync() => await App.DisposeAsync();
}
