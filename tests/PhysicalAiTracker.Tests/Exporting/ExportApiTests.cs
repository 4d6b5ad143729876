using System.IO.Compression;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PhysicalAiTracker.Core.Accounts;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Exporting;
using PhysicalAiTracker.Tests.Accounts;
using PhysicalAiTracker.Tests.Api;
using PhysicalAiTracker.Tests.Support;
using PhysicalAiTracker.Web.Hosting;

namespace PhysicalAiTracker.Tests.Exporting;

public sealed class ExportApiTests
{
    [Theory, EachDatabase]
    public async Task A_key_that_may_read_gets_the_whole_export_and_each_file_of_it(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, Seeded = true, Settings = new Dictionary<string, string> { ["Export:Licence"] = "CC-BY-4.0" } };
        using var ana = await Visitor.SignedInAsync(app);
        using var program = app.Program(await ana.MakeKeyAsync("notebook", 30, ["read"]));
        using var folder = new TemporaryDirectory();

        var answer = await program.GetAsync("/api/v1/export");

        (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).Should().Be((HttpStatusCode.OK, "application/zip"));
        await File.WriteAllBytesAsync(folder.File("all.zip"), await answer.Content.ReadAsByteArrayAsync());
        await ZipFile.ExtractToDirectoryAsync(folder.File("all.zip"), folder.File("all"));
        (await File.ReadAllTextAsync(folder.File("all/manifest.json"))).Should().Contain("\"licence\": \"CC-BY-4.0\"");
        using var copy = new TestDatabase(DatabaseProvider.Sqlite);
        (await Exported.RestoreAsync(copy, folder.File("all.zip"))).Problems.Should().BeEmpty();

