using Microsoft.Extensions.DependencyInjection;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Core.Importing;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Importing;

public sealed class SeedsTests
{
    [Theory, EachDatabase]
    public async Task The_shipped_seeds_change_nothing_when_imported_again(DatabaseProvider provider)
    {
        using var database = new TestDatabase(provider, seeded: true);
        await using var core = database.BuildCore();
        await using var scope = core.CreateAsyncScope();

        var report = await scope.ServiceProvider.GetRequiredService<SeedImporter>().ImportAsync(Repository.Path("seeds"), CancellationToken.None);

        report.Problems.Should().BeEmpty();
        report.Counts.Should().NotBeEmpty().And.OnlyContain(count => count.Created == 0 && count.Changed == 0 && count.Unchanged > 0);
    }
}
