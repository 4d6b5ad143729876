using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Drafts;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Disclosures;

/// <summary>A database with an analyst at work on it, and the article that the analyst quotes.</summary>
public sealed class Analyst : IAsyncDisposable
{
    /// <summary>Written for these tests.</summary>
    public const string Text = """
        Prometheus raises again

        On 9 June 2026 Project Prometheus announced a round of $12 billion that values it at $41 billion. Jeff Bezos put in two billion.

        The talks of April about ten billion ended in this round. The round is the largest of the year, and the round was oversubscribed.
        """;

    private readonly ServiceProvider _core;

    public Analyst(DatabaseProvider provider, bool seeded = false)
    {
        Database = new TestDatabase(provider, seeded);
        _core = Database.BuildCore();
        Who = new Drafter(AddUser("ana"), "ana", SeesAll: false);
    }

    public TestDatabase Database { get; }

    public Drafter Who { get; }

    /// <summary>A document about the article, without changes yet.</summary>
    public static JsonObject Document(params JsonNode[] changes) => new()
    {
        ["title"] = "Prometheus, June 2026",
        ["source"] = new JsonObject { ["title"] = "Prometheus raises again", ["kind"] = "article", ["snapshot"] = new JsonObject { ["kind"] = "full-text", ["text"] = Text } },
        ["changes"] = new JsonArray(changes),
    };

    /// <summary>Reads JSON as a test writes it, with single quotation marks.</summary>
    public static JsonObject Json(string text) => JsonNode.Parse(text.Replace('\'', '"'))!.AsObject();

    /// <summary>A new round of the company with this reference, supported by the article.</summary>
    public static JsonObject Round(string company, string more = "") => Json($$"""
        { 'record': 'funding-round',
          'set': { 'company': '{{company}}', 'amount': '$12 bn', 'valuation': '$41 bn', 'status': 'announced'{{more}} },
          'assertions': [{ 'passage': { 'exact': 'announced a round of $12 billion that values it at $41 billion' } }] }
        """);

    public static JsonObject Company(string name = "Project Prometheus") => Json($$"""
        { 'record': 'party', 'ref': 'company', 'set': { 'kind': 'company', 'name': '{{name}}' },
          'assertions': [{ 'passage': { 'exact': 'Project Prometheus' } }] }
        """);

    public Guid AddUser(string name)
    {
        using var db = Database.NewContext();
        var user = new TrackerUser { Id = Guid.CreateVersion7(), UserName = name, NormalizedUserName = name.ToUpperInvariant() };
        db.Users.Add(user);
        db.SaveChanges();
        return user.Id;
    }

    public Task<DisclosureOutcome> PublishAsync(JsonObject document, Guid? draft = null) => InScopeAsync<DisclosureCommands, DisclosureOutcome>(
        commands => commands.PublishAsync(document, new Submitter(Who.Name, Who.UserId, Imported: false), draft, CancellationToken.None));

    /// <summary>Runs something of Core as one request does.</summary>
    public async Task<TResult> InScopeAsync<T, TResult>(Func<T, Task<TResult>> run)
        where T : notnull
    {
        await using var scope = _core.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async ValueTask DisposeAsync()
    {
        await _core.DisposeAsync();
        Database.Dispose();
    }
}
