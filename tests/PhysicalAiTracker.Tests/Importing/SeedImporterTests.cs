using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Funding;
using PhysicalAiTracker.Core.History;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Core.Sources;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing;

public sealed class SeedImporterTests
{
    [Theory, EachDatabase]
    public async Task The_seeds_import_and_importing_them_again_changes_nothing(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);

        var first = await Pack.ImportAsync(database, Seeds.All);
        var second = await Pack.ImportAsync(database, Seeds.All);

        first.Problems.Should().BeEmpty();
        first.Counts.Should().OnlyContain(count => count.Created > 0 && count.Unchanged == 0);
        first.Counts.Select(count => count.Record).Should().Equal(Enum.GetValues<RecordKind>(), "the article speaks of every kind");
        second.Problems.Should().BeEmpty();
        second.Counts.Should().Equal(first.Counts.Select(count => new ImportCount(count.Record, 0, 0, count.Created + count.Changed)));
    }

    [Theory, EachDatabase]
    public async Task Every_passage_of_the_seeds_stands_where_it_says(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        using var context = database.NewContext();

        var passages = await context.Passages.Include(p => p.Snapshot).ToListAsync();

        passages.Should().NotBeEmpty().And.OnlyContain(p => p.State == PassageState.NotCaptured || p.Snapshot!.Text.Substring(p.Start!.Value, p.End!.Value - p.Start!.Value) == p.Exact);
    }

    [Theory, EachDatabase]
    public async Task What_the_article_does_not_say_stays_null(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        using var context = database.NewContext();

        var round = await context.FundingRounds.Include(r => r.Participations).SingleAsync(r => r.Company.Slug == "project-prometheus");

        round.Status.Should().Be(FundingStatus.InProgress);
        round.Amount!.ToExact().Should().Be("USD 10,000,000,000");
        round.Valuation!.ToExact().Should().Be("USD 38,000,000,000");
        round.ValuationKind.Should().Be(ValuationKind.Unspecified);
        (round.Stage, round.AnnouncedOn, round.ClosedOn, round.Instrument).Should().Be((null, null, null, null));
        round.Participations.Should().BeEmpty("the article names no investor");
    }

    [Theory, EachDatabase]
    public async Task What_is_credited_to_another_keeps_its_origin(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        using var context = database.NewContext();

        var headcount = await context.Assertions.Include(a => a.Origin).Include(a => a.Values)
            .SingleAsync(a => context.Observations.Any(o => o.Id == a.RecordId && o.Party!.Slug == "project-prometheus") && a.Values.Any(v => v.Field == "quantity"));

        headcount.Origin!.Publisher.Should().Be("Observer");
        headcount.Origin.Seen.Should().BeFalse();
        headcount.Values.Single(v => v.Field == "quantity").Adopted.Should().BeTrue();
    }

    [Theory, EachDatabase]
    public async Task A_mended_pack_changes_only_what_was_mended(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var pack = new Pack();
        await pack.ImportAsync(database);
        pack.Change(1)["set"]!["amount"] = "about $20 m";

        var report = await pack.ImportAsync(database);

        report.Problems.Should().ContainSingle("the new figure needs a passage of its own").Which.Pointer.Should().Be("/changes/1/set/amount");
        pack.Change(1)["assertions"]![0]!["asOf"] = "2026-05";
        report = await pack.ImportAsync(database);
        report.Counts.Should().Equal(new ImportCount(RecordKind.Party, 0, 0, 1), new ImportCount(RecordKind.FundingRound, 0, 1, 0));
        using var context = database.NewContext();
        var round = await context.FundingRounds.SingleAsync();
        round.Version.Should().Be(2);
        round.Amount!.ToDisplay().Should().Be("about $20 m");
        var values = await context.Assertions.SelectMany(a => a.Values).Where(v => v.Field == "amount").OrderBy(v => v.Adopted).ToListAsync();
        values.Select(v => v.Adopted).Should().Equal(false, true);
    }

    [Theory, EachDatabase]
    public async Task A_re_import_leaves_alone_what_an_analyst_changed_since(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var pack = new Pack();
        await pack.ImportAsync(database);
        using (var context = database.NewContext())
        {
            var company = await context.Parties.AsTracking().SingleAsync();
            company.Summary = "Typed by an analyst.";
            await context.SaveChangesAsync();
        }

        pack.Change(1)["note"] = "Looked at again.";
        await pack.ImportAsync(database);

        using var after = database.NewContext();
        (await after.Parties.SingleAsync()).Summary.Should().Be("Typed by an analyst.");
    }

    [Theory, EachDatabase]
    public async Task One_broken_pack_of_several_keeps_all_of_them_out(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var sound = new Pack();
        using var folder = new TemporaryDirectory();
        CopyTo(sound.Write(), folder.File("a-sound"));
        sound.Change(1)["set"]!["amount"] = "ten bn";
        CopyTo(sound.Write(), folder.File("b-broken"));

        var report = await Pack.ImportAsync(database, Path.GetDirectoryName(folder.File("x"))!);

        report.Problems.Should().OnlyContain(problem => problem.File.Contains("b-broken", StringComparison.Ordinal));
        report.Problems.Should().Contain(problem => problem.Pointer == "/changes/1/set/amount");
        await ShouldBeEmptyAsync(database);
    }

    [Theory, EachDatabase]
    public async Task A_pack_may_add_to_a_record_of_another_whose_folder_comes_later(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var pack = new Pack();
        using var folder = new TemporaryDirectory();
        CopyTo(pack.Write(), folder.File("z-first"));
        pack.Source.Remove("origins");
        (pack.Source["slug"], pack.Source["url"]) = ("example-echo", "https://echo.example/robotics");
        var changes = pack.Disclosure["changes"]!.AsArray();
        changes.RemoveAt(0);
        pack.Change(0)["id"] = "z-first#round";
        pack.Change(0).Remove("set");
        CopyTo(pack.Write(), folder.File("a-second"));

        var report = await Pack.ImportAsync(database, folder.Path);

        report.Problems.Should().BeEmpty();
        report.Counts.Should().Equal(new ImportCount(RecordKind.Party, 1, 0, 0), new ImportCount(RecordKind.FundingRound, 1, 1, 0));
        using var context = database.NewContext();
        var round = await context.FundingRounds.SingleAsync();
        (await context.Assertions.Where(a => a.RecordId == round.Id).Select(a => a.Source.Slug).ToListAsync()).Should().BeEquivalentTo("example-wire", "example-echo");
    }

    private static void CopyTo(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)), overwrite: true);
        }
    }

    internal static async Task ShouldBeEmptyAsync(TestDatabase database)
    {
        using var context = database.NewContext();
        (await context.Records.CountAsync() + await context.Sources.CountAsync() + await context.Disclosures.CountAsync() + await context.Passages.CountAsync())
            .Should().Be(0, "nothing may be written");
    }
}
