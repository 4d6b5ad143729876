using System.Net;
using Microsoft.EntityFrameworkCore;
using PhysicalAiTracker.Core.Data;
using PhysicalAiTracker.Tests.Support;

namespace PhysicalAiTracker.Tests.Hosting;

public sealed class HealthTests
{
    [Theory, EachDatabase]
    public async Task Ready_means_a_database_with_all_migrations_live_means_a_process(DatabaseProvider provider)
    {
        await using var app = new TrackerApp { Provider = provider };
        using var client = app.CreateClient();
        (await client.GetStringAsync("/health/ready")).Should().Be("""{"status":"ok"}""");

        await using var db = app.Database.NewContext();
        await db.Database.ExecuteSqlAsync($"""DELETE FROM "__EFMigrationsHistory" """);

        var ready = await client.GetAsync("/health/ready");
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync()).Should().Be("""{"status":"unavailable"}""");
        ready.Content.Headers.ContentType!.MediaType.Should().Be("application/json");
        (await client.GetStringAsync("/health/live")).Should().Be("""{"status":"ok"}""");
    }
}
