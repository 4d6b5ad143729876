using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Sources.Snapshots;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.AsOf;

/// <summary>Earlier days after new texts, which change what is stored in place.</summary>
public sealed class AsOfActsTests
{
    [Theory, EachDatabase]
    public async Task A_passage_that_a_later_text_lost_stood_before(DatabaseProvider provider)
    {
        var slug = "";
        await using var past = await Past.MakeAsync(provider, async past =>
        {
            await using var db = past.App.Database.NewContext();
            slug = await db.Passages.Where(p => p.SnapshotId != null).Select(p => p.Source.Slug).FirstAsync();
            await past.WithAsync<SnapshotCommands>(async snapshots =>
                (await snapshots.AddAsync(slug, "full-text", "All of it was rewritten.\n", "ana", CancellationToken.None)).Should().BeOfType<SnapshotOutcome.Added>());
        });

        (await past.PageAsync($"/sources/{slug}?asOf={Past.Between}")).Html.Should().NotContain("Changed or vanished");
        (await past.PageAsync($"/sources/{slug}?asOf={Past.Corrected}")).Html.Should().Contain("Changed or vanished");
        (await past.PageAsync($"/sources/{slug}")).Html.Should().Contain("Changed or vanished");
    }
}
