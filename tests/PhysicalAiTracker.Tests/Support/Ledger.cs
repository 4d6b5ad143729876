using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Insights;
using PhysicalAiTracker.Core.Insights.Contradictions;
using PhysicalAiTracker.Core.Search;

namespace PhysicalAiTracker.Tests.Support;

/// <summary>A database that evidence is entered into, one sentence a source.</summary>
public sealed class Ledger : IAsyncDisposable
{
    public static readonly Submitter Ana = new("ana", null, Imported: false);

    private readonly TestDatabase? _database;
    private readonly ServiceProvider? _own;
    private readonly IServiceProvider _core;
    private int _sources;

    public Ledger(DatabaseProvider provider)
    {
        _database = new TestDatabase(provider);
        _core = _own = _database.BuildCore();
    }

    /// <summary>On a database that somebody else disposes.</summary>
    public Ledger(TestDatabase database) => _core = _own = database.BuildCore();

    /// <summary>On the database of an application.</summary>
    public Ledger(TrackerApp app) => _core = app.Services;

    /// <summary>A change that makes or extends a record, written with single quotation marks.</summary>
    public static JsonObject Change(string json) => JsonNode.Parse(json.Replace('\'', '"'))!.AsObject();

    /// <summary>More that a source says of a record, which shows something else or nothing of it.</summary>
    public static JsonObject Says(string kind, Guid id, string values, string more = "") =>
        Change($"{{ 'record': '{kind}', 'id': '{id}', 'assertions': [{{ 'values': {values}{more} }}] }}");

    /// <summary>Publishes one source with one sentence, which all changes quote; answers the ids of the records.</summary>
    public async Task<IReadOnlyList<Guid>> EnterAsync(string sentence, string published, params IReadOnlyList<JsonObject> changes)
    {
        var outcome = await PublishAsync(sentence, published, null, changes);
        outcome.Problems.Should().BeEmpty();
        return [.. outcome.Changes.Select(change => change.Id)];
    }

    /// <param name="origin">Slug of the source that this one rewrites.</param>
    public async Task<DisclosureOutcome> PublishAsync(string sentence, string published, string? origin, params IReadOnlyList<JsonObject> changes)
    {
        foreach (var change in changes)
        {
            var assertions = change["assertions"] as JsonArray ?? [];
            if (assertions.Count == 0)
            {
                assertions.Add(new JsonObject());
                change["assertions"] = assertions;
            }

            foreach (var assertion in assertions)
            {
                assertion!["passage"] = new JsonObject { ["exact"] = sentence };
            }
        }

        var source = new JsonObject
        {
            ["slug"] = $"source-{Interlocked.Increment(ref _sources)}",
            ["title"] = sentence,
            ["kind"] = "article",
            ["publishedOn"] = published,
            ["textIsPublic"] = true,
            ["snapshot"] = new JsonObject { ["kind"] = "excerpt", ["text"] = sentence + "\n" },
        };
        if (origin is not null)
        {
            source["origin"] = origin;
        }

        var document = new JsonObject { ["title"] = sentence, ["source"] = source, ["changes"] = new JsonArray([.. changes]) };
        await using var scope = _core.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<DisclosureCommands>()
            .PublishAsync(document, new Submitter("ana", null, Imported: true), null, CancellationToken.None);
    }

    /// <summary>A company to say things about.</summary>
    public async Task<Guid> CompanyAsync(string name, string more = "") =>
        (await EnterAsync($"{name} is a company.", "2025-01-02", Change($"{{ 'record': 'party', 'set': {{ 'kind': 'company', 'name': '{name}'{more} }} }}")))[0];

    /// <summary>The list as a reader asks for it: <c>state=open</c>.</summary>
    public async Task<IReadOnlyList<ContradictionItem>> ListAsync(params IReadOnlyList<(string Name, string Value)> filters)
    {
        await using var scope = _core.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<ContradictionQueries>().ListAsync(
            new ListRequest(filters.ToDictionary(f => f.Name, f => (IReadOnlyList<string>)[f.Value])), CancellationToken.None);
        result.Problems.Should().BeEmpty();
        return result.Page!.Items;
    }

    public Task<IReadOnlyList<ContradictionItem>> OpenAsync() => ListAsync(("state", "open"));

    /// <summary>Runs something of Core as one request does.</summary>
    public async Task<TResult> InScopeAsync<T, TResult>(Func<T, Task<TResult>> run)
        where T : notnull
    {
        await using var scope = _core.CreateAsyncScope();
        return await run(scope.ServiceProvider.GetRequiredService<T>());
    }

    /// <summary>Makes one record of two, as Ana.</summary>
    public async Task MergeAsync(Guid from, Guid into)
    {
        var (one, other) = (await VersionAsync(from), await VersionAsync(into));
        (await InScopeAsync<ActCommands, DisclosureOutcome>(acts => acts.MergeAsync(new MergeRequest(from, one, into, other, "entered twice"), Ana, CancellationToken.None))).Problems.Should().BeEmpty();
    }

    /// <summary>Takes a merge back, as Ana.</summary>
    public async Task UndoMergeAsync(Guid from)
    {
        var version = await VersionAsync(from);
        (await InScopeAsync<ActCommands, DisclosureOutcome>(acts => acts.UndoMergeAsync(new UndoMergeRequest(from, version, "two after all"), Ana, CancellationToken.None))).Problems.Should().BeEmpty();
    }

    /// <summary>Takes a record away, as Ana.</summary>
    public async Task RemoveAsync(Guid record, string why)
    {
        var version = await VersionAsync(record);
        (await InScopeAsync<ActCommands, DisclosureOutcome>(acts => acts.RemoveAsync(new RemovalRequest(record, version, why), Ana, CancellationToken.None))).Problems.Should().BeEmpty();
    }

    /// <summary>Rules on a contradiction as it is now, as Ana.</summary>
    public async Task RuleAsync(ContradictionItem on, string decision, string? explanation, int? side = null) =>
        (await InScopeAsync<RulingCommands, RulingOutcome>(rulings => rulings.RuleAsync(on.Id, new RulingRequest(decision, explanation, side, "I looked.", on.Version), Ana, CancellationToken.None))).Accepted.Should().BeTrue();

    /// <summary>Whatever is derived is as a rebuild derives it, and the rebuild leaves it so.</summary>
    public async Task ShouldBeAsRebuiltAsync(string because)
    {
        var before = await DerivedAsync();
        await InScopeAsync<Derivation, Rebuilt>(derivation => derivation.RebuildAsync(CancellationToken.None));
        (await DerivedAsync()).Should().Equal(before, because);
    }

    public Task<IReadOnlyList<string>> DerivedAsync() => InScopeAsync<TrackerDbContext, IReadOnlyList<string>>(DerivedRows.ReadAsync);

    /// <summary>The latest version of a record, also of one that is gone.</summary>
    public Task<int> VersionAsync(Guid record) => InScopeAsync<TrackerDbContext, int>(db => db.Revisions.Where(r => r.RecordId == record).MaxAsync(r => r.Version));

    public async ValueTask DisposeAsync()
    {
        if (_own is not null)
        {
            await _own.DisposeAsync();
        }

        _database?.Dispose();
    }
}
