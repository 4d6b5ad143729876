using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Tests.Disclosures;

namespace PhysicalAiTracker.Tests.History;

/// <summary>What the tests of the history have in common.</summary>
internal static class Acting
{
    public static Task<DisclosureOutcome> ActAsync(this Analyst analyst, Func<ActCommands, Submitter, Task<DisclosureOutcome>> act) =>
        analyst.InScopeAsync<ActCommands, DisclosureOutcome>(commands => act(commands, new Submitter(analyst.Who.Name, analyst.Who.UserId, Imported: false)));

    public static async Task RevertAsync(this Analyst analyst, Guid record, int toVersion)
    {
        var version = await analyst.VersionAsync(record);
        var outcome = await analyst.ActAsync((acts, who) => acts.RevertAsync(new RevertRequest(record, version, toVersion, "typed wrongly"), who, CancellationToken.None));
        (outcome.Problems.Select(problem => problem.Message), outcome.Conflicts.Count, outcome.Overtaken).Should().BeEquivalentTo((Array.Empty<string>(), 0, false));
    }

    public static async Task<DisclosureOutcome> MergeAsync(this Analyst analyst, Guid from, Guid into)
    {
        var (one, other) = (await analyst.VersionAsync(from), await analyst.VersionAsync(into));
        return await analyst.ActAsync((acts, who) => acts.MergeAsync(new MergeRequest(from, one, into, other, "entered twice"), who, CancellationToken.None));
    }

    public static async Task<DisclosureOutcome> UndoAsync(this Analyst analyst, Guid from)
    {
        var version = await analyst.VersionAsync(from);
        return await analyst.ActAsync((acts, who) => acts.UndoMergeAsync(new UndoMergeRequest(from, version, "they are two after all"), who, CancellationToken.None));
    }

    /// <summary>The latest version of a record, also of one that is gone.</summary>
    public static async Task<int> VersionAsync(this Analyst analyst, Guid record)
    {
        await using var db = analyst.Database.NewContext();
        return await db.Revisions.Where(r => r.RecordId == record).MaxAsync(r => r.Version);
    }

    /// <summary>The last state of every record by its id; null of those that are gone.</summary>
    public static async Task<Dictionary<Guid, string?>> StatesAsync(this Analyst analyst)
    {
        await using var db = analyst.Database.NewContext();
        return (await db.Revisions.OrderBy(r => r.Version).Select(r => new { r.RecordId, r.State }).ToListAsync())
            .GroupBy(r => r.RecordId).ToDictionary(group => group.Key, group => group.Last().State);
    }

    /// <summary>All evidence: which passage says what about which record, through whom, and whether it is shown.</summary>
    public static async Task<List<string>> EvidenceAsync(this Analyst analyst)
    {
        await using var db = analyst.Database.NewContext();
        return (await db.Assertions.SelectMany(a => a.Values, (a, v) => new { a.Id, a.RecordId, a.ClaimantId, v.Field, v.Value, v.Adopted }).ToListAsync())
            .ConvertAll(row => row.ToString()!).Order(StringComparer.Ordinal).ToList();
    }

    public static async Task<Guid> PartyAsync(this Analyst analyst, string slug)
    {
        await using var db = analyst.Database.NewContext();
        return await db.Parties.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();
    }

    /// <summary>A second party that is the same as Jeff Bezos, with a round of its own and a part in the same one.</summary>
    public static async Task<Guid> EnterTwiceAsync(this Analyst analyst)
    {
        var twin = Analyst.Json("""
            { 'record': 'party', 'ref': 'twin', 'set': { 'kind': 'person', 'name': 'Jeffrey Bezos', 'aliases': ['J. Bezos'], 'website': 'https://example.org/bezos' },
              'assertions': [{ 'fields': ['name'], 'passage': { 'exact': 'Jeff Bezos put in two billion' }, 'values': { 'aliases': ['J. Bezos'] } }] }
            """);
        var round = Analyst.Round("project-prometheus", ", 'participations': [{ 'investor': '#twin', 'role': 'lead' }, { 'investor': 'jeff-bezos', 'amount': '$2 bn' }]");
        round["assertions"]![0]!["claimant"] = "#twin";
        var outcome = await analyst.PublishAsync(Analyst.Document(twin, round));
        outcome.Problems.Should().BeEmpty();
        return outcome.Changes[0].Id;
    }
}
