using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Accounts.Activity;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Accounts;

public sealed class ActivityLogTests
{
    [Theory, EachDatabase]
    public async Task Signing_in_failing_locking_and_signing_out_are_logged(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var visitor = await Visitor.SignedInAsync(app);
        await visitor.PostFormAsync("/about", "/account/sign-out");
        for (var i = 0; i < 5; i++)
        {
            await visitor.SignInAsync("ana", $"wrong {i}");
        }

        await visitor.SignInAsync("river candle", "whatever it is");

        var entries = await EntriesAsync(app);
        entries.Select(e => e.Kind).Should().Equal(
            [ActivityKind.SignIn, ActivityKind.SignOut, .. Enumerable.Repeat(ActivityKind.SignInFailed, 5), ActivityKind.Lock, ActivityKind.SignInFailed]);
        entries[0].Should().Match<ActivityEntry>(e => e.ActorName == "ana" && e.SubjectName == "ana" && e.ActorId != null);
        entries[2].Should().Match<ActivityEntry>(e => e.ActorId == null && e.SubjectName == "ana" && e.Detail == "wrong password");
        entries[^1].Should().Match<ActivityEntry>(e => e.ActorName == "unknown" && e.SubjectName == null && e.Detail == "no such account");
    }

    [Theory, EachDatabase]
    public async Task An_entry_is_taken_back_with_the_transaction_that_it_tells_of(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        var (db, log) = (scope.ServiceProvider.GetRequiredService<TrackerDbContext>(), scope.ServiceProvider.GetRequiredService<ActivityLog>());
        await using (await db.Database.BeginTransactionAsync())
        {
            await log.AddAsync(ActivityKind.Published, Actor.CommandLine, null, null, CancellationToken.None);
        }

        (await db.ActivityEntries.CountAsync()).Should().Be(0);
    }

    [Fact]
    public async Task An_entry_cannot_be_changed()
    {
        using var database = new TestDatabase(DatabaseProvider.Sqlite);
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();
        var (db, log) = (scope.ServiceProvider.GetRequiredService<TrackerDbContext>(), scope.ServiceProvider.GetRequiredService<ActivityLog>());
        await log.AddAsync(ActivityKind.Published, Actor.CommandLine, null, new string('x', ActivityEntry.DetailLength + 1), CancellationToken.None);
        var entry = await db.ActivityEntries.AsTracking().SingleAsync();
        db.Entry(entry).Property(e => e.Detail).CurrentValue = "something else";

        var save = () => db.SaveChangesAsync();

        entry.Detail.Should().Be("something else");
        await save.Should().ThrowAsync<InvalidOperationException>();
    }

    private static async Task<List<ActivityEntry>> EntriesAsync(TrackerApp app)
    {
        await using var db = app.Database.NewContext();
        // That the account was added is logged too, by whoever arranged the test.
        return await db.ActivityEntries.AsNoTracking().Where(e => e.Kind != ActivityKind.AccountAdded).OrderBy(e => e.At).ThenBy(e => e.Id).ToListAsync();
    }
}
