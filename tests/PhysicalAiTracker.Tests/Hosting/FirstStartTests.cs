using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Hosting;

public sealed class FirstStartTests
{
    [Theory, EachDatabase]
    public async Task A_database_without_a_disclosure_takes_in_the_seeds(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider, ImportSeeds = true };

        var ready = await app.CreateClient().GetAsync("/health/ready");

        ready.IsSuccessStatusCode.Should().BeTrue();
        using var db = app.Database.NewContext();
        db.Parties.Should().Contain(party => party.Slug == "project-prometheus");
        db.Disclosures.Should().NotBeEmpty();
    }

    [Theory, EachDatabase]
    public async Task Without_seeds_it_starts_empty(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };

        var ready = await app.CreateClient().GetAsync("/health/ready");

        ready.IsSuccessStatusCode.Should().BeTrue();
        using var db = app.Database.NewContext();
        db.Parties.Should().BeEmpty();
    }

    [Theory, EachDatabase]
    public async Task It_knows_only_the_accounts_that_were_added(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        app.StartServer();
        using var db = app.Database.NewContext();
        db.Users.Should().BeEmpty();

        await app.AddUserAsync("ada", "a calm engine of brass");

        db.Users.Select(user => user.UserName).Should().Equal("ada");
    }
}
