using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.AsOf;

/// <summary>A tracker with a past: the seeds since 1 May 2026, corrections on the 3rd, and now it is the 5th.</summary>
public sealed class Past : IAsyncDisposable
{
    public const string Seeded = "2026-05-01";
    public const string Between = "2026-05-02";
    public const string Corrected = "2026-05-03";
    public const string Yesterday = "2026-05-04";
    public const string Today = "2026-05-05";

    private readonly TestClock _clock = new(new DateTimeOffset(2026, 5, 1, 12, 0, 0, TimeSpan.Zero));

    private Past(DatabaseProvider provider, IReadOnlyDictionary<string, string>? settings) => App = new TrackerApp
    {
        Provider = provider,
        AllSeeds = true,
        SeededAt = _clock.GetUtcNow(),
        Clock = _clock,
        Settings = new Dictionary<string, string>(settings ?? new Dictionary<string, string>()) { ["Api:RateLimit"] = "100000" },
    };

    public TrackerApp App { get; }

    /// <summary>The days' files.</summary>
    public IReadOnlyList<string> Files =>
        Directory.Exists(Path.Combine(App.Database.DataDirectory, "as-of")) ? Directory.GetFiles(Path.Combine(App.Database.DataDirectory, "as-of")) : [];

    /// <param name="change">Corrects something on the 3rd; null leaves everything as it was.</param>
    public static async Task<Past> MakeAsync(DatabaseProvider provider, Func<Past, Task>? change = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var past = new Past(provider, settings);
        past._clock.Advance(TimeSpan.FromDays(2));
        await (change?.Invoke(past) ?? Task.CompletedTask);
        past._clock.Advance(TimeSpan.FromDays(2));
        return past;
    }

    /// <summary>The round that the article reports with ten billion is corrected to twelve.</summary>
    public static async Task CorrectTheRoundAsync(Past past)
    {
        using var db = past.App.Database.NewContext();
        var round = await db.FundingRounds.Where(r => r.Company.Slug == "project-prometheus").Select(r => new { r.Id, r.Version }).SingleAsync();
        await past.PublishAsync($$"""
            { "record": "funding-round", "id": "{{round.Id}}", "version": {{round.Version}}, "reason": "we-corrected", "set": { "amount": "$12 bn" },
              "assertions": [ { "fields": ["amount"], "passage": { "exact": "The round is $12 billion" } } ] }
            """);
    }

    /// <summary>Project Prometheus gets another name, and with it another address.</summary>
    public static async Task RenameAsync(Past past)
    {
        using var db = past.App.Database.NewContext();
        var party = await db.Parties.Where(p => p.Slug == "project-prometheus").Select(p => new { p.Id, p.Version }).SingleAsync();
        await past.PublishAsync($$"""
            { "record": "party", "id": "{{party.Id}}", "version": {{party.Version}}, "reason": "world-changed", "set": { "name": "Prometheus Works", "slug": "prometheus-works" },
              "assertions": [ { "fields": ["name"], "passage": { "exact": "now calls itself Prometheus Works" } } ] }
            """, "report-of-the-name");
    }

    public async Task PublishAsync(string change, string slug = "later-report")
    {
        var document = JsonNode.Parse($$"""
            { "title": "A later report",
              "source": { "slug": "{{slug}}", "kind": "article", "title": "A later report", "publisher": "Example Wire", "url": "https://wire.example/{{slug}}",
                "snapshot": { "kind": "full-text", "text": "The round is $12 billion. The company now calls itself Prometheus Works.\n" } },
              "changes": [ {{change}} ] }
            """)!.AsObject();
        await WithCoreAsync(async services =>
            (await services.GetRequiredService<DisclosureCommands>().PublishAsync(document, new Submitter("ana", null, Imported: false), null, CancellationToken.None))
            .Problems.Should().BeEmpty());
    }

    /// <summary>An import judges the reliability of a known source anew, and says so with a party of its own.</summary>
    public async Task JudgeAsync(string slug, string title, string reliability)
    {
        var document = JsonNode.Parse($$"""
            { "title": "Judged anew",
              "source": { "slug": "{{slug}}", "title": {{JsonValue.Create(title).ToJsonString()}}, "kind": "article", "reliability": "{{reliability}}",
                "snapshot": { "kind": "full-text", "text": "The round is $12 billion. The company now calls itself Prometheus Works.\n\nA judge of sources says {{reliability}}.\n" } },
              "changes": [ { "record": "party", "set": { "kind": "person", "name": "Judge who says {{reliability}}" }, "assertions": [ { "passage": { "exact": "A judge of sources" } } ] } ] }
            """)!.AsObject();
        await WithCoreAsync(async services =>
            (await services.GetRequiredService<DisclosureCommands>().PublishAsync(document, new Submitter("ana", null, Imported: true), null, CancellationToken.None)).Problems.Should().BeEmpty());
    }

    /// <summary>Runs something of Core at the time it is in the past.</summary>
    public Task WithAsync<T>(Func<T, Task> work)
        where T : notnull => WithCoreAsync(services => work(services.GetRequiredService<T>()));

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>Lets time pass until the last moment of the day, when the tracker is what that day is remembered as.</summary>
    public void AdvanceToTheEndOfTheDay() => _clock.Advance(_clock.GetUtcNow().Date.AddDays(1).AddMilliseconds(-1) - _clock.GetUtcNow().UtcDateTime);

    public async Task<Page> PageAsync(string path) => await Page.GetAsync(App, path);

    public async Task<JsonObject> JsonAsync(string path)
    {
        using var client = App.CreateClient(new() { AllowAutoRedirect = false });
        return JsonNode.Parse(await client.GetStringAsync(path))!.AsObject();
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task WithCoreAsync(Func<IServiceProvider, Task> work)
    {
        await using var core = App.Database.BuildCore(_clock);
        await using var scope = core.CreateAsyncScope();
        await work(scope.ServiceProvider);
    }
}
