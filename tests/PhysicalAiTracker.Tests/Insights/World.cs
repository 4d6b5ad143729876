using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Insights;

/// <summary>A database into which a test publishes made-up records, written as JSON with single quotation marks.</summary>
public sealed class World : IAsyncDisposable
{
    private const string Text = "Robots are many; robots are few.";

    private readonly ServiceProvider _core;

    public World(DatabaseProvider provider, bool seeded = false, TestClock? clock = null)
    {
        Database = new TestDatabase(provider, seeded);
        _core = Database.BuildCore(clock);
    }

    public TestDatabase Database { get; }

    public static string Company(string name, string more = "") => $$"""{ 'record': 'party', 'ref': '{{name}}', 'set': { 'kind': 'company', 'name': '{{name}}'{{more}} } }""";

    public static string Claim(string company, string plane, string placement, string more = "") =>
        $$"""{ 'record': 'claim', 'set': { 'company': '{{company}}', 'plane': '{{plane}}', 'placement': '{{placement}}', 'modality': 'in-use'{{more}} } }""";

    public static string Round(string company, string more) => $$"""{ 'record': 'funding-round', 'set': { 'company': '{{company}}'{{more}} } }""";

    public static string Tie(string party, string kind, string organisation, string more = "") =>
        $$"""{ 'record': 'affiliation', 'set': { 'party': '{{party}}', 'kind': '{{kind}}', 'organisation': '{{organisation}}'{{more}} } }""";

    /// <summary>A disclosure of these changes; one without assertions gets one that affirms all it sets.</summary>
    /// <param name="asOf">EDTF, of the assertions added.</param>
    public static JsonObject Document(string title, string asOf, IEnumerable<string> changes) => new()
    {
        ["title"] = title,
        ["source"] = new JsonObject
        {
            ["title"] = title,
            ["kind"] = "article",
            ["snapshot"] = new JsonObject { ["kind"] = "full-text", ["text"] = Text },
        },
        ["changes"] = new JsonArray([.. changes.Select(change =>
        {
            var node = JsonNode.Parse(change.Replace('\'', '"'))!.AsObject();
            node["assertions"] ??= new JsonArray(new JsonObject { ["asOf"] = asOf, ["passage"] = new JsonObject { ["exact"] = "Robots are many" } });
            return (JsonNode)node;
        })]),
    };

    public Task PublishAsync(params string[] changes) => PublishAsync("Made up", "2026-04", changes);

    public Task PublishAsync(string title, string asOf, params string[] changes) => ReadAsync<DisclosureCommands, int>(async commands =>
    {
        var outcome = await commands.PublishAsync(Document(title, asOf, changes), new Submitter("ana", null, Imported: false), null, CancellationToken.None);
        outcome.Problems.Should().BeEmpty();
        return 0;
    });

    /// <summary>Asks Core as one request does.</summary>
    public async Task<TResult> ReadAsync<T, TResult>(Func<T, Task<TResult>> read)
        where T : notnull
    {
        await using var scope = _core.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        await _core.DisposeAsync();
        Database.Dispose();
    }
}
