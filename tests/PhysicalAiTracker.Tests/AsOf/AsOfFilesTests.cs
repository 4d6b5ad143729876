using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.History.AsOf;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.AsOf;

/// <summary>Which files are kept, by the clock that the tracker is given.</summary>
public sealed class AsOfFilesTests
{
    [Theory, EachDatabase]
    public async Task What_was_asked_for_longest_ago_goes_and_what_a_killed_process_left_after_an_hour(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        using var folder = new TemporaryDirectory();
        await using var db = database.NewContext();
        // Far from the machine's own time, which must not matter.
        var clock = new TestClock(new DateTimeOffset(2041, 1, 1, 0, 0, 0, TimeSpan.Zero));
        using var files = new AsOfFiles(folder.Path, 2, clock);
        var left = folder.File("left.unfinished");
        await File.WriteAllTextAsync(left, "");
        File.SetLastWriteTimeUtc(left, clock.GetUtcNow().UtcDateTime);

        var first = await files.OfAsync(Day(1), db, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(10));
        var second = await files.OfAsync(Day(2), db, CancellationToken.None);
        clock.Advance(TimeSpan.FromMinutes(10));
        (await files.OfAsync(Day(1), db, CancellationToken.None)).Should().Be(first);
        clock.Advance(TimeSpan.FromMinutes(10));
        File.Exists(left).Should().BeTrue("somebody may be writing it");
        var third = await files.OfAsync(Day(3), db, CancellationToken.None);

        Directory.GetFiles(folder.Path, "*.db").Should().BeEquivalentTo([first, third]);
        clock.Advance(TimeSpan.FromHours(1));
        await files.OfAsync(Day(4), db, CancellationToken.None);
        File.Exists(left).Should().BeFalse();
        File.Exists(second).Should().BeFalse();
    }

    private static AsOfDay Day(int number) => new(new DateOnly(2040, 1, number));
}
