using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Reviewing;

/// <summary>Twenty clients at the same records at once: one wins, the others are told with both versions, and nothing is half done.</summary>
public sealed class ConcurrencyTests
{
    private const int Clients = 20;

    [Theory, EachDatabase]
    public async Task One_of_twenty_accepts_a_submission(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (url, version) = await desk.SubmitAsync(Desk.Round());

        var answers = await AtOnceAsync(_ => Desk.StepAsync(desk.Reviewer, url, "accept", $"{version}"));

        answers.Count(answer => answer.Status == HttpStatusCode.OK).Should().Be(1);
        foreach (var late in answers.Where(answer => answer.Status != HttpStatusCode.OK))
        {
            late.Status.Should().BeOneOf([HttpStatusCode.Conflict, HttpStatusCode.PreconditionFailed], late.Text);
            ((int)late.Body["asked"]!, (int)late.Body["version"]!).Should().Be((version, version + 1));
        }

        await SoundAsync(desk);
        await using var db = desk.App.Database.NewContext();
        var id = Guid.Parse(url.Split('/')[^1]);
        (await db.Revisions.CountAsync(r => r.DisclosureId == id)).Should().Be(1);
        (await db.Notifications.CountAsync()).Should().Be(1);
    }

    [Theory, EachDatabase]
    public async Task One_of_twenty_decisions_is_taken(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        var (url, version) = await desk.SubmitAsync(Desk.Round());
        var reason = new JsonObject { ["reason"] = "No." };

        var answers = await AtOnceAsync(client => (client % 3) switch
        {
            0 => Desk.StepAsync(desk.Reviewer, url, "accept", $"{version}"),
            1 => Desk.StepAsync(desk.Reviewer, url, "reject", $"{version}", reason.DeepClone().AsObject()),
            _ => Desk.StepAsync(desk.Contributor, url, "withdraw", $"{version}"),
        });

        answers.Count(answer => answer.Status == HttpStatusCode.OK).Should().Be(1);
        // Who was withdrawn from under a reviewer's hands: a draft is nobody else's.
        answers.Where(answer => answer.Status != HttpStatusCode.OK).Should()
            .OnlyContain(answer => answer.Status == HttpStatusCode.Conflict || answer.Status == HttpStatusCode.PreconditionFailed || answer.Status == HttpStatusCode.NotFound);
        await SoundAsync(desk);
        await using var db = desk.App.Database.NewContext();
        (await db.ReviewSteps.CountAsync()).Should().Be(2, "it was submitted, and one thing was done to it");
    }

    [Theory, EachDatabase]
    public async Task One_of_twenty_accepts_edits_and_merges_changes_the_record(DatabaseProvider provider)
    {
        await using var desk = await Desk.OpenAsync(provider);
        for (var round = 0; round < 3; round++)
        {
            var twin = await TwinAsync(desk, round);
            var (party, version) = await desk.PartyAsync("jeff-bezos");
            var submitted = new List<(string Url, int Version)>();
            for (var i = 0; i < 7; i++)
            {
                submitted.Add(await desk.SubmitAsync(Desk.Edit(party, version, $"Submitted {round}.{i}.")));
            }

            var answers = await AtOnceAsync(client => client switch
            {
                < 7 => Desk.StepAsync(desk.Reviewer, submitted[client].Url, "accept", $"{submitted[client].Version}"),
                < 14 => Desk.SendAsync(desk.Reviewer, Desk.Edit(party, version, $"Edited {round}.{client}."), "accepted"),
                _ => Desk.MergeAsync(desk.Reviewer, new JsonObject { ["from"] = twin, ["fromVersion"] = 1, ["into"] = party, ["intoVersion"] = version, ["note"] = "one person" }),
            });

            answers.Count(answer => (int)answer.Status < 300).Should().Be(1, string.Join('\n', answers.Select(answer => $"{answer.Status} {answer.Text}")));
            foreach (var late in answers.Where(answer => (int)answer.Status >= 300))
            {
                late.Status.Should().Be(HttpStatusCode.Conflict, late.Text);
                late.Body["conflicts"]!.AsArray().Should().NotBeEmpty(late.Text).And.OnlyContain(conflict => (int)conflict!["startedFrom"]! < (int)conflict["currentVersion"]!);
            }

            (await desk.PartyAsync("jeff-bezos")).Version.Should().Be(version + 1);
            await SoundAsync(desk);
        }
    }

    /// <summary>A second party that is the same person.</summary>
    private static async Task<Guid> TwinAsync(Desk desk, int round)
    {
        var answer = await Desk.SendAsync(desk.Reviewer, Disclosures.Analyst.Document(Disclosures.Analyst.Json($$"""
            { 'record': 'party', 'set': { 'kind': 'person', 'name': 'Jeffrey Bezos {{round}}' }, 'assertions': [{ 'passage': { 'exact': 'Jeff Bezos put in two billion' } }] }
            """)), "accepted");
        answer.Status.Should().Be(HttpStatusCode.Created, answer.Text);
        return Guid.Parse((string)answer.Body["changes"]![0]!["id"]!);
    }

    /// <summary>Lets all clients go at the same moment.</summary>
    private static async Task<IReadOnlyList<RestAnswer>> AtOnceAsync(Func<int, Task<RestAnswer>> client)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var answers = new ConcurrentBag<RestAnswer>();
        var clients = Enumerable.Range(0, Clients).Select(async number =>
        {
            await start.Task;
            answers.Add(await client(number));
        }).ToList();
        start.SetResult();
        await Task.WhenAll(clients);
        return [.. answers];
    }

    /// <summary>What must hold whoever won.</summary>
    private static async Task SoundAsync(Desk desk)
    {
        await using var db = desk.App.Database.NewContext();
        if (db.Database.IsSqlite())
        {
            (await db.Database.SqlQueryRaw<string>("SELECT \"table\" AS \"Value\" FROM pragma_foreign_key_check").ToListAsync()).Should().BeEmpty("every foreign key leads somewhere");
        }

        foreach (var record in (await db.Revisions.AsNoTracking().Select(r => new { r.RecordId, r.Version, r.State, r.DisclosureId }).ToListAsync()).GroupBy(r => r.RecordId))
        {
            record.Select(r => r.Version).Order().Should().Equal(Enumerable.Range(1, record.Count()), "no version is missing and none is there twice");
        }

        var counts = await db.Revisions.GroupBy(r => r.RecordId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        foreach (var party in await db.Parties.AsNoTracking().Select(p => new { p.Id, p.Version }).ToListAsync())
        {
            party.Version.Should().Be(counts[party.Id], "a version for each revision");
        }

        (await db.Revisions.CountAsync(r => r.Disclosure.State != DisclosureState.Accepted)).Should().Be(0, "nothing is written by what was not accepted");
        (await db.Assertions.CountAsync(a => a.Disclosure.State != DisclosureState.Accepted)).Should().Be(0);
        (await db.Disclosures.CountAsync(d => d.State == DisclosureState.Accepted && !db.Revisions.Any(r => r.DisclosureId == d.Id))).Should().Be(0, "no disclosure is half applied");
        // Each accepted change of these tests brings one passage.
        var written = await db.Disclosures.Where(d => d.State == DisclosureState.Accepted && d.Act == null && d.AuthorId != null)
            .Select(d => new { Changes = db.Revisions.Count(r => r.DisclosureId == d.Id), Assertions = db.Assertions.Count(a => a.DisclosureId == d.Id) }).ToListAsync();
        written.Where(disclosure => disclosure.Changes != disclosure.Assertions).Should().BeEmpty("no evidence is missing and none is there twice");
    }
}
