using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Data;

/// <summary>The migration that stores years.</summary>
public sealed class SpeedMigrationTests
{
    [Theory, EachDatabase]
    public async Task Rounds_that_were_there_before_get_their_year(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        await using (var db = database.NewContext())
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("FormD");
            await migrator.MigrateAsync();
        }

        await using var after = database.NewContext();
        var rounds = await after.FundingRounds.AsNoTracking().ToListAsync();
        rounds.Should().Contain(round => round.AnnouncedOn != null);
        rounds.Should().AllSatisfy(round => round.AnnouncedYear.Should().Be(round.AnnouncedOn?.Earliest.Year));
        // Entity Framework computes it again from the date: what is stored is asked for by itself.
        var stored = await after.FundingRounds.Where(round => round.AnnouncedFrom != null).Select(round => new { round.AnnouncedYear, round.AnnouncedFrom!.Value.Year }).ToListAsync();
        stored.Should().NotBeEmpty().And.AllSatisfy(row => row.AnnouncedYear.Should().Be(row.Year));
    }
}
