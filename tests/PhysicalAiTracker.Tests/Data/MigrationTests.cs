using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Data;

public sealed class MigrationTests
{
    [Theory, EachDatabase]
    public void The_model_has_no_change_without_a_migration(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var context = database.NewContext();

        context.Database.HasPendingModelChanges().Should().BeFalse("scripts/add-migration writes a migration for each change");
    }

    [Theory, EachDatabase]
    public void Both_databases_have_the_same_migrations_in_the_same_order(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var context = database.NewContext();
        using var other = new TestDatabase(DatabaseProvider.Sqlite);
        using var otherContext = other.NewContext();

        NamesOf(context).Should().Equal(NamesOf(otherContext));
    }

    [Theory, EachDatabase]
    public void A_migrated_database_can_be_taken_back_and_migrated_again(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider);
        using var context = database.NewContext();

        context.Database.Migrate(Migration.InitialDatabase);
        context.Database.GetAppliedMigrations().Should().BeEmpty();
        context.Database.Migrate();

        context.Database.GetPendingMigrations().Should().BeEmpty();
        context.Parties.Should().BeEmpty();
    }

    /// <summary>Without the time stamps, which differ by the seconds between the two scaffoldings.</summary>
    private static IEnumerable<string> NamesOf(TrackerDbContext context) =>
        context.Database.GetMigrations().Select(id => id[(id.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