        foreach (var file in new[] { "parties.ndjson", "funding-rounds.csv" })
        {
            (await program.GetByteArrayAsync($"/api/v1/export/{file}")).Should().Equal(await File.ReadAllBytesAsync(folder.File($"all/{file}")));
        }

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/export");
        again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await program.SendAsync(again)).StatusCode.Should().Be(HttpStatusCode.NotModified);
        (await RestAnswer.OfAsync(await program.GetAsync("/api/v1/export/users.ndjson"))).Status.Should().Be(HttpStatusCode.NotFound);
        (await RestAnswer.OfAsync(await program.GetAsync("/api/v1/export?colour=red"))).Status.Should().Be(HttpStatusCode.BadRequest);
        await using var ledger = new Ledger(app);
        await ledger.CompanyAsync("Newcomer");
        using var changed = new HttpRequestMessage(HttpMethod.Get, "/api/v1/export");
        changed.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
        (await program.SendAsync(changed)).StatusCode.Should().Be(HttpStatusCode.OK);

        var now = (await program.GetAsync("/api/v1/export")).Headers.ETag!;
        app.Services.GetRequiredService<IOptions<ExportOptions>>().Value.Licence = "CC0-1.0";
        using var licensed = new HttpRequestMessage(HttpMethod.Get, "/api/v1/export");
        licensed.Headers.IfNoneMatch.Add(now);
        (await program.SendAsync(licensed)).StatusCode.Should().Be(HttpStatusCode.OK, "the manifest has another licence");

        using var submits = app.Program(await ana.MakeKeyAsync("robot", 30, ["submit"]));
        (await submits.GetAsync("/api/v1/export")).StatusCode.Should().Be(HttpStatusCode.Forbidden);
        using var stranger = app.CreateClient();
        (await stranger.GetAsync("/api/v1/export")).StatusCode.Should().Be(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Each_night_has_a_file_once_its_time_has_come_and_the_oldest_go()
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));
        // The site's own writer is left off by its time, so that this test has the clock to itself.
        await using var app = new TrackerApp { Seeded = true, Clock = clock, Settings = new Dictionary<string, string> { ["Export:Keep"] = "2" } };
        var settings = app.Services.GetRequiredService<TrackerSettings>();
        settings.Export.NightlyAt = "02:30";
        using var nightly = new NightlyExport(app.Services.GetRequiredService<IServiceScopeFactory>(), settings, clock, NullLogger<NightlyExport>.Instance);
        Directory.CreateDirectory(settings.ExportFolder);
        foreach (var name in new[] { "tracker-notes.zip", ".tracker-notes", $".tracker-2026-11-20.zip.{Guid.NewGuid():N}" })
        {
            await File.WriteAllTextAsync(Path.Combine(settings.ExportFolder, name), "somebody's own, or left by a process that was killed");
            File.SetLastWriteTimeUtc(Path.Combine(settings.ExportFolder, name), new DateTime(2026, 11, 20, 0, 0, 0, DateTimeKind.Utc));
        }

        (await nightly.WriteIfDueAsync(CancellationToken.None)).Should().BeNull("it is not half past two yet");
        for (var day = 0; day < 3; day++)
        {
            clock.Advance(TimeSpan.FromHours(day == 0 ? 1 : 24));
            (await nightly.WriteIfDueAsync(CancellationToken.None)).Should().NotBeNull();
            (await nightly.WriteIfDueAsync(CancellationToken.None)).Should().BeNull("there is one for this day");
        }

        Directory.EnumerateFileSystemEntries(settings.ExportFolder).Select(Path.GetFileName).Should().BeEquivalentTo("tracker-2026-11-27.zip", "tracker-2026-11-28.zip", "tracker-notes.zip", ".tracker-notes");
        using var copy = new TestDatabase(DatabaseProvider.Sqlite);
        (await Exported.RestoreAsync(copy, Path.Combine(settings.ExportFolder, "tracker-2026-11-28.zip"))).Problems.Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Admins_are_told_once_that_it_fails_and_that_it_works_again(DatabaseProvider provider)
    {
        var clock = new TestClock(new DateTimeOffset(2026, 11, 26, 3, 0, 0, TimeSpan.Zero));
        await using var app = new TrackerApp { Provider = provider, Seeded = true, Clock = clock };
        using var admin = await Visitor.SignedInAsync(app, Roles.Admin);
        var settings = app.Services.GetRequiredService<TrackerSettings>();
        settings.Export.NightlyAt = "02:30";
        using var folders = new TemporaryDirectory();
        settings.Export.Folder = folders.File("exports");
        await File.WriteAllTextAsync(settings.ExportFolder, "a file where a folder should be");

        for (var start = 0; start < 2; start++)
        {
            using var nightly = new NightlyExport(app.Services.GetRequiredService<IServiceScopeFactory>(), settings, clock, NullLogger<NightlyExport>.Instance);
            await nightly.RunAsync(CancellationToken.None);
            clock.Advance(TimeSpan.FromMinutes(1));
            await nightly.RunAsync(CancellationToken.None);
        }

        (await ToldAsync()).Should().Equal(ActivityKind.ExportFailed);
        (await admin.Client.GetStringAsync("/account/notifications")).Should().Contain("The export of the day cannot be written to “");
        File.Delete(settings.ExportFolder);
        using var again = new NightlyExport(app.Services.GetRequiredService<IServiceScopeFactory>(), settings, clock, NullLogger<NightlyExport>.Instance);
        await again.RunAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromDays(1));
        await again.RunAsync(CancellationToken.None);

        (await ToldAsync()).Should().Equal(ActivityKind.ExportFailed, ActivityKind.ExportWorks);
        Directory.EnumerateFiles(settings.ExportFolder).Should().HaveCount(2);

        async Task<List<ActivityKind>> ToldAsync()
        {
            await using var db = app.Database.NewContext();
            (await db.Notifications.CountAsync()).Should().Be(await db.ActivityEntries.CountAsync(e => e.SubjectKind == "export"), "there is one admin");
            return await db.ActivityEntries.Where(e => e.SubjectKind == "export").OrderBy(e => e.At).ThenBy(e => e.Id).Select(e => e.Kind).ToListAsync();
        }
    }

    [Fact]
    public async Task A_time_that_is_none_stops_the_start()
    {
        using var terminal = new Cli.TestTerminal();

        var answer = await terminal.RunAsync("export", terminal.File("out"), "--Export:NightlyAt=half past two");

        (answer.Code, answer.Error.Contains("Export:NightlyAt is “half past two”; allowed: a time of day (UTC) like 02:30", StringComparison.Ordinal)).Should().Be((1, true));
    }
}
