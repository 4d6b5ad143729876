using System.Net;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Disclosures;
using PhysicalAiTracker.Core.Disclosures.Acts;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.AsOf;

/// <summary>Earlier days after merges, undoings and new texts, which change what is stored in place.</summary>
public sealed class AsOfActsTests
{
    private static readonly Submitter Ana = new("ana", null, Imported: false);

    [Theory, EachDatabase]
    public async Task Before_a_merge_there_are_two_between_one_and_after_its_undoing_two_again(DatabaseProvider provider)
    {
        var ids = (From: Guid.Empty, Into: Guid.Empty);
        await using var past = await Past.MakeAsync(provider, async past =>
        {
            await using var db = past.App.Database.NewContext();
            ids = (await IdOfAsync(db, "jeff-bezos"), await IdOfAsync(db, "yann-lecun"));
            await past.WithAsync<ActCommands>(async acts => (await acts.MergeAsync(
                new MergeRequest(ids.From, await VersionAsync(db, ids.From), ids.Into, await VersionAsync(db, ids.Into), "one person"), Ana, CancellationToken.None)).Problems.Should().BeEmpty());
        });
        var before = await past.JsonAsync($"/api/v1/people/jeff-bezos?include=assertions&asOf={Past.Between}");
        var seeded = await past.JsonAsync($"/api/v1/people/jeff-bezos?include=assertions&asOf={Past.Seeded}");
        await using (var db = past.App.Database.NewContext())
        {
            await past.WithAsync<ActCommands>(async acts => (await acts.UndoMergeAsync(
                new UndoMergeRequest(ids.From, await VersionAsync(db, ids.From), "two after all"), Ana, CancellationToken.None)).Problems.Should().BeEmpty());
        }

        before["assertions"]!.AsArray().Should().NotBeEmpty();
        seeded["assertions"]!.AsArray().Count.Should().Be(before["assertions"]!.AsArray().Count);
        (await past.PageAsync($"/people/jeff-bezos?asOf={Past.Between}")).Status.Should().Be(HttpStatusCode.OK);
        (await past.PageAsync($"/people/yann-lecun?asOf={Past.Between}")).Status.Should().Be(HttpStatusCode.OK);
        (await past.PageAsync($"/people/jeff-bezos?asOf={Past.Corrected}")).MovedTo.Should().Be($"/people/yann-lecun?asOf={Past.Corrected}");
        (await past.PageAsync("/people/jeff-bezos")).Status.Should().Be(HttpStatusCode.OK);
        var now = await past.JsonAsync("/api/v1/people/jeff-bezos?include=assertions");
        now["assertions"]!.AsArray().Count.Should().Be(before["assertions"]!.AsArray().Count);
    }

    [Theory, EachDatabase]
    public async Task A_passage_that_a_later_text_lost_stood_before(DatabaseProvider provider)
    {
        var slug = "";
        await using var past = await Past.MakeAsync(provider, async past =>
        {
            await using var db = past.App.Database.NewContext();
            slug = await db.Passages.Where(p => p.SnapshotId != null).Select(p => p.Source.Slug).FirstAsync();
            await past.WithAsync<SnapshotCommands>(async snapshots =>
                (await snapshots.AddAsync(slug, "full-text", "All of it was rewritten.\n", new Actor(null, "ana"), CancellationToken.None)).Should().BeOfType<SnapshotOutcome.Added>());
        });

        (await past.PageAsync($"/sources/{slug}?asOf={Past.Between}")).Html.Should().NotContain("Changed or vanished");
        (await past.PageAsync($"/sources/{slug}?asOf={Past.Corrected}")).Html.Should().Contain("Changed or vanished");
        (await past.PageAsync($"/sources/{slug}")).Html.Should().Contain("Changed or vanished");
    }

    private static Task<Guid> IdOfAsync(TrackerDbContext db, string slug) => db.Parties.Where(p => p.Slug == slug).Select(p => p.Id).SingleAsync();

    private static Task<int> VersionAsync(TrackerDbContext db, Guid id) => db.Revisions.Where(r => r.RecordId == id).MaxAsync(r => r.Version);
}
